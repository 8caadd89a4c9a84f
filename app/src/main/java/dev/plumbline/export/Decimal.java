package dev.plumbline.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as files hold them: decimal, so that a budget of 0.1 % is `0.001` and not `0.0009999999999999432`.
final class Decimal {
    /// A target is typed with fewer digits than these, and a `double` holds more.
    private static final MathContext TYPED = new MathContext(12, RoundingMode.HALF_EVEN);

    private static final int FACTOR_DECIMALS = 4;

    private Decimal() {}

    /// The decimal number that was typed and read as `value`.
    static BigDecimal of(double value) {
        return trimmed(new BigDecimal(value).round(TYPED));
    }

    /// A number to two digits, for people.
    static BigDecimal rounded(double value) {
        return trimmed(new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN)));
    }

    /// One minus a share.
    static BigDecimal rest(BigDecimal share) {
        return trimmed(BigDecimal.ONE.subtract(share));
    }

    /// A quotient to four decimals.
    static BigDecimal over(BigDecimal dividend, BigDecimal divisor) {
        return trimmed(dividend.divide(divisor, FACTOR_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// A share in per cent.
    static BigDecimal percent(BigDecimal share) {
        return trimmed(share.movePointRight(2));
    }

    /// A thousand times as much.
    static BigDecimal thousand(BigDecimal number) {
        return trimmed(number.movePointRight(3));
    }

    /// As text, without an exponent.
    static String text(BigDecimal number) {
        return number.toPlainString();
    }

    private static BigDecimal trimmed(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
