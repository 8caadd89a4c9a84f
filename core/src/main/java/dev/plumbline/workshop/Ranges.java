package dev.plumbline.workshop;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ranges for what nobody knows.
final class Ranges {
    private static final Pattern VALUE = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z%]*)( .*)?");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Ranges() {}

    /// A range from half to twice the value, or the value itself where it is a range or an expression already.
    static String around(String value) {
        Matcher number = VALUE.matcher(value);
        if (!number.matches() || value.contains("..")) {
            return value;
        }
        BigDecimal middle = new BigDecimal(number.group(1));
        String unit = number.group(2) + (number.group(3) == null ? "" : number.group(3));
        BigDecimal most =
                unit.strip().equals("%") ? middle.multiply(TWO).min(BigDecimal.valueOf(100)) : middle.multiply(TWO);
        return plain(middle.divide(TWO)) + number.group(2).replace("%", "") + " .. " + plain(most) + unit;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
