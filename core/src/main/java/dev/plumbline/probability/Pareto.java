package dev.plumbline.probability;

/// The power law: a share `(min / x)^tail` of draws exceeds any `x` above `min`.
///
/// @param min the smallest value, positive
/// @param tail the exponent, positive; at most 1 has no mean, at most 2 no variance
public record Pareto(double min, double tail) implements Distribution {
    public Pareto {
        Require.positive(min, "the minimum");
        Require.positive(tail, "the tail exponent");
    }

    @Override
    public double mean() {
        return tail > 1 ? min * tail / (tail - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return tail > 2 ? min * min * tail / ((tail - 1) * (tail - 1) * (tail - 2)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double quantile(double u) {
        return min * StrictMath.exp(-StrictMath.log1p(-Require.level(u)) / tail);
    }

    @Override
    public double cdf(double x) {
        return x <= min ? 0 : -StrictMath.expm1(tail * StrictMath.log(min / x));
    }

    @Override
    public Sampler sampler() {
        return Sampler.pareto(min, tail);
    }
}
