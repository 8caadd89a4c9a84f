package dev.plumbline.quantity;

import java.util.List;

/// The ways to write one value that nobody knows.
public enum UnknownShape {
    /// `a .. b`: 90 % sure it lies there; lognormal if both are positive, normal if `a` is negative.
    BETWEEN,
    /// Three percentiles; between them the logarithm (or, with a value not positive, the value itself) is linear in the
    /// normal score, and the outer pieces run on.
    PERCENTILES,
    /// Anything from low to high is as likely.
    UNIFORM,
    /// From low to high, the most likely in between.
    TRIANGULAR,
    /// A share after `alpha - 1` successes and `beta - 1` failures were seen.
    BETA;

    /// The names of what it asks for, in order.
    public List<String> parameters() {
        return switch (this) {
            case BETWEEN, UNIFORM -> List.of("low", "high");
            case PERCENTILES -> List.of("p5", "p50", "p95");
            case TRIANGULAR -> List.of("low", "mode", "high");
            case BETA -> List.of("alpha", "beta");
        };
    }
}
