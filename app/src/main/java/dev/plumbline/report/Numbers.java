package dev.plumbline.report;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/// Numbers as people read them: three digits that matter, thousands as `k`, shares near one hundred per cent with as
/// many
/// nines as they have.
final class Numbers {
    private static final int DIGITS = 3;
    private static final double FROM_WHICH_SCALED = 10_000;
    private static final MathContext STABLE = new MathContext(6, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /// The power of a thousand that a number is written in.
    private enum Scale {
        ONE(1, ""),
        THOUSANDS(1e3, "k"),
        MILLIONS(1e6, "M"),
        BILLIONS(1e9, "bn");

        private final double factor;
        private final String suffix;

        Scale(double factor, String suffix) {
            this.factor = factor;
            this.suffix = suffix;
        }

        static Scale of(double value) {
            double size = Math.abs(value);
            if (size < FROM_WHICH_SCALED || Double.isInfinite(size)) {
                return ONE;
            }
            // 999,950 would round to 1000k.
            return size >= 0.9995e9 ? BILLIONS : size >= 0.9995e6 ? MILLIONS : THOUSANDS;
        }
    }

    /// The value with its unit: `184 ms`, `21.4k USD/month`.
    static String value(Figure figure) {
        double value = figure.interval().value();
        if (Double.isInfinite(value)) {
            return "without bound";
        }
        Scale scale = Scale.of(value);
        String number = exact(figure) ? "%.0f".formatted(value) : rounded(value / scale.factor, figure.unit());
        return number + scale.suffix + (figure.unit().isEmpty() ? "" : " " + figure.unit());
    }

    private static boolean exact(Figure figure) {
        Interval interval = figure.interval();
        return interval.low() == interval.high()
                && Math.abs(interval.value()) < FROM_WHICH_SCALED
                && interval.value() == Math.rint(interval.value());
    }

    /// The interval in the value's scale: `(131 … 260)`; empty where the value is exact.
    static String interval(Figure figure) {
        Interval interval = figure.interval();
        if (interval.low() == interval.high()) {
            return "";
        }
        double reference = Double.isInfinite(interval.value()) ? interval.low() : interval.value();
        Scale scale = Scale.of(reference);
        int decimals = decimals(reference / scale.factor, figure.unit());
        String low = end(interval.low() / scale.factor, decimals, figure.unit());
        String high = end(interval.high() / scale.factor, decimals, figure.unit());
        String suffix = Double.isInfinite(interval.value()) ? scale.suffix : "";
        return low.equals(high) ? "" : "(" + low + suffix + " … " + high + ")";
    }

    /// An end has the value's decimals, unless it is so much smaller that too little of it would be left.
    private static String end(double value, int decimals, String unit) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        boolean vanishes = value != 0 && Math.abs(value) < 5 * Math.pow(10, -decimals);
        if (unit.equals("%")) {
            return rounded(value, unit);
        }
        return decimal(value, vanishes ? Math.max(decimals, decimals(value, unit) - 1) : decimals);
    }

    private static String rounded(double value, String unit) {
        String text = decimal(value, decimals(value, unit));
        return unit.equals("%") && text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// Decimals that leave three digits; for a share in per cent, two digits of what it lacks to 0 or to 100.
    private static int decimals(double value, String unit) {
        if (value == 0) {
            return 0;
        }
        if (unit.equals("%") && value > 0 && value < 100) {
            return Math.clamp(1 - magnitude(Math.min(value, 100 - value)), 0, 9);
        }
        return Math.clamp(DIGITS - 1 - magnitude(value), 0, 12);
    }

    /// The exponent of the leading digit once the number is rounded to three: 0 for 1..9.99, 2 for 999.4, 3 for 999.6.
    private static int magnitude(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale() - 1;
    }

    private static String decimal(double value, int decimals) {
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return text.startsWith("-0") && new BigDecimal(text).signum() == 0 ? text.substring(1) : text;
    }

    /// A count: `9,412`, `11.2M`.
    static String count(long count) {
        if (count < FROM_WHICH_SCALED) {
            return count < 1000 ? Long.toString(count) : count / 1000 + "," + "%03d".formatted(count % 1000);
        }
        return value(new Figure(Interval.exactly((double) count), ""));
    }

    /// A count with its noun: `1 world`, `64 worlds`.
    static String counted(long count, String noun) {
        return count(count) + " " + (count == 1 ? noun : noun + "s");
    }

    /// A share in per cent; only all is 100 % and only none is 0 %.
    static String share(double share) {
        if (share > 0.99 && share < 1) {
            return "> 99 %";
        }
        return share > 0 && share < 0.005 ? "< 1 %" : Math.round(share * 100) + " %";
    }

    /// `chance 4 %`, or nothing where there is none.
    static String chance(OptionalDouble chance) {
        return chance.isPresent() ? "chance " + share(chance.getAsDouble()) : "";
    }

    /// A time in the unit that reads best.
    static Figure time(Interval seconds) {
        double size = Double.isFinite(seconds.value()) ? seconds.value() : seconds.low();
        if (size == 0) {
            return new Figure(seconds, "ms");
        }
        if (size < 1e-3) {
            return scaled(seconds, 1e6, "us");
        }
        if (size < 1) {
            return scaled(seconds, 1e3, "ms");
        }
        return size < 600 ? new Figure(seconds, "s") : scaled(seconds, 1 / 60.0, "min");
    }

    private static Figure scaled(Interval of, double factor, String unit) {
        return new Figure(new Interval(of.value() * factor, of.low() * factor, of.high() * factor), unit);
    }

    /// A share as a figure in per cent.
    static Figure percent(Interval share) {
        return scaled(share, 100, "%");
    }

    /// The number as programs get it: six digits, without binary dust, the same on every machine.
    static BigDecimal stable(double value) {
        BigDecimal rounded = new BigDecimal(value).round(STABLE);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
