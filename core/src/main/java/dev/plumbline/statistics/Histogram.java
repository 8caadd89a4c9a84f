package dev.plumbline.statistics;

import java.util.Arrays;

/// Counts of positive values by size, in buckets of 1/128 of an octave: 0.4 to 0.8 % wide.
public final class Histogram {
    private final int lowest;
    private final long[] counts;
    private final long count;

    /// @param lowest the first bucket
    /// @param counts of it and those above
    Histogram(int lowest, long[] counts) {
        this.lowest = lowest;
        this.counts = counts.clone();
        long all = 0;
        for (long each : counts) {
            all += each;
        }
        this.count = all;
    }

    /// All values.
    public long count() {
        return count;
    }

    /// The share of values at or below a point, interpolated within its bucket; 0 where there are no values.
    public double below(double point) {
        int at = Sections.bucket(point) - lowest;
        if (count == 0 || at < 0) {
            return 0;
        }
        long before = 0;
        for (int i = 0; i < Math.min(at, counts.length); i++) {
            before += counts[i];
        }
        double within = at < counts.length ? counts[at] * Math.min(1, Sections.within(at + lowest, point)) : 0;
        return (before + within) / count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that && lowest == that.lowest && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * lowest + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "%d values".formatted(count);
    }
}
