package dev.plumbline.simulation;

import java.util.Map;

/// Which part of a larger network a network is. See [MeanField].
///
/// @param oneIn one request in so many is simulated, and as large a share of the replicas; 1 when all are
/// @param slower stations that are kept whole and run in slow motion, each by its factor, because they have too few
///     replicas to take a sample of
public record Sample(double oneIn, Map<String, Double> slower) {
    /// Everything is simulated.
    public static final Sample WHOLE = new Sample(1, Map.of());

    public Sample {
        slower = Map.copyOf(slower);
        if (!(oneIn >= 1)) {
            throw new IllegalArgumentException("a sample is one in 1 or more, not \"%s\"".formatted(oneIn));
        }
    }

    double slower(String station) {
        return slower.getOrDefault(station, 1.0);
    }
}
