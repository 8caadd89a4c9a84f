package dev.plumbline.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/// What the sections of a run say about the long run: the warm-up left out, every estimate with a confidence
/// interval.
///
/// The warm-up ends where MSER says: the cut `d` that minimises the variance of the remaining section means
/// over the square of their number (K. P. White, "An effective truncation heuristic for bias reduction in
/// simulation output", Simulation 69, 1997; over batches in K. P. White, M. J. Cobb, S. C. Spratt, WSC 2000),
/// looked for in the first half.
///
/// The mean's interval is Student's t over section means. A quantile's comes from the share of values below
/// the estimate, section by section: the error of that share is found as a mean's is, and carried back through
/// the distribution, `[Q(p - h), Q(p + h)]` (P. Heidelberger, P. A. W. Lewis, "Quantile estimation in
/// dependent sequences", Operations Research 32, 1984). A share is linear in the data where a section's own
/// quantile is not, so rare long busy periods are not lost, and the interval is as skewed as the tail.
///
/// Neighbouring sections are correlated; the error is widened as for a first-order autoregression, by `(1 + r)
/// / (1 - r)`, and the degrees of freedom shrink by the same factor.
public final class SteadyState {
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

    /// Of the values that count.
    public Histogram histogram() {
        return sections.histogram(from, to);
    }

    public Interval mean() {
        double value = sections.mean(from, to);
        double[] means = new double[to - from];
        double[] weights = new double[to - from];
        for (int i = 0; i < means.length; i++) {
            weights[i] = sections.values(from + i);
            means[i] = sections.mean(from + i);
        }
        Spread spread = spread(value, means, weights);
        return new Interval(value, Math.max(0, value - spread.below), value + spread.above);
    }

    /// The share of values among values and misses.
    public Interval success() {
        double value = sections.success(from, to);
        double[] shares = new double[to - from];
        double[] weights = new double[to - from];
        for (int i = 0; i < shares.length; i++) {
            weights[i] = sections.size(from + i);
            shares[i] = sections.success(from + i, from + i + 1);
        }
        Spread spread = spread(value, shares, weights);
        return new Interval(value, Math.max(0, value - spread.below), Math.min(1, value + spread.above));
    }

    /// @param level strictly between 0 and 1
    /// @return with an infinite `high` when there are too few values to bound it
    public Interval quantile(double level) {
        return quantiles(List.of(level)).getFirst();
    }

    /// Several quantiles, levels ascending, for little more than the price of one.
    public List<Interval> quantiles(List<Double> ascending) {
        double[] levels = ascending.stream().mapToDouble(Double::doubleValue).toArray();
        Sections.Pooled pooled = sections.pooled(from, to);
        double[] values = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            values[k] = pooled.quantile(levels[k]);
        }
        double[][] shares = new double[levels.length][to - from];
        double[] weights = new double[to - from];
        double[] below = new double[levels.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sections.values(from + i);
            sections.countBelow(from + i, values, below);
            for (int k = 0; k < levels.length; k++) {
                shares[k][i] = weights[i] == 0 ? levels[k] : below[k] / weights[i];
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (int k = 0; k < levels.length; k++) {
            Spread spread = spread(levels[k], shares[k], weights);
            // If truly more lies above the estimate than was seen, the quantile is higher.
            double low = pooled.quantile(levels[k] - spread.above);
            intervals.add(new Interval(values[k], low, pooled.quantile(levels[k] + spread.below)));
        }
        return intervals;
    }

    /// How far an interval reaches below and above a mean of section values.
    private record Spread(double below, double above) {}

    /// The interval about a weighted mean of section values; infinite with fewer than five sections.
    private Spread spread(double value, double[] parts, double[] weights) {
        int n = parts.length;
        if (n < 5) {
            return new Spread(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double all = 0;
        double weighted = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < n; i++) {
            double away = parts[i] - value;
            all += weights[i];
            weighted += weights[i] * away * weights[i] * away;
            squares += weights[i] * away * away;
            cubes += weights[i] * away * away * away;
        }
        if (squares == 0) {
            return new Spread(0, 0);
        }
        double correlation = correlation(value, parts, weights);
        double longer = (1 + correlation) / (1 - correlation);
        double error = Math.sqrt(weighted / (all * all) * n / (n - 1) * longer);
        double t = new TDistribution(Math.max(2, n / longer - 1)).inverseCumulativeProbability(0.5 + confidence / 2);
        double skew = cubes / all / Math.pow(squares / all, 1.5) / (6 * Math.sqrt(n / longer));
        return new Spread(error * skewed(t, skew), -error * skewed(-t, skew));
    }

    private static double skewed(double t, double skew) {
        return Math.abs(skew) < 1e-4 ? t : (Math.cbrt(1 + 6 * skew * (t - skew)) - 1) / (2 * skew);
    }

    /// Of neighbouring sections; never below zero, and mended for its bias of `(1 + 4 r) / n` (M. G. Kendall,
    /// 1954).
    private static double correlation(double value, double[] parts, double[] weights) {
        double products = 0;
        double squares = 0;
        for (int i = 1; i < parts.length; i++) {
            double weight = Math.min(weights[i], weights[i - 1]);
            double away = parts[i] - value;
            double before = parts[i - 1] - value;
            products += weight * away * before;
            squares += weight * (away * away + before * before) / 2;
        }
        double raw = squares == 0 ? 0 : products / squares;
        double mended = raw + (1 + 4 * Math.max(0, raw)) / parts.length;
        return Math.max(0, Math.min(0.95, mended));
    }
}
