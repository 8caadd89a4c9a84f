package dev.plumbline.probability;

/// How a quantity varies from one request to the next: values from zero upwards, in whatever unit the caller
/// uses.
///
/// Every shape knows its moments, its distribution function and the inverse of it exactly or to about 1e-12,
/// and compiles to a [Sampler] that draws from it without allocating.
public sealed interface Distribution
        permits Constant, Empirical, Exponential, Gamma, Lognormal, Mix, Pareto, Percentiles, Scaled, Sum {

    /// The mean; infinite for a [Pareto] whose tail is at most 1.
    double mean();

    /// The variance; infinite for a [Pareto] whose tail is at most 2.
    double variance();

    /// The smallest value that at least a share `u` of draws stays at or below.
    ///
    /// @param u strictly between 0 and 1
    /// @throws IllegalArgumentException if `u` is not strictly between 0 and 1
    double quantile(double u);

    /// The share of draws at or below `x`.
    double cdf(double x);

    /// Compiles this shape for drawing; the sampler holds no state and may be shared between threads.
    Sampler sampler();

    /// The squared coefficient of variation: variance over the mean's square, 0 for a constant, 1 for an
    /// exponential.
    default double squaredVariation() {
        double mean = mean();
        return mean == 0 ? 0 : variance() / (mean * mean);
    }
}
