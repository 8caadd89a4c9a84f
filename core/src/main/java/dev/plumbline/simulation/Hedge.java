package dev.plumbline.simulation;

/// A second attempt beside the first when the first takes long; the sooner answer wins.
///
/// @param after the wait before it: seconds, or from a percentile of the call's own successful attempts so far
public record Hedge(After after) {
    /// When to send the second attempt.
    public sealed interface After {
        /// A fixed wait.
        record Seconds(double value) implements After {
            public Seconds {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException(
                            "a hedge's wait may not be negative, not \"%s\"".formatted(value));
                }
            }
        }

        /// The running estimate of a quantile of the attempt's latency, such as 0.95.
        record Quantile(double level) implements After {
            public Quantile {
                if (!(level > 0 && level < 1)) {
                    throw new IllegalArgumentException(
                            "a hedge's percentile must lie strictly within 0..1, not \"%s\"".formatted(level));
                }
            }
        }
    }

    public static Hedge afterSeconds(double seconds) {
        return new Hedge(new After.Seconds(seconds));
    }

    public static Hedge afterQuantile(double level) {
        return new Hedge(new After.Quantile(level));
    }
}
