package dev.plumbline.probability;

/// Another distribution with every value multiplied by a positive factor.
public record Scaled(Distribution of, double factor) implements Distribution {
    public Scaled {
        Require.positive(factor, "the factor");
    }

    @Override
    public double mean() {
        return of.mean() * factor;
    }

    @Override
    public double variance() {
        return of.variance() * factor * factor;
    }

    @Override
    public double quantile(double u) {
        return of.quantile(u) * factor;
    }

    @Override
    public double cdf(double x) {
        return of.cdf(x / factor);
    }

    @Override
    public Sampler sampler() {
        return Sampler.scaled(of.sampler(), factor);
    }
}
