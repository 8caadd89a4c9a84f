package dev.plumbline.validation;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Figures that an expression over formulas and facts gives. Which expression is decided by the words of the quantity,
/// by the inputs and by the unit; `plumbline calc` computes the same from the same text.
public final class Arithmetic implements Method {
    private static final String NAME = "calc";

    private final Calculator calculator;
    private final List<Kind> kinds;

    public Arithmetic(Calculator calculator) {
        this.calculator = calculator;
        var things = new Things(calculator.facts());
        this.kinds = Stream.of(
                        HardwareKinds.all(things),
                        ModelKinds.all(things),
                        InferenceKinds.all(things),
                        TrainingKinds.all(),
                        CarbonKinds.all(things),
                        StorageKinds.all(),
                        QueueKinds.all(),
                        NetworkKinds.all(things))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Outcome of(Case given) {
        Optional<Quantity> unit = CaseUnit.of(given.unit());
        Outcome last = new Outcome.Strange();
        for (Kind kind : kinds) {
            Optional<String> expression = kind.expression(given);
            if (expression.isEmpty() || unit.isEmpty()) {
                continue;
            }
            switch (calculator.answer(expression.get())) {
                case Answer.Refused(var findings) -> {
                    last = new Outcome.NotComputed("\"%s\": %s"
                            .formatted(
                                    expression.get(), findings.all().getFirst().what()));
                }
                case Answer.Value value -> {
                    if (value.dimension().withoutCounts().equals(unit.get().dimension())) {
                        return new Outcome.Ours(computed(value, unit.get()));
                    }
                }
            }
        }
        return last;
    }

    private static Computed computed(Answer.Value value, Quantity unit) {
        return new Computed(
                value.spread().median() / unit.value(),
                value.spread().low() / unit.value(),
                value.spread().high() / unit.value(),
                NAME,
                value.text());
    }
}
