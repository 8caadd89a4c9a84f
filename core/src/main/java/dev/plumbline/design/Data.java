package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// Data that is computed from sources and read when serving.
///
/// @param from the sources or data it is computed from
/// @param key what one row is about
/// @param rows how many rows
/// @param size bytes of one row
/// @param window the span of events that a row summarises, seconds
/// @param lag from an event's arrival until the row shows it, seconds
/// @param schema what each column has to be like
/// @param checks what holds the real data against the schema
/// @param keep how long it is kept, seconds
public record Data(
        String name,
        List<String> from,
        Optional<String> key,
        Optional<Amount> rows,
        Optional<Amount> size,
        Optional<Amount> window,
        Compute compute,
        Optional<Amount> lag,
        Optional<Amount> keep,
        Optional<String> schema,
        Optional<Proof> checks,
        List<String> regions,
        Place place) {
    public Data {
        from = List.copyOf(from);
        regions = List.copyOf(regions);
    }

    /// How data is computed.
    public sealed interface Compute {
        /// Event by event.
        record Stream() implements Compute {}

        /// When it is asked for.
        record OnDemand() implements Compute {}

        /// By a job on a schedule.
        ///
        /// @param every from one run's start to the next, seconds
        /// @param takes how long a run takes, seconds
        record Batch(Amount every, Amount takes) implements Compute {}

        /// Not said.
        record Unstated() implements Compute {}
    }
}
