package dev.plumbline.export;

import dev.plumbline.requirement.Window;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The stretch of time for which an objective has one error budget.
///
/// @param seconds its length
/// @param calendar whether it begins with a month, a week, a day, instead of rolling
record Period(double seconds, boolean calendar) {
    private static final int FEWEST_SLICES = 20;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double MONTH = 30.4375 * DAY;
    private static final double YEAR = 12 * MONTH;

    static Period ofDays(int days) {
        return new Period(days * DAY, false);
    }

    static Period of(double seconds, Window.Kind kind) {
        return new Period(seconds, kind == Window.Kind.CALENDAR);
    }

    /// OpenSLO's shorthand: a whole number of years, months, days, hours or minutes; it has nothing finer.
    Optional<String> openSlo() {
        // Months before days: a month is no whole number of days.
        Map<String, Double> units = Map.of("Y", YEAR, "M", MONTH, "d", DAY, "h", HOUR, "m", MINUTE);
        for (String unit : new String[] {"Y", "M", "d", "h", "m"}) {
            double count = seconds / units.getOrDefault(unit, MINUTE);
            if (count >= 1 && isWhole(count)) {
                return Optional.of(Math.round(count) + unit);
            }
        }
        return Optional.empty();
    }

    /// How often a number is read that is read now and then, in OpenSLO's shorthand: once a day, or as often as makes
    /// twenty readings in the period, of which one may fall short.
    String slice() {
        if (seconds >= FEWEST_SLICES * DAY) {
            return "1d";
        }
        return seconds >= FEWEST_SLICES * HOUR ? "1h" : "1m";
    }

    /// The days over which Prometheus rolls: a month is 30 of them there, and a year 365. Empty for a part of a day.
    OptionalInt days() {
        double months = seconds / MONTH;
        double years = seconds / YEAR;
        if (years >= 1 && isWhole(years)) {
            return OptionalInt.of((int) Math.round(years) * 365);
        }
        if (months >= 1 && isWhole(months)) {
            return OptionalInt.of((int) Math.round(months) * 30);
        }
        double days = seconds / DAY;
        return days >= 1 && isWhole(days) ? OptionalInt.of((int) Math.round(days)) : OptionalInt.empty();
    }

    /// Whether Prometheus's days are the stated ones.
    boolean isExactInDays() {
        return !calendar && days().stream().anyMatch(days -> days * DAY == seconds);
    }

    private static boolean isWhole(double count) {
        return Math.abs(count - Math.rint(count)) < 1e-9 * count;
    }

    /// A number of days as Prometheus prints a duration, which Sloth's names end in: `30d`, `4w`, `1y`.
    static String prometheus(int days) {
        if (days % 365 == 0) {
            return days / 365 + "y";
        }
        return days % 7 == 0 ? days / 7 + "w" : days + "d";
    }
}
