package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Call;
import dev.plumbline.quantity.Expression.Choice;
import dev.plumbline.quantity.Expression.Figure;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Expression.Name;
import dev.plumbline.quantity.Expression.Operator;
import dev.plumbline.quantity.Expression.Summary;
import java.math.BigDecimal;
import java.util.List;

/// Formulas that Plumbline builds itself, such as the rate of a path, so that they are checked, computed and explained
/// like the ones in the file.
public final class Expressions {
    private Expressions() {}

    public static Expression number(double value) {
        return new Literal(BigDecimal.valueOf(value).stripTrailingZeros(), Unit.NONE, Span.NONE);
    }

    public static Expression literal(double number, Unit unit) {
        return new Literal(BigDecimal.valueOf(number).stripTrailingZeros(), unit, Span.NONE);
    }

    /// @throws IllegalArgumentException when the value is not finite
    public static Expression literal(Quantity quantity) {
        Unit unit = Scale.plain(quantity.dimension()).unit();
        return new Literal(unit.fromBase(quantity.value()).stripTrailingZeros(), unit, Span.NONE);
    }

    public static Name name(String path) {
        return new Name(path, Span.NONE);
    }

    public static Expression plus(Expression left, Expression right) {
        return binary(Operator.ADD, left, right);
    }

    public static Expression minus(Expression left, Expression right) {
        return binary(Operator.SUBTRACT, left, right);
    }

    public static Expression times(Expression left, Expression right) {
        return binary(Operator.MULTIPLY, left, right);
    }

    public static Expression over(Expression left, Expression right) {
        return binary(Operator.DIVIDE, left, right);
    }

    public static Expression power(Expression base, Expression exponent) {
        return binary(Operator.POWER, base, exponent);
    }

    public static Expression binary(Operator operator, Expression left, Expression right) {
        return new Binary(operator, left, right, Span.NONE);
    }

    public static Expression choice(Expression condition, Expression then, Expression otherwise) {
        return new Choice(condition, then, otherwise, Span.NONE);
    }

    public static Expression call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments), Span.NONE);
    }

    /// The formula as a person would write it; reading the text gives the same tree.
    public static String print(Expression formula) {
        return Printer.print(formula);
    }

    /// The sum of all; zero of nothing.
    public static Expression sum(List<Expression> all) {
        return all.stream().reduce(Expressions::plus).orElseGet(() -> number(0));
    }

    /// The product of all; one of nothing.
    public static Expression product(List<Expression> all) {
        return all.stream().reduce(Expressions::times).orElseGet(() -> number(1));
    }

    /// The mean of the varying value of that name; of a value that does not vary, the value.
    public static Expression mean(String path) {
        return new Summary(Figure.MEAN, name(path), List.of(), Span.NONE);
    }

    /// What a share `level` (0.99 for p99) of the varying value of that name stays below.
    public static Expression quantile(String path, double level) {
        return new Summary(Figure.QUANTILE, name(path), List.of(number(level)), Span.NONE);
    }

    /// The mean of the varying value of that name for a batch of `size`.
    public static Expression meanAt(String path, Expression size) {
        return new Summary(Figure.MEAN_AT, name(path), List.of(size), Span.NONE);
    }

    /// `of`, kept between 0 and 1: a share that is unknown must not be drawn beyond them.
    public static Expression share(Expression of) {
        return call("max", number(0), call("min", number(1), of));
    }
}
