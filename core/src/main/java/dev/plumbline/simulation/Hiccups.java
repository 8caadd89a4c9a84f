package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;

/// Pauses of a whole replica, such as garbage collections: nothing starts and what is in service stands still.
/// The gap from the end of one to the start of the next is uniform between half and one and a half of `every`,
/// each replica on its own.
///
/// @param every mean seconds between two pauses, positive
/// @param lasts how long a pause lasts, in seconds
public record Hiccups(double every, Distribution lasts) {
    public Hiccups {
        if (!(every > 0)) {
            throw new IllegalArgumentException(
                    "the time between hiccups must be positive, not \"%s\"".formatted(every));
        }
    }

    /// The share of time that a replica is paused, from 0 to 1.
    public double share() {
        return lasts.mean() / (every + lasts.mean());
    }
}
