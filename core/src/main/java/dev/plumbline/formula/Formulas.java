package dev.plumbline.formula;

import dev.plumbline.quantity.Function;
import dev.plumbline.quantity.Functions;
import java.util.List;
import java.util.stream.Stream;

/// All functions that a design may call: those of arithmetic and those of the field, grouped by subject.
public final class Formulas {
    private static final List<Group> GROUPS = List.of(
            new Group("Language models", LanguageModels.all()),
            new Group("Training", Training.all()),
            new Group("Accelerators", Accelerators.all()),
            new Group("Tables, stores and vector indexes", Indexes.all()),
            new Group("Sketches and hashes", Sketches.all()),
            new Group("Caches", Caches.all()),
            new Group("Queues", Queues.all()),
            new Group("Scaling", Scaling.all()),
            new Group("Availability", Availability.all()),
            new Group("Samples and error budgets", Samples.all()),
            new Group("Networks and storage", Networks.all()),
            new Group("Money, energy and carbon", Costs.all()));

    private static final Functions EVERY = Functions.standard()
            .with(GROUPS.stream().flatMap(group -> group.functions().stream()).toList());

    private Formulas() {}

    /// Functions of one subject, in the order in which a reader wants them.
    public record Group(String subject, List<Function> functions) {
        public Group {
            functions = List.copyOf(functions);
        }
    }

    /// The field's functions by subject; those of arithmetic come last.
    public static List<Group> groups() {
        return Stream.concat(
                        GROUPS.stream(),
                        Stream.of(new Group(
                                "Arithmetic", List.copyOf(Functions.standard().all()))))
                .toList();
    }

    /// Everything that an expression may call.
    public static Functions every() {
        return EVERY;
    }
}
