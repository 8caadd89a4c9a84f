package dev.plumbline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers beside others' numbers: four digits, whole ones up to a million as they are.
final class Decimals {
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);
    private static final double LARGEST_WHOLE = 1e6;
    private static final int LEAST_EXPONENT = -4;

    private Decimals() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : "without bound";
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < LEAST_EXPONENT || exponent >= 6
                ? rounded.movePointLeft(exponent).toPlainString() + "e" + exponent
                : rounded.toPlainString();
    }
}
