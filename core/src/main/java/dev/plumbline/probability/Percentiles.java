package dev.plumbline.probability;

import java.util.List;

/// A distribution through stated percentiles: between two of them the logarithm of the value is linear in the
/// normal score of the level, and the first and last slopes continue beyond the ends. Each piece is thus a
/// lognormal, and two percentiles give exactly [Lognormal#throughTwo]. Mean, variance, quantiles and draws are
/// exact for that shape.
///
/// @param levels at least two, ascending, strictly between 0 and 1
/// @param values positive, as many as levels, never falling
public record Percentiles(List<Double> levels, List<Double> values) implements Distribution {
    public Percentiles {
        levels = List.copyOf(levels);
        values = List.copyOf(values);
        if (levels.size() < 2 || levels.size() != values.size()) {
            throw new IllegalArgumentException("at least two percentiles are needed, with as many values as levels; "
                    + "there are \"%d\" levels and \"%d\" values".formatted(levels.size(), values.size()));
        }
        for (int i = 0; i < levels.size(); i++) {
            Require.level(levels.get(i));
            Require.positive(values.get(i), "the value of a percentile");
            if (i > 0 && (levels.get(i) <= levels.get(i - 1) || values.get(i) < values.get(i - 1))) {
                throw new IllegalArgumentException("percentiles must rise: \"%s at %s\" follows \"%s at %s\""
                        .formatted(values.get(i), levels.get(i), values.get(i - 1), levels.get(i - 1)));
            }
        }
    }

    /// The same from arrays.
    public static Percentiles of(double[] levels, double[] values) {
        return new Percentiles(boxed(levels), boxed(values));
    }

    @Override
    public double mean() {
        return moment(1);
    }

    @Override
    public double variance() {
        double mean = mean();
        return Math.max(0, moment(2) - mean * mean);
    }

    /// Each piece is a truncated lognormal: E[X^k; z1 < Z < z2] = exp(k mu + k^2 sigma^2 / 2) (Phi(z2 - k
    /// sigma) - Phi(z1 - k sigma)), by completing the square.
    private double moment(int k) {
        double sum = 0;
        for (int i = 0; i < pieces(); i++) {
            double sigma = sigma(i);
            double from = i == 0 ? Double.NEGATIVE_INFINITY : score(i);
            double to = i == pieces() - 1 ? Double.POSITIVE_INFINITY : score(i + 1);
            double mass = StandardNormal.cdf(to - k * sigma) - StandardNormal.cdf(from - k * sigma);
            sum += StrictMath.exp(k * mu(i) + k * k * sigma * sigma / 2) * mass;
        }
        return sum;
    }

    @Override
    public double quantile(double u) {
        double z = StandardNormal.quantile(u);
        int piece = 0;
        while (piece < pieces() - 1 && z > score(piece + 1)) {
            piece++;
        }
        return StrictMath.exp(mu(piece) + sigma(piece) * z);
    }

    @Override
    public double cdf(double x) {
        if (x <= 0) {
            return 0;
        }
        double log = StrictMath.log(x);
        int piece = pieces() - 1;
        while (piece > 0 && log < StrictMath.log(values.get(piece))) {
            piece--;
        }
        double sigma = sigma(piece);
        if (sigma > 0) {
            return StandardNormal.cdf((log - mu(piece)) / sigma);
        }
        boolean last = piece == pieces() - 1;
        return log < mu(piece) ? 0 : last ? 1 : levels.get(piece + 1);
    }

    @Override
    public Sampler sampler() {
        double[] scores = new double[pieces()];
        double[] mus = new double[pieces()];
        double[] sigmas = new double[pieces()];
        for (int i = 0; i < pieces(); i++) {
            scores[i] = i == pieces() - 1 ? Double.POSITIVE_INFINITY : score(i + 1);
            mus[i] = mu(i);
            sigmas[i] = sigma(i);
        }
        return Sampler.pieces(scores, mus, sigmas);
    }

    private int pieces() {
        return levels.size() - 1;
    }

    private double score(int i) {
        return StandardNormal.quantile(levels.get(i));
    }

    private double sigma(int piece) {
        return (StrictMath.log(values.get(piece + 1)) - StrictMath.log(values.get(piece)))
                / (score(piece + 1) - score(piece));
    }

    private double mu(int piece) {
        return StrictMath.log(values.get(piece)) - sigma(piece) * score(piece);
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
