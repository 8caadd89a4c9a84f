package dev.plumbline.quantity;

import java.util.Optional;

/// A formula with numbers in the place of its names, as a person writes it to check it by hand:
/// `1.96M user * 5.92 session/user/day`. The numbers are medians over worlds to three digits; the median of a product
/// is
/// the product of the medians where the factors are lognormal, and close to it elsewhere.
public final class FilledIn {
    private final Valuation valuation;

    private FilledIn(Valuation valuation) {
        this.valuation = valuation;
    }

    /// The formula, over names of the valuation's sheet.
    public static String of(Valuation valuation, Expression formula) {
        return Printer.print(Substitution.of(new FilledIn(valuation)::number, formula));
    }

    /// A name prints as its path, so a number stands in its place under its own text.
    private Optional<Expression> number(Expression part) {
        return switch (part) {
            case Expression.Name(var path, var _) -> defined(path).map(FilledIn::text);
            case Expression.Summary summary -> Optional.of(text(summary(summary)));
            case Expression.Literal _,
                    Expression.Unknown _,
                    Expression.Negated _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Call _ -> Optional.empty();
        };
    }

    private static Expression text(String number) {
        return Expressions.name(number);
    }

    private Optional<String> defined(String path) {
        return valuation.checked().sheet().find(path).map(definition -> {
            Quantity median = new Quantity(valuation.spread(path).median(), valuation.dimension(path));
            return definition
                    .unit()
                    .map(unit -> Scale.of(median, unit))
                    .orElseGet(() -> Scale.of(median))
                    .print(median);
        });
    }

    private String summary(Expression.Summary summary) {
        Dimension dimension = valuation.dimension(summary.of().path());
        return new Quantity(Spread.of(valuation.values(summary)).median(), dimension).toString();
    }
}
