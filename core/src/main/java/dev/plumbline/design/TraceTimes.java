package dev.plumbline.design;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of a trace: numbers, or dates with a time of day.
final class TraceTimes {
    private static final Pattern STAMP = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?\\s?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final int DAY = 86_400;

    private TraceTimes() {}

    /// The number of units that a text says; not a number when it says none.
    static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// Seconds since 1970 that a date with a time of day says; not a number when it says none.
    static double stamp(String text) {
        Matcher stamp = STAMP.matcher(text);
        if (!stamp.matches()) {
            return Double.NaN;
        }
        try {
            long day = LocalDate.of(whole(stamp, 1), whole(stamp, 2), whole(stamp, 3))
                    .toEpochDay();
            double fraction = stamp.group(7) == null ? 0 : Double.parseDouble(stamp.group(7));
            return day * DAY
                    + whole(stamp, 4) * 3600L
                    + whole(stamp, 5) * 60L
                    + whole(stamp, 6)
                    + fraction
                    - offset(stamp);
        } catch (DateTimeException _) {
            return Double.NaN;
        }
    }

    private static int whole(Matcher stamp, int group) {
        return Integer.parseInt(stamp.group(group));
    }

    private static int offset(Matcher stamp) {
        String text = stamp.group(8) == null ? "Z" : stamp.group(8).replace(":", "");
        if (text.equals("Z")) {
            return 0;
        }
        int seconds = Integer.parseInt(text.substring(1, 3)) * 3600 + Integer.parseInt(text.substring(3, 5)) * 60;
        return text.startsWith("-") ? -seconds : seconds;
    }
}
