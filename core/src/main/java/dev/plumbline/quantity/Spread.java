package dev.plumbline.quantity;

import java.util.Arrays;

/// A value over worlds, in base units: the median and the interval that holds the middle 90 % of worlds.
public record Spread(double median, double low, double high) {
    /// The spread of values, one for each world. Quantiles are interpolated between midpoints (A. Hazen, 1914), which
    /// a Latin hypercube meets exactly. Cost: one sort.
    public static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95));
    }

    /// Whether the value is the same in every world, or there is none in any.
    public boolean isCertain() {
        return Double.compare(low, high) == 0;
    }

    private static double at(double[] sorted, double level) {
        double position = Math.clamp(level * sorted.length - 0.5, 0, sorted.length - 1.0);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = position - below;
        return share == 0 || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
