package dev.plumbline.assessment;

import java.util.Arrays;

/// A value with a 90 % interval, in base units (seconds, bytes, shares).
///
/// @param value the median over worlds, or the point estimate
/// @param low the lower end; not above `high`
/// @param high the upper end; infinite where the value grows without bound
public record Interval(double value, double low, double high) {
    public Interval {
        if (low > high) {
            throw new IllegalArgumentException("The interval (%s .. %s) is upside down.".formatted(low, high));
        }
    }

    /// The median and the 5th and 95th percentile of a value over worlds.
    static Interval over(double[] worlds) {
        double[] sorted = worlds.clone();
        Arrays.sort(sorted);
        return new Interval(Judge.at(sorted, 0.5), Judge.at(sorted, 0.05), Judge.at(sorted, 0.95));
    }

    /// A value that is known exactly.
    public static Interval exactly(double value) {
        return new Interval(value, value, value);
    }
}
