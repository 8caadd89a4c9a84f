package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// What else may happen. `average` and `peak` are there in every design.
///
/// @param load the load over the peak
/// @param ramp how long the load takes to get there, seconds
/// @param lasts how long it lasts, seconds
public record Scenario(
        String name,
        Optional<Amount> load,
        Optional<Amount> ramp,
        Optional<Amount> lasts,
        List<Disturbance> disturbances,
        Place place) {
    public Scenario {
        disturbances = List.copyOf(disturbances);
    }

    /// What goes wrong.
    public sealed interface Disturbance {
        /// These regions or components cannot reach each other.
        record Partition(List<String> sides) implements Disturbance {
            public Partition {
                sides = List.copyOf(sides);
            }
        }

        /// Data or a source comes late.
        record Delay(String what, Amount by) implements Disturbance {}

        /// A component loses replicas.
        record Kill(String component, Amount replicas) implements Disturbance {}

        /// A component becomes slower by a factor.
        record Slow(String component, Amount times) implements Disturbance {}

        /// A cache is emptied.
        record Flush(String cache) implements Disturbance {}
    }
}
