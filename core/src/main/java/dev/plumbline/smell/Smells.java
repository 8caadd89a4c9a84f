package dev.plumbline.smell;

import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Problems;
import java.util.List;
import java.util.Set;
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

    /// The first part of the names of these rules; no other rule has it.
    private static final Set<String> FAMILIES =
            Set.of("ask", "missing", "statistics", "conflict", "feasible", "model", "trace");

    private Smells() {}

    /// What is found, in file order. Cost: one valuation of the design, and two where something grows.
    public static List<Diagnostic> of(Design design) {
        Problems problems = new Problems();
        Held held = Held.of(design);
        ALL.forEach(rule -> rule.find(held, problems));
        return problems.collected().all();
    }

    /// What is found and other findings about the design do not tell yet, in file order.
    ///
    /// @param told such as what reading the design, judging it and simulating it have found
    public static List<Diagnostic> beside(Design design, List<Diagnostic> told) {
        Untold untold = new Untold(design, told);
        return of(design).stream().flatMap(untold::of).toList();
    }

    /// Whether a rule is about what is required: `missing.window` is, `latency.pauses` is not.
    public static boolean isOne(String rule) {
        int end = rule.indexOf('.');
        return end > 0 && FAMILIES.contains(rule.substring(0, end));
    }
}
