package dev.plumbline.quantity;

import java.util.Arrays;

/// Ranks and their correlation.
final class Ranks {
    private Ranks() {}

    /// The rank of each value, from 0; equal values share the mean of their ranks.
    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (first(sorted, values[i], false) + first(sorted, values[i], true) - 1) / 2.0;
        }
        return ranks;
    }

    /// The index of the first value at least `value`, or above it.
    private static int first(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Double.compare(sorted[middle], value);
            if (order < 0 || (above && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The correlation of ranks with a permutation; 0 where all ranks are equal.
    static double correlation(double[] ranks, int[] permutation) {
        double middle = (ranks.length - 1) / 2.0;
        double both = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < ranks.length; i++) {
            double a = ranks[i] - middle;
            double b = permutation[i] - middle;
            both += a * b;
            left += a * a;
            right += b * b;
        }
        return left == 0 || right == 0 ? 0 : both / Math.sqrt(left * right);
    }
}
