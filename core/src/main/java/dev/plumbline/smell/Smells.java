package dev.plumbline.smell;

import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Problems;
import java.util.List;
import java.util.stream.Stream;

/// Finds what is amiss with the requirements of a design.
public final class Smells {
    private static final List<Smell> ALL = Stream.of(
                    OpenAsks.RULES,
                    MissingElements.RULES,
                    StatisticsRules.RULES,
                    SampleRules.RULES,
                    Contradictions.RULES,
                    Promises.RULES,
                    Feasibility.RULES,
                    ModelRules.RULES,
                    Tracing.RULES)
            .flatMap(List::stream)
            .toList();

    private Smells() {}

    /// What is found, in file order. Cost: one valuation of the design, and two where something grows.
    public static List<Diagnostic> of(Design design) {
        Problems problems = new Problems();
        Held held = Held.of(design);
        ALL.forEach(rule -> rule.find(held, problems));
        return problems.collected().all();
    }
}
