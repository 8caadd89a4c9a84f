package dev.plumbline.probability;

/// The exponential of a normal variable: right-skewed and positive, the usual shape of a service time.
///
/// @param mu the mean of the logarithm
/// @param sigma the standard deviation of the logarithm, zero or more
public record Lognormal(double mu, double sigma) implements Distribution {
    public Lognormal {
        Require.notNegative(Math.abs(mu), "the size of mu");
        Require.notNegative(sigma, "sigma");
    }

    /// The lognormal with the given median and 99th percentile.
    public static Lognormal through(double p50, double p99) {
        return throughTwo(0.50, p50, 0.99, p99);
    }

    /// The lognormal whose quantile at `u1` is `x1` and at `u2` is `x2`.
    ///
    /// @throws IllegalArgumentException unless `u1 < u2`, both strictly within 0 and 1, and `0 < x1 <= x2`
    public static Lognormal throughTwo(double u1, double x1, double u2, double x2) {
        Require.level(u1);
        Require.level(u2);
        Require.positive(x1, "the lower value");
        Require.positive(x2, "the upper value");
        if (!(u1 < u2) || x1 > x2) {
            throw new IllegalArgumentException(
                    "values must rise with their levels, not \"%s at %s, %s at %s\"".formatted(x1, u1, x2, u2));
        }
        double z1 = StandardNormal.quantile(u1);
        double z2 = StandardNormal.quantile(u2);
        double sigma = (StrictMath.log(x2) - StrictMath.log(x1)) / (z2 - z1);
        return new Lognormal(StrictMath.log(x1) - sigma * z1, sigma);
    }

    /// The lognormal with the given mean and coefficient of variation.
    public static Lognormal of(double mean, double cv) {
        Require.positive(mean, "the mean");
        Require.notNegative(cv, "the coefficient of variation");
        double variance = StrictMath.log1p(cv * cv);
        return new Lognormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
    }

    @Override
    public double mean() {
        return StrictMath.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double variance() {
        double mean = mean();
        return StrictMath.expm1(sigma * sigma) * mean * mean;
    }

    @Override
    public double quantile(double u) {
        return StrictMath.exp(mu + sigma * StandardNormal.quantile(u));
    }

    @Override
    public double cdf(double x) {
        if (x <= 0) {
            return 0;
        }
        double log = StrictMath.log(x);
        return sigma == 0 ? (log >= mu ? 1 : 0) : StandardNormal.cdf((log - mu) / sigma);
    }

    @Override
    public Sampler sampler() {
        return Sampler.lognormal(mu, sigma);
    }
}
