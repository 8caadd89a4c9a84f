package dev.plumbline.quantity;

import java.util.List;
import java.util.Optional;

/// What came of reading a text: an expression, or what is wrong with it.
public sealed interface Parsed {
    /// The text is an expression.
    record Good(Expression expression) implements Parsed {}

    /// The text is none.
    ///
    /// @param faults at least one, in the order of the text
    record Faulty(List<Fault> faults) implements Parsed {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// The expression, if the text is one.
    default Optional<Expression> found() {
        return switch (this) {
            case Good good -> Optional.of(good.expression());
            case Faulty faulty -> Optional.empty();
        };
    }

    /// What is wrong; empty if nothing is.
    default List<Fault> faults() {
        return switch (this) {
            case Good good -> List.of();
            case Faulty faulty -> faulty.faults();
        };
    }
}
