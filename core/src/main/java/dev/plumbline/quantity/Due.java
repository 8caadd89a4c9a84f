package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a place in a design asks of its value: a dimension and bounds.
///
/// @param what the place, as a message says it: `the rate of rank`
public record Due(String what, Wanted wanted, Bound bound) {
    /// The dimension that is asked for.
    public sealed interface Wanted {
        record Exactly(Dimension dimension) implements Wanted {}

        /// Counted nouns aside: a rate may be `req/s`, `load/day` or `/s`.
        record UpToCounts(Dimension dimension) implements Wanted {}

        /// An amount in any currency, per something.
        record Money(Dimension per) implements Wanted {}

        record Anything() implements Wanted {}
    }

    /// The values that make sense.
    public enum Bound {
        ANY,
        NOT_NEGATIVE,
        ABOVE_ZERO,
        /// From 0 to 100 %.
        SHARE
    }

    public static Due share(String what) {
        return new Due(what, new Wanted.Exactly(Dimension.NONE), Bound.SHARE);
    }

    /// So many of anything per time, not negative.
    public static Due rate(String what) {
        return new Due(what, new Wanted.UpToCounts(Dimension.NONE.per(Dimension.TIME)), Bound.NOT_NEGATIVE);
    }

    /// A plain number or a number of anything, above zero.
    public static Due count(String what) {
        return new Due(what, new Wanted.UpToCounts(Dimension.NONE), Bound.ABOVE_ZERO);
    }

    public static Due time(String what) {
        return new Due(what, new Wanted.Exactly(Dimension.TIME), Bound.NOT_NEGATIVE);
    }

    /// An amount in any currency per time, or per anything else.
    public static Due money(String what, Dimension per) {
        return new Due(what, new Wanted.Money(per), Bound.NOT_NEGATIVE);
    }

    /// Checks a formula over the names of a sheet: its dimension, and its bounds as far as its numbers are fixed.
    /// Says nothing about a formula that has faults already.
    public Optional<Fault> check(Checked checked, Expression expression) {
        Typing.Typed typed = checked.typed(expression).orElse(Typing.Typed.FAULTY);
        if (!typed.loose() && !accepts(typed.dimension())) {
            return Optional.of(wrong(checked, expression, typed.dimension()));
        }
        return outside(new Constants(checked.sheet()), expression);
    }

    private boolean accepts(Dimension dimension) {
        return switch (wanted) {
            case Wanted.Exactly(var exact) -> dimension.equals(exact);
            case Wanted.UpToCounts(var exact) -> dimension.withoutCounts().equals(exact.withoutCounts());
            case Wanted.Money(var per) ->
                dimension.hasMoney() && withoutMoney(dimension).equals(withoutMoney(per.power(Ratio.of(-1))));
            case Wanted.Anything() -> true;
        };
    }

    private static Dimension withoutMoney(Dimension dimension) {
        Dimension rest = dimension;
        for (Dimension.Base base : dimension.powers().keySet()) {
            if (base.kind() == Dimension.Kind.MONEY && dimension.powerOf(base).equals(Ratio.ONE)) {
                rest = rest.per(Dimension.money(base.name()));
            }
        }
        return rest;
    }

    private Fault wrong(Checked checked, Expression expression, Dimension dimension) {
        String text = Printer.print(expression);
        var mismatch = new Mismatch(checked.sheet(), checked.dimensions());
        if (wanted instanceof Wanted.Money(var per)
                && (dimension.isNone() || dimension.equals(per.power(Ratio.of(-1))))) {
            String unit =
                    "USD" + Scale.plain(per.power(Ratio.of(-1))).unit().text().replace("/s", "/month");
            return new Fault(
                    "quantity.no-currency",
                    expression.span(),
                    "%s is \"%s\", which names no currency".formatted(what, text),
                    "amounts in different currencies are different things",
                    "write \"%s %s\" or another ISO 4217 code".formatted(digits(text), unit));
        }
        return new Fault(
                "quantity.dimension",
                expression.span(),
                "%s is %s, where %s is due".formatted(what, dimension.words(), words()),
                mismatch.side(expression, dimension),
                mend());
    }

    private static String digits(String text) {
        return text.contains("/") ? text.substring(0, text.indexOf('/')).strip() : text;
    }

    private String words() {
        return switch (wanted) {
            case Wanted.Exactly(var dimension) -> dimension.words();
            case Wanted.UpToCounts(var dimension) -> dimension.isNone() ? "a number" : "so many " + dimension.words();
            case Wanted.Money(var per) -> per.isNone() ? "money" : "money per " + per.words();
            case Wanted.Anything() -> "anything";
        };
    }

    private String mend() {
        String unit = switch (wanted) {
            case Wanted.Exactly(var dimension) -> Scale.plain(dimension).unit().text();
            case Wanted.UpToCounts(var dimension) ->
                dimension.equals(Dimension.NONE.per(Dimension.TIME))
                        ? "req/s"
                        : Scale.plain(dimension).unit().text();
            case Wanted.Money(var per) ->
                Scale.plain(Dimension.money("USD").per(per)).unit().text();
            case Wanted.Anything() -> "";
        };
        return unit.isEmpty() ? "write a plain number" : "give it in \"%s\" or a unit like it".formatted(unit);
    }

    private Optional<Fault> outside(Constants constants, Expression expression) {
        List<Expression> ends = expression instanceof Unknown unknown && unknown.shape() != UnknownShape.BETA
                ? unknown.parameters()
                : List.of(expression);
        for (Expression end : ends) {
            OptionalDouble value = constants.of(end);
            if (value.isPresent() && !within(value.getAsDouble())) {
                return Optional.of(outside(expression, Printer.print(end), value.getAsDouble()));
            }
        }
        return Optional.empty();
    }

    private boolean within(double value) {
        return switch (bound) {
            case ANY -> true;
            case NOT_NEGATIVE -> value >= 0;
            case ABOVE_ZERO -> value > 0;
            case SHARE -> value >= 0 && value <= 1;
        };
    }

    private Fault outside(Expression expression, String end, double value) {
        boolean share = bound == Bound.SHARE;
        return new Fault(
                share ? "quantity.share" : "quantity.out-of-range",
                expression.span(),
                "%s is \"%s\", %s"
                        .formatted(what, end, value > 1 ? "more than the whole" : value < 0 ? "below zero" : "zero"),
                share ? "a share lies between 0 and 100 %" : "there can be no such thing",
                share && value > 1 && value <= 100 && !end.contains("%")
                        ? "did you mean \"%s %%\"?".formatted(end)
                        : share
                                ? "write a share between 0 and 100 %"
                                : bound == Bound.ABOVE_ZERO ? "write a value above zero" : "write zero or more");
    }
}
