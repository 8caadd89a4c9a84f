package dev.plumbline.quantity;

import dev.plumbline.probability.Exp;
import dev.plumbline.probability.StandardNormal;
import org.hipparchus.distribution.continuous.BetaDistribution;

/// What is known about one value that nobody knows, in base units: which values are how likely. A world's value is the
/// quantile at that world's level.
public sealed interface Belief {
    /// The value at a level.
    ///
    /// @param u the level, strictly between 0 and 1
    /// @param z its normal score
    double at(double u, double z);

    /// The value at a level strictly between 0 and 1.
    default double quantile(double u) {
        return at(u, StandardNormal.quantile(u));
    }

    /// The normal score of 95 %.
    double Z95 = 1.6448536269514722;

    /// Both ends of a range are this.
    record Certain(double value) implements Belief {
        @Override
        public double at(double u, double z) {
            return value;
        }
    }

    /// The logarithm is normal with mean `mu` and standard deviation `sigma`.
    record Lognormal(double mu, double sigma) implements Belief {
        @Override
        public double at(double u, double z) {
            return Exp.of(mu + sigma * z);
        }
    }

    record Normal(double mean, double deviation) implements Belief {
        @Override
        public double at(double u, double z) {
            return mean + deviation * z;
        }
    }

    /// Through three percentiles, linear in the normal score of the logarithm where `logarithmic`, else of the value.
    record ThreePoints(double p5, double p50, double p95, boolean logarithmic) implements Belief {
        @Override
        public double at(double u, double z) {
            double reach = z / Z95;
            if (logarithmic) {
                return z < 0 ? p50 * StrictMath.pow(p5 / p50, -reach) : p50 * StrictMath.pow(p95 / p50, reach);
            }
            return z < 0 ? p50 - (p50 - p5) * -reach : p50 + (p95 - p50) * reach;
        }
    }

    record Uniform(double low, double high) implements Belief {
        @Override
        public double at(double u, double z) {
            return low + u * (high - low);
        }
    }

    record Triangular(double low, double mode, double high) implements Belief {
        @Override
        public double at(double u, double z) {
            double rise = (mode - low) / (high - low);
            return u < rise
                    ? low + Math.sqrt(u * (high - low) * (mode - low))
                    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
        }
    }

    /// The beta distribution: values from 0 to 1. A quantile costs some microseconds.
    record Beta(double alpha, double beta) implements Belief {
        @Override
        public double at(double u, double z) {
            return new BetaDistribution(alpha, beta).inverseCumulativeProbability(u);
        }
    }

    /// Whether these parameters make sense for the shape; if not, [#of] has no answer.
    static boolean valid(UnknownShape shape, double... p) {
        for (double value : p) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return switch (shape) {
            case BETWEEN -> p[0] <= p[1] && p[0] != 0;
            case UNIFORM -> p[0] <= p[1];
            case PERCENTILES, TRIANGULAR -> p[0] <= p[1] && p[1] <= p[2];
            case BETA -> p[0] > 0 && p[1] > 0;
        };
    }

    /// The belief of that shape.
    ///
    /// @param p valid parameters in base units
    static Belief of(UnknownShape shape, double... p) {
        if (!valid(shape, p)) {
            return new Certain(Double.NaN);
        }
        return switch (shape) {
            case BETWEEN -> between(p[0], p[1]);
            case UNIFORM -> p[0] == p[1] ? new Certain(p[0]) : new Uniform(p[0], p[1]);
            case PERCENTILES -> p[0] == p[2] ? new Certain(p[0]) : new ThreePoints(p[0], p[1], p[2], p[0] > 0);
            case TRIANGULAR -> p[0] == p[2] ? new Certain(p[0]) : new Triangular(p[0], p[1], p[2]);
            case BETA -> new Beta(p[0], p[1]);
        };
    }

    /// The 5th and 95th percentile are the two ends.
    private static Belief between(double low, double high) {
        if (low == high) {
            return new Certain(low);
        }
        if (low > 0) {
            double below = StrictMath.log(low);
            double above = StrictMath.log(high);
            return new Lognormal((below + above) / 2, (above - below) / (2 * Z95));
        }
        return new Normal((low + high) / 2, (high - low) / (2 * Z95));
    }
}
