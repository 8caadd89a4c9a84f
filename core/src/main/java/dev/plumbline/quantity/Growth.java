package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// How a value grows with time: `6 %/month` compounds every month.
///
/// @param rate per time
/// @param period how often growth is added to what grows, in s
public record Growth(Expression rate, double period) {
    /// Growth at a rate, compounded over the time unit it is written with; by the year when it names none.
    public static Growth at(Expression rate) {
        return new Growth(
                rate, period(rate).orElse(Units.standard().get("year").factor().doubleValue()));
    }

    private static Optional<Double> period(Expression expression) {
        if (expression instanceof Literal literal) {
            for (Unit.Part part : literal.unit().parts()) {
                if (part.word().dimension().equals(Dimension.TIME)
                        && part.power().over() < 0) {
                    return Optional.of(part.word().factor().doubleValue());
                }
            }
        }
        List<Expression> parts = expression.parts();
        return parts.stream().map(Growth::period).flatMap(Optional::stream).findFirst();
    }
}
