package dev.plumbline.simulation;

/// How an arriving request is given one of a station's replicas. Load is the number of requests a replica
/// holds, waiting or in service; among equals the next in turn is taken.
public enum Balance {
    RANDOM,
    /// At random, in proportion to how quick a replica is: see [Pacing].
    WEIGHTED,
    ROUND_ROBIN,
    /// The replica with the least load of all.
    LEAST_LOADED,
    /// The less loaded of two replicas drawn at random.
    TWO_CHOICES
}
