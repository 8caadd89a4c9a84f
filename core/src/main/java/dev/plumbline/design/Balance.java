package dev.plumbline.design;

import java.util.Locale;

/// How requests are spread over replicas.
public enum Balance {
    RANDOM,
    /// In proportion to how quick a replica is.
    WEIGHTED,
    ROUND_ROBIN,
    LEAST_LOADED,
    TWO_CHOICES;

    /// The word as designs write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
