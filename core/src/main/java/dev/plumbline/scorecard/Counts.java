package dev.plumbline.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers in sentences, to two digits.
final class Counts {
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final MathContext SHARE = new MathContext(4, RoundingMode.HALF_EVEN);

    private Counts() {}

    /// `320`, `14k`, `2.1M`
    static String words(double count) {
        if (!Double.isFinite(count)) {
            return "without end";
        }
        String[] suffixes = {"", "k", "M", "bn"};
        double scaled = count;
        int suffix = 0;
        while (count >= 9_950 && scaled >= 1000 && suffix < suffixes.length - 1) {
            scaled /= 1000;
            suffix++;
        }
        return plain(new BigDecimal(scaled).round(DIGITS)) + suffixes[suffix];
    }

    /// `2 %`, `2.25 %`
    static String percent(double share) {
        return plain(new BigDecimal(share * 100).round(SHARE)) + " %";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
