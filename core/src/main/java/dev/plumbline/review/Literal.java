package dev.plumbline.review;

import dev.plumbline.source.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number that somebody typed, with what follows it, so that another can be written in its manner.
///
/// @param gap what stands between number and unit
/// @param unit the unit, or a suffix such as `k`
record Literal(BigDecimal number, String gap, String unit) {
    private static final Pattern FORM = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9]+)?)(\\s*)([A-Za-z%]*)");
    private static final int DIGITS = 3;

    /// The literal of a scalar; empty for an expression, an interval or a name.
    static Optional<Literal> of(Node node) {
        return node instanceof Node.Scalar scalar ? of(scalar.text()) : Optional.empty();
    }

    /// The literal that a text is; empty where it is none.
    static Optional<Literal> of(String text) {
        Matcher found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(
                        new Literal(new BigDecimal(found.group(1).replace("_", "")), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /// The whole number that it is, if it is one.
    Optional<Integer> whole() {
        boolean small = unit.isEmpty() && number.compareTo(BigDecimal.valueOf(100_000)) <= 0;
        return small && number.stripTrailingZeros().scale() <= 0 ? Optional.of(number.intValue()) : Optional.empty();
    }

    boolean isZero() {
        return number.signum() == 0;
    }

    /// So many times as much, rounded to three digits.
    Literal times(double factor) {
        BigDecimal product = number.multiply(BigDecimal.valueOf(factor))
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return new Literal(product, gap, unit);
    }

    /// A share with so many times as much left to the whole, such as 96 % for half of what 92 % leaves; empty for what
    /// is no share.
    Optional<Literal> nearer(double left) {
        BigDecimal whole = unit.equals("%") ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        if (!(unit.equals("%") || unit.isEmpty()) || number.compareTo(whole) >= 0) {
            return Optional.empty();
        }
        BigDecimal share = whole.subtract(whole.subtract(number).multiply(BigDecimal.valueOf(left)))
                .round(new MathContext(DIGITS + 1, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return Optional.of(new Literal(share, gap, unit));
    }

    /// A number to three digits.
    static String shown(double number) {
        return new Literal(BigDecimal.ONE, "", "").times(number).text();
    }

    String text() {
        return number.toPlainString() + gap + unit;
    }
}
