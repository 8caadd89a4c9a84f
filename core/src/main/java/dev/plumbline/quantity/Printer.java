package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Call;
import dev.plumbline.quantity.Expression.Choice;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Expression.Name;
import dev.plumbline.quantity.Expression.Negated;
import dev.plumbline.quantity.Expression.Operator;
import dev.plumbline.quantity.Expression.Summary;
import dev.plumbline.quantity.Expression.Unknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes expressions as a person would, with no more parentheses than needed; reading the text gives the same tree.
final class Printer {
    private static final int RANGE = 0;
    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int SIGN = 4;
    private static final int POWER = 5;
    private static final int OPERAND = 6;

    private Printer() {}

    static String print(Content content) {
        return switch (content) {
            case Expression expression -> print(expression, RANGE);
            case Varying varying -> varying(varying);
        };
    }

    private static String print(Expression expression, int least) {
        String text = text(expression);
        return rank(expression) < least ? "(" + text + ")" : text;
    }

    private static int rank(Expression expression) {
        return switch (expression) {
            case Unknown unknown -> unknown.shape() == UnknownShape.BETWEEN ? RANGE : OPERAND;
            case Binary binary -> rank(binary.operator());
            case Negated negated -> SIGN;
            case Literal literal -> literal.number().signum() < 0 ? SIGN : OPERAND;
            case Name name -> OPERAND;
            case Choice choice -> OPERAND;
            case Call call -> OPERAND;
            case Summary summary -> OPERAND;
        };
    }

    private static int rank(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, DIFFERENT -> COMPARISON;
        };
    }

    private static String text(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> name.path();
            case Negated negated -> "-" + print(negated.of(), SIGN);
            case Binary binary -> binary(binary);
            case Choice choice -> call("if", List.of(choice.condition(), choice.then(), choice.otherwise()));
            case Call call -> call(call.function(), call.arguments());
            case Summary summary -> call(summary.figure().function(), summary.parts());
            case Unknown unknown when unknown.shape() == UnknownShape.BETWEEN -> range(unknown);
            case Unknown unknown ->
                unknown.shape().name().toLowerCase(java.util.Locale.ROOT)
                        + unknown.parameters().stream().map(Printer::print).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String literal(Literal literal) {
        BigDecimal number = literal.number();
        String digits = number.stripTrailingZeros().toPlainString();
        String text = digits.length() > 12 ? number.stripTrailingZeros().toString() : suffixed(number, digits);
        String unit = literal.unit().text();
        return text + (unit.isEmpty() || unit.startsWith("/") ? "" : " ") + unit;
    }

    private static String suffixed(BigDecimal number, String digits) {
        int zeros = 0;
        while (number.signum() != 0 && zeros < digits.length() && digits.charAt(digits.length() - 1 - zeros) == '0') {
            zeros++;
        }
        if (digits.indexOf('.') >= 0 || zeros < 3) {
            return digits;
        }
        String suffix = zeros >= 12 ? "T" : zeros >= 9 ? "bn" : zeros >= 6 ? "M" : "k";
        return digits.substring(0, digits.length() - Literals.SUFFIXES.getOrDefault(suffix, 0)) + suffix;
    }

    private static String binary(Binary binary) {
        int rank = rank(binary.operator());
        boolean toTheRight = binary.operator() == Operator.POWER;
        String left = print(binary.left(), toTheRight ? OPERAND : rank == COMPARISON ? SUM : rank);
        String right = print(binary.right(), toTheRight ? SIGN : rank + 1);
        return left + " " + binary.operator().symbol() + " " + right;
    }

    /// `4 .. 8 ms`: a unit that both ends share is written once.
    private static String range(Unknown unknown) {
        Expression low = unknown.parameters().get(0);
        Expression high = unknown.parameters().get(1);
        return print(sharesUnit(low, high) ? withoutUnit(low) : low, COMPARISON) + " .. " + print(high, COMPARISON);
    }

    private static boolean sharesUnit(Expression low, Expression high) {
        return low.writtenUnit().isPresent() && low.writtenUnit().equals(high.writtenUnit());
    }

    private static Expression withoutUnit(Expression end) {
        if (end instanceof Negated negated) {
            return new Negated(withoutUnit(negated.of()), negated.span());
        }
        return end instanceof Literal literal ? new Literal(literal.number(), Unit.NONE, literal.span()) : end;
    }

    private static String call(String function, List<Expression> arguments) {
        return arguments.stream().map(Printer::print).collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static String varying(Varying varying) {
        return switch (varying) {
            case Varying.Constant constant -> print(constant.value());
            case Varying.Percentiles percentiles ->
                braces(percentiles.values().entrySet().stream()
                        .map(entry -> "p" + percent(entry.getKey()) + ": " + print(entry.getValue())));
            case Varying.MeanCv gamma -> braces(Stream.of("mean: " + print(gamma.mean()), "cv: " + print(gamma.cv())));
            case Varying.Exponentially exponential -> braces(Stream.of("exponential: " + print(exponential.mean())));
            case Varying.PowerLaw pareto ->
                braces(Stream.of("pareto: "
                        + braces(Stream.of("min: " + print(pareto.min()), "tail: " + print(pareto.tail())))));
            case Varying.Mix mix ->
                braces(Stream.of("mix: "
                        + mix.of().stream()
                                .map(part ->
                                        braces(Stream.of("share: " + print(part.share()), "of: " + varying(part.of()))))
                                .collect(Collectors.joining(", ", "[", "]"))));
            case Varying.Measured measured -> braces(Stream.of("measured: " + measured.source()));
        };
    }

    private static String percent(double level) {
        String digits =
                BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
        return digits.replace(".", "");
    }

    private static String braces(Stream<String> entries) {
        return entries.collect(Collectors.joining(", ", "{", "}"));
    }
}
