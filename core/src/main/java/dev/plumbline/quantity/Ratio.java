package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/// An exact fraction in lowest terms: the power of a base dimension. `sqrt(s)` is second to the power 1/2, not 0.5.
///
/// @param over the numerator
/// @param under the denominator, at least 1
public record Ratio(int over, int under) implements Comparable<Ratio> {
    public static final Ratio ZERO = new Ratio(0, 1);
    public static final Ratio ONE = new Ratio(1, 1);

    public Ratio {
        if (under == 0) {
            throw new IllegalArgumentException("A ratio (%d/0) needs a denominator.".formatted(over));
        }
        int divisor = gcd(Math.abs(over), Math.abs(under)) * (under < 0 ? -1 : 1);
        over /= divisor;
        under /= divisor;
    }

    public static Ratio of(int whole) {
        return new Ratio(whole, 1);
    }

    /// The fraction with the value of a decimal such as 0.5 or -2.
    ///
    /// @throws ArithmeticException when it has more digits than an int can hold
    public static Ratio of(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        int scale = Math.max(0, plain.scale());
        return new Ratio(
                plain.movePointRight(scale).intValueExact(),
                BigDecimal.TEN.pow(scale).intValueExact());
    }

    /// The fraction with a denominator of at most 12 that a double stands for, if there is one.
    public static Optional<Ratio> near(double value) {
        for (int under = 1; under <= 12; under++) {
            double over = value * under;
            if (Math.abs(over - Math.rint(over)) < 1e-12 && Math.abs(over) < 1000) {
                return Optional.of(new Ratio((int) Math.rint(over), under));
            }
        }
        return Optional.empty();
    }

    public Ratio plus(Ratio other) {
        return new Ratio(
                Math.addExact(Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
                Math.multiplyExact(under, other.under));
    }

    public Ratio times(Ratio other) {
        return new Ratio(Math.multiplyExact(over, other.over), Math.multiplyExact(under, other.under));
    }

    public Ratio negated() {
        return new Ratio(-over, under);
    }

    public double value() {
        return (double) over / under;
    }

    public boolean isWhole() {
        return under == 1;
    }

    @Override
    public int compareTo(Ratio other) {
        return Long.compare((long) over * other.under, (long) other.over * under);
    }

    @Override
    public String toString() {
        return under == 1 ? Integer.toString(over) : over + "/" + under;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
    }
}
