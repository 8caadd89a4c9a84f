package dev.plumbline.statistics;

import java.util.Arrays;

/// A long stream of positive values in at most 64 sections of equal length, each a histogram and a sum: memory
/// does not grow with the stream. When all sections are full, neighbours are merged and the length of a
/// section doubles.
///
/// A bucket is 1/128 of an octave in width (0.4 to 0.8 %), from 2^-34 to 2^22; quantiles are interpolated
/// within it. This is HdrHistogram's layout over the bits of a double; that library itself counts whole
/// numbers, one object a histogram, where here 64 of them share one array and are merged and searched in
/// place. Recording costs about 2 ns.
public final class Sections {
    static final int MOST = 64;
    private static final int FIRST_LENGTH = 32;
    private static final int BITS = 7;
    private static final int LOWEST_OCTAVE = -34;
    private static final int OCTAVES = 56;
    /// Buckets in one histogram; the first also takes all that is smaller, the last all that is larger.
    static final int BUCKETS = OCTAVES << BITS;

    private static final int OFFSET = (1023 + LOWEST_OCTAVE) << BITS;

    private final int[] counts = new int[MOST * BUCKETS];
    private final double[] sums = new double[MOST];
    private final int[] sizes = new int[MOST];
    private final int[] misses = new int[MOST];
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest;
    private int lowest = BUCKETS;
    private int highest = -1;
    private int current;
    private int length = FIRST_LENGTH;

    /// Forgets everything, at the cost of the buckets in use.
    public void clear() {
        if (highest >= 0) {
            for (int i = 0; i <= current; i++) {
                Arrays.fill(counts, i * BUCKETS + lowest, i * BUCKETS + highest + 1, 0);
            }
        }
        Arrays.fill(sums, 0);
        Arrays.fill(sizes, 0);
        Arrays.fill(misses, 0);
        smallest = Double.POSITIVE_INFINITY;
        largest = 0;
        lowest = BUCKETS;
        highest = -1;
        current = 0;
        length = FIRST_LENGTH;
    }

    /// Adds a value of zero or more.
    public void record(double value) {
        int bucket = bucket(value);
        if (bucket < lowest) {
            lowest = bucket;
        }
        if (bucket > highest) {
            highest = bucket;
        }
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
        if (sizes[current] + misses[current] == length) {
            open();
        }
        counts[current * BUCKETS + bucket]++;
        sums[current] += value;
        sizes[current]++;
    }

    /// Adds something that has no value: a request that got no answer.
    public void miss() {
        if (sizes[current] + misses[current] == length) {
            open();
        }
        misses[current]++;
    }

    /// From now on a section ends only at [#next], as for repetitions of one episode.
    public void openOnlyOnNext() {
        length = Integer.MAX_VALUE;
    }

    /// Starts the next section although this one is not full, for streams made of parts; does nothing when it
    /// is empty.
    public void next() {
        if (sizes[current] + misses[current] > 0) {
            open();
        }
    }

    private void open() {
        if (current == MOST - 1) {
            merge();
        } else {
            current++;
        }
    }

    private void merge() {
        int end = Math.max(lowest, highest + 1); // nothing at all when there were only misses
        for (int i = 0; i < MOST / 2; i++) {
            int to = i * BUCKETS;
            int left = 2 * i * BUCKETS;
            int right = left + BUCKETS;
            for (int b = lowest; b <= highest; b++) {
                counts[to + b] = counts[left + b] + counts[right + b];
            }
            sums[i] = sums[2 * i] + sums[2 * i + 1];
            sizes[i] = sizes[2 * i] + sizes[2 * i + 1];
            misses[i] = misses[2 * i] + misses[2 * i + 1];
        }
        for (int i = MOST / 2; i < MOST; i++) {
            Arrays.fill(counts, i * BUCKETS + lowest, i * BUCKETS + end, 0);
            sums[i] = 0;
            sizes[i] = 0;
            misses[i] = 0;
        }
        current = MOST / 2;
        length = length > Integer.MAX_VALUE / 2 ? length : 2 * length;
    }

    static int bucket(double value) {
        int bucket = (int) (Double.doubleToRawLongBits(value) >>> (52 - BITS)) - OFFSET;
        return Math.max(0, Math.min(BUCKETS - 1, bucket));
    }

    /// The value at a bucket's lower edge.
    static double edge(int bucket) {
        return bucket == 0 ? 0 : Double.longBitsToDouble((long) (bucket + OFFSET) << (52 - BITS));
    }

    /// Sections that hold something.
    int used() {
        return sizes[current] + misses[current] > 0 ? current + 1 : current;
    }

    /// Values of a section.
    int values(int section) {
        return sizes[section];
    }

    /// Values and misses of a section.
    int size(int section) {
        return sizes[section] + misses[section];
    }

    /// The share of values among values and misses; 1 when there are neither.
    double success(int from, int to) {
        long values = 0;
        long all = 0;
        for (int i = from; i < to; i++) {
            values += sizes[i];
            all += size(i);
        }
        return all == 0 ? 1 : (double) values / all;
    }

    double mean(int section) {
        return sums[section] / Math.max(1, sizes[section]);
    }

    /// Values recorded in sections `from` up to, not including, `to`.
    public long count(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += sizes[i];
        }
        return count;
    }

    /// All values recorded.
    public long count() {
        return count(0, used());
    }

    double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sums[i];
        }
        return sum / count(from, to);
    }

    /// The histogram of sections `from` up to, not including, `to`, added up.
    Pooled pooled(int from, int to) {
        int range = Math.max(0, highest - lowest + 1);
        long[] sum = new long[range];
        for (int i = from; i < to; i++) {
            int row = i * BUCKETS + lowest;
            for (int b = 0; b < range; b++) {
                sum[b] += counts[row + b];
            }
        }
        return new Pooled(sum);
    }

    /// The same for keeps.
    Histogram histogram(int from, int to) {
        return new Histogram(lowest, pooled(from, to).sum);
    }

    /// Values of a section at or below each of some ascending points, in one pass.
    ///
    /// @param below where the counts go
    void countBelow(int section, double[] points, double[] below) {
        int row = section * BUCKETS;
        long before = 0;
        int bucket = lowest;
        for (int i = 0; i < points.length; i++) {
            int at = Math.min(bucket(points[i]), highest);
            while (bucket < at) {
                before += counts[row + bucket++];
            }
            below[i] = before + counts[row + at] * Math.min(1, within(at, points[i]));
        }
    }

    static double within(int bucket, double point) {
        double low = edge(bucket);
        return (point - low) / (edge(bucket + 1) - low);
    }

    /// One histogram of many sections.
    final class Pooled {
        private final long[] sum;
        private final long count;

        private Pooled(long[] sum) {
            this.sum = sum;
            long all = 0;
            for (long each : sum) {
                all += each;
            }
            this.count = all;
        }

        /// The value at a level; NaN when there are none, infinite when the level lies beyond the largest.
        double quantile(double level) {
            if (count == 0) {
                return Double.NaN;
            }
            if (level > 1) {
                return Double.POSITIVE_INFINITY;
            }
            double rank = Math.max(0, level * count);
            long before = 0;
            for (int b = 0; b < sum.length; b++) {
                if (sum[b] > 0 && before + sum[b] >= rank) {
                    double low = edge(lowest + b);
                    double value = low + (edge(lowest + b + 1) - low) * ((rank - before) / sum[b]);
                    return Math.max(smallest, Math.min(largest, value));
                }
                before += sum[b];
            }
            return largest;
        }
    }
}
