package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A formula over quantities, as written. Every node keeps its span in the text it was read from.
public sealed interface Expression extends Content {
    /// Where in the text this stands.
    Span span();

    /// A number with its unit.
    ///
    /// @param number how many of the unit, suffix applied
    record Literal(BigDecimal number, Unit unit, Span span) implements Expression {
        public Quantity quantity() {
            return unit.of(number);
        }
    }

    /// One value that nobody knows: `4 .. 8 ms` or one of the other shapes. Drawn once in every world.
    ///
    /// @param parameters what the shape asks for, in its order
    record Unknown(UnknownShape shape, List<Expression> parameters, Span span) implements Expression {
        public Unknown {
            parameters = List.copyOf(parameters);
            if (parameters.size() != shape.parameters().size()) {
                throw new IllegalArgumentException(
                        "The shape %s takes %s.".formatted(shape, String.join(", ", shape.parameters())));
            }
        }
    }

    /// A name, with its dots: `daily_users`, `ranker.replicas`, `facts.h100.memory_bandwidth`. A word that is not
    /// defined but names a unit stands for one of it.
    record Name(String path, Span span) implements Expression {}

    /// `-of`
    record Negated(Expression of, Span span) implements Expression {}

    /// Two sides and what is done with them.
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /// `if(condition, then, otherwise)`
    record Choice(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /// A function by its name.
    record Call(String function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// One figure of a varying value, such as its mean.
    ///
    /// @param of the name of the varying value
    /// @param detail the share for [Figure#QUANTILE], the size for [Figure#MEAN_AT], else nothing
    record Summary(Figure figure, Name of, List<Expression> detail, Span span) implements Expression {
        public Summary {
            detail = List.copyOf(detail);
            if (detail.size() != figure.details()) {
                throw new IllegalArgumentException("%s takes %d details.".formatted(figure, figure.details()));
            }
        }
    }

    /// What can be asked of a varying value.
    enum Figure {
        /// `mean(gateway.time)`
        MEAN("mean", "mean(NAME)"),
        /// `quantile(gateway.time, 99 %)`: the value below which this share of it lies.
        QUANTILE("quantile", "quantile(NAME, 99 %)"),
        /// `mean_at(ranker.batch.time, 32)`: the mean for a batch of this size.
        MEAN_AT("mean_at", "mean_at(NAME, 32)");

        private final String function;
        private final String form;

        Figure(String function, String form) {
            this.function = function;
            this.form = form;
        }

        public String function() {
            return function;
        }

        /// How it is written, for messages.
        public String form() {
            return form;
        }

        int details() {
            return this == MEAN ? 0 : 1;
        }
    }

    /// What stands between two sides.
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        POWER("^"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        DIFFERENT("!=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        public boolean compares() {
            return switch (this) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> false;
                case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, DIFFERENT -> true;
            };
        }
    }

    /// The parts directly below this one, in the order of the text.
    default List<Expression> parts() {
        return switch (this) {
            case Literal literal -> List.of();
            case Name name -> List.of();
            case Unknown unknown -> unknown.parameters();
            case Negated negated -> List.of(negated.of());
            case Binary binary -> List.of(binary.left(), binary.right());
            case Choice choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Call call -> call.arguments();
            case Summary summary ->
                Stream.concat(Stream.of(summary.of()), summary.detail().stream())
                        .toList();
        };
    }

    /// The unit a number is written with, its sign aside; empty for a plain number and for anything else.
    default Optional<Unit> writtenUnit() {
        if (this instanceof Negated negated) {
            return negated.of().writtenUnit();
        }
        return this instanceof Literal literal && !literal.unit().isNone()
                ? Optional.of(literal.unit())
                : Optional.empty();
    }

    /// Every name in it, in the order of the text, once each.
    default Set<String> names() {
        Set<String> found = new LinkedHashSet<>();
        collectNames(found);
        return found;
    }

    private void collectNames(Set<String> found) {
        if (this instanceof Name name) {
            found.add(name.path());
        }
        parts().forEach(part -> part.collectNames(found));
    }

    /// The expression itself.
    @Override
    default List<Expression> roots() {
        return List.of(this);
    }
}
