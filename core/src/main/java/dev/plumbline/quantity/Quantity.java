package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/// A number with its dimension, in base units: s, B, FLOP, J, kg, km, one unit of each currency and of each noun.
///
/// @param value in base units
public record Quantity(double value, Dimension dimension) {
    public static Quantity plain(double value) {
        return new Quantity(value, Dimension.NONE);
    }

    /// A share as a person writes it, with as many digits as other quantities have: `99.4 %`.
    public static String percent(double share) {
        return plain(share * 100) + " %";
    }

    /// A share to so many digits: `99.95 %` with four, where three would round it to a hundred.
    public static String percent(double share, int digits) {
        BigDecimal percent = new BigDecimal(100 * share).round(new MathContext(digits));
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    public Quantity times(Quantity other) {
        return new Quantity(value * other.value, dimension.times(other.dimension));
    }

    public Quantity per(Quantity other) {
        return new Quantity(value / other.value, dimension.per(other.dimension));
    }

    /// @throws IllegalArgumentException when the dimensions differ: the caller has not checked
    public Quantity plus(Quantity other) {
        if (!dimension.equals(other.dimension)) {
            throw new IllegalArgumentException(
                    "A sum of %s and %s has no meaning.".formatted(dimension.words(), other.dimension.words()));
        }
        return new Quantity(value + other.value, dimension);
    }

    /// How many of `unit` this is.
    ///
    /// @throws IllegalArgumentException when the unit is of another dimension
    public double in(Unit unit) {
        if (!dimension.equals(unit.dimension())) {
            throw new IllegalArgumentException(
                    "%s is not measured in \"%s\".".formatted(dimension.words(), unit.text()));
        }
        return unit.fromBase(value).doubleValue();
    }

    /// In the unit a person would pick, to 3 significant digits; see [Scale].
    @Override
    public String toString() {
        return Scale.of(this).print(this);
    }
}
