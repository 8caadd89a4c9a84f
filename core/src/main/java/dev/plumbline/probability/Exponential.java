package dev.plumbline.probability;

/// The memoryless distribution with the given mean.
public record Exponential(double mean) implements Distribution {
    public Exponential {
        Require.positive(mean, "the mean");
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double quantile(double u) {
        return -mean * StrictMath.log1p(-Require.level(u));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-x / mean);
    }

    @Override
    public Sampler sampler() {
        return Sampler.exponential(mean);
    }
}
