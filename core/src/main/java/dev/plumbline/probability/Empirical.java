package dev.plumbline.probability;

import java.util.Arrays;

/// The values that were measured, each as likely as any other; nothing beyond the largest is ever drawn.
///
/// @param sorted at least one value, ascending, none negative; copied in and out
@SuppressWarnings("ArrayRecordComponent") // millions of measurements: boxing them would cost twentyfold
public record Empirical(double[] sorted) implements Distribution {
    public Empirical {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("at least one measurement is needed");
        }
        sorted = sorted.clone();
        double before = 0;
        for (double value : sorted) {
            Require.notNegative(value, "a measurement");
            if (value < before) {
                throw new IllegalArgumentException(
                        "measurements must be ascending, \"%s\" follows \"%s\"".formatted(value, before));
            }
            before = value;
        }
    }

    @Override
    public double[] sorted() {
        return sorted.clone();
    }

    @Override
    public double mean() {
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return sum / sorted.length;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (double value : sorted) {
            sum += (value - mean) * (value - mean);
        }
        return sum / sorted.length;
    }

    @Override
    public double quantile(double u) {
        int rank = (int) Math.ceil(Require.level(u) * sorted.length - 1e-9);
        return sorted[Math.max(0, rank - 1)];
    }

    @Override
    public double cdf(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    @Override
    public Sampler sampler() {
        return Sampler.empirical(sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "Empirical[%d values from %s to %s]".formatted(sorted.length, sorted[0], sorted[sorted.length - 1]);
    }
}
