package dev.plumbline.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/// What the sections of a run say about the long run: the warm-up left out, every estimate with a confidence
/// interval.
///
/// The warm-up ends where MSER says: the cut `d` that minimises the variance of the remaining section means
/// over the square of their number (K. P. White, "An effective truncation heuristic for bias reduction in
/// simulation output", Simulation 69, 1997; over batches in K. P. White, M. J. Cobb, S. C. Spratt, WSC 2000),
/// looked for in the first half. Intervals come from sectioning (S. Asmussen, P. W. Glynn, "Stochastic
/// Simulation", 2007, III.5; M. K. Nakayama, "Confidence intervals for quantiles using sectioning", ACM TOMACS
/// 24, 2014): the estimate over all that remains, with Student's t on how the same estimate differs between up
/// to 20 consecutive parts. When neighbouring parts are correlated, fewer and longer ones are used.
public final class SteadyState {
    private static final int[] PARTS = {20, 10, 5};
    /// Expected values beyond the quantile in a part, below which parts are made longer.
    private static final double LEAST_BEYOND = 8;

    private final Sections sections;
    private final int from;
    private final int to;
    private final double confidence;

    private SteadyState(Sections sections, int from, double confidence) {
        this.sections = sections;
        this.from = from;
        this.to = sections.used();
        this.confidence = confidence;
    }

    /// The long run as far as it can be seen.
    ///
    /// @param confidence of the intervals, such as 0.90
    public static SteadyState of(Sections sections, double confidence) {
        return new SteadyState(sections, warmup(sections), confidence);
    }

    /// The same without looking for a warm-up: for repeated episodes, whose sections are independent.
    public static SteadyState whole(Sections sections, double confidence) {
        return new SteadyState(sections, 0, confidence);
    }

    private static int warmup(Sections sections) {
        int used = sections.used();
        // The last section may be nearly empty and its mean wild.
        int n = used > 1 && sections.size(used - 1) < sections.size(0) ? used - 1 : used;
        double sum = 0;
        double squares = 0;
        double best = Double.POSITIVE_INFINITY;
        int cut = 0;
        for (int d = n - 1; d >= 0; d--) {
            double mean = sections.mean(d);
            sum += mean;
            squares += mean * mean;
            int left = n - d;
            double error = (squares - sum * sum / left) / ((double) left * left);
            if (d <= n / 2 && error <= best) {
                best = error;
                cut = d;
            }
        }
        return cut;
    }

    /// Values left out at the beginning.
    public long warmup() {
        return sections.count(0, from);
    }

    /// Values that count.
    public long count() {
        return sections.count(from, to);
    }

    public Interval mean() {
        return interval(sections::mean, Double.POSITIVE_INFINITY);
    }

    /// The share of values among values and misses.
    public Interval success() {
        Interval spread = interval(sections::success, Double.POSITIVE_INFINITY);
        return new Interval(spread.value(), spread.low(), Math.min(1, spread.high()));
    }

    /// @param level strictly between 0 and 1
    public Interval quantile(double level) {
        return interval((first, end) -> sections.quantile(first, end, level), count() * Math.min(level, 1 - level));
    }

    /// An estimate from sections `first` up to, not including, `end`.
    private interface Estimate {
        double of(int first, int end);
    }

    private Interval interval(Estimate estimate, double beyond) {
        double value = estimate.of(from, to);
        for (int parts : PARTS) {
            boolean last = parts == PARTS[PARTS.length - 1];
            if (to - from < parts || (!last && beyond / parts < LEAST_BEYOND)) {
                continue;
            }
            double[] estimates = new double[parts];
            for (int i = 0; i < parts; i++) {
                int first = from + (to - from) * i / parts;
                int end = from + (to - from) * (i + 1) / parts;
                double part = estimate.of(first, end);
                estimates[i] = Double.isNaN(part) ? value : part;
            }
            if (last || correlation(estimates) < 1.28 / Math.sqrt(parts)) {
                return around(value, estimates);
            }
        }
        return new Interval(value, 0, Double.POSITIVE_INFINITY);
    }

    private Interval around(double value, double[] estimates) {
        int n = estimates.length;
        double squares = 0;
        for (double estimate : estimates) {
            squares += (estimate - value) * (estimate - value);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        double t = new TDistribution(n - 1).inverseCumulativeProbability(0.5 + confidence / 2);
        return new Interval(value, Math.max(0, value - t * error), value + t * error);
    }

    /// The correlation of neighbours.
    private static double correlation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return squares == 0 ? 0 : products / squares;
    }
}
