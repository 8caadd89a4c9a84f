package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /// One figure of a varying value: its mean, or the value below which a share of it lies.
    ///
    /// @param of the name of the varying value
    /// @param level empty for the mean, else one expression for the share, as in `quantile(gateway.time, 99 %)`
    record Summary(Name of, List<Expression> level, Span span) implements Expression {
        public Summary {
            level = List.copyOf(level);
        }

        public boolean isMean() {
            return level.isEmpty();
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
                summary.level().isEmpty()
                        ? List.of(summary.of())
                        : List.of(summary.of(), summary.level().getFirst());
        };
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
