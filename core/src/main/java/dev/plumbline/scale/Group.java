package dev.plumbline.scale;

import dev.plumbline.assessment.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/// Requirements that are looked at together, since they are read off the same simulation, or off none. Groups do not
/// touch each other, so that they may be looked at on threads of their own.
sealed interface Group permits EstimatedGroup, SimulatedGroup {
    /// The chances between which a break lies, and its middle.
    List<DoublePredicate> LEVELS =
            List.of(chance -> chance >= Status.SURE, chance -> chance >= 0.5, chance -> chance > 1 - Status.SURE);

    Set<String> ids();

    /// Looks at each of the scales, ascending.
    void look(List<Double> grid);

    /// Finds where the chances pass the levels.
    void narrow();

    /// What was seen of a requirement, by scale; empty where nothing reads it.
    List<Curve.Point> points(String id);

    /// What is known under a key, which has to be there.
    static <K, V> V known(Map<K, V> all, K key) {
        return Optional.ofNullable(all.get(key)).orElseThrow();
    }

    /// How much was simulated.
    Effort effort();

    /// @param requests simulated
    /// @param events simulated
    record Effort(long requests, long events) {
        static final Effort NONE = new Effort(0, 0);

        Effort plus(Effort other) {
            return new Effort(requests + other.requests, events + other.events);
        }
    }
}
