package dev.plumbline.probability;

/// Always the same value, zero or more.
public record Constant(double value) implements Distribution {
    public Constant {
        Require.notNegative(value, "the value");
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double quantile(double u) {
        Require.level(u);
        return value;
    }

    @Override
    public double cdf(double x) {
        return x >= value ? 1 : 0;
    }

    @Override
    public Sampler sampler() {
        return Sampler.constant(value);
    }
}
