package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Operator;
import java.util.List;
import java.util.OptionalDouble;

/// Values that are the same in every world, found without drawing any.
final class Constants {
    private static final int DEEPEST = 200;

    private final Sheet sheet;

    Constants(Sheet sheet) {
        this.sheet = sheet;
    }

    /// The value in base units; empty if it depends on something unknown or is not defined.
    OptionalDouble of(Expression expression) {
        return of(expression, 0);
    }

    private OptionalDouble of(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return OptionalDouble.empty();
        }
        return switch (expression) {
            case Expression.Literal literal ->
                OptionalDouble.of(literal.quantity().value());
            case Expression.Name name -> name(name, depth);
            case Expression.Negated negated -> {
                OptionalDouble value = of(negated.of(), depth + 1);
                yield value.isEmpty() ? value : OptionalDouble.of(-value.getAsDouble());
            }
            case Binary binary -> binary(binary, depth);
            case Expression.Choice choice -> {
                OptionalDouble condition = of(choice.condition(), depth + 1);
                yield condition.isEmpty()
                        ? condition
                        : of(condition.getAsDouble() != 0 ? choice.then() : choice.otherwise(), depth + 1);
            }
            case Expression.Call call -> call(call, depth);
            case Expression.Unknown unknown -> unknown(unknown, depth);
            case Expression.Summary summary -> OptionalDouble.empty();
        };
    }

    private OptionalDouble name(Expression.Name name, int depth) {
        Content content = sheet.find(name.path()).map(Definition::content).orElse(null);
        return switch (content) {
            case null -> {
                var unit = sheet.unit(name.path());
                yield unit.isPresent() ? OptionalDouble.of(unit.get().factor().doubleValue()) : OptionalDouble.empty();
            }
            case Expression expression -> of(expression, depth + 1);
            case Varying.Constant constant -> of(constant.value(), depth + 1);
            case Varying varying -> OptionalDouble.empty();
        };
    }

    private OptionalDouble binary(Binary binary, int depth) {
        OptionalDouble left = of(binary.left(), depth + 1);
        OptionalDouble right = of(binary.right(), depth + 1);
        return left.isEmpty() || right.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(apply(binary.operator(), left.getAsDouble(), right.getAsDouble()));
    }

    private OptionalDouble call(Expression.Call call, int depth) {
        List<OptionalDouble> arguments =
                call.arguments().stream().map(each -> of(each, depth + 1)).toList();
        Function function = sheet.functions().find(call.function()).orElse(null);
        if (function == null
                || !function.accepts(arguments.size())
                || arguments.stream().anyMatch(OptionalDouble::isEmpty)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(function.body()
                .of(arguments.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()));
    }

    private OptionalDouble unknown(Expression.Unknown unknown, int depth) {
        double[] values = new double[unknown.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = of(unknown.parameters().get(i), depth + 1);
            if (value.isEmpty()) {
                return value;
            }
            values[i] = value.getAsDouble();
        }
        return Belief.of(unknown.shape(), values) instanceof Belief.Certain certain
                ? OptionalDouble.of(certain.value())
                : OptionalDouble.empty();
    }

    /// One step of arithmetic over base units; a comparison gives 1 or 0.
    static double apply(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> right == 2 ? left * left : StrictMath.pow(left, right);
            case LESS -> left < right ? 1 : 0;
            case AT_MOST -> left <= right ? 1 : 0;
            case MORE -> left > right ? 1 : 0;
            case AT_LEAST -> left >= right ? 1 : 0;
            case EQUAL -> left == right ? 1 : 0;
            case DIFFERENT -> left != right ? 1 : 0;
        };
    }
}
