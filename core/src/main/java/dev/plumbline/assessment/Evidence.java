package dev.plumbline.assessment;

import java.util.List;

/// What an engine read off a meter.
///
/// @param meter the reading, as the requirement names it: `p99 latency of rank at peak`
/// @param kind how it was obtained
/// @param figure the value, with its 90 % interval over worlds
/// @param engine the engine that read it: `simulation`, `estimation`
/// @param trace the names and figures behind it, most important first; `explain` expands the names
public record Evidence(String meter, Kind kind, Figure figure, String engine, List<String> trace) {
    public Evidence {
        trace = List.copyOf(trace);
    }

    /// How evidence was obtained; a later kind outranks an earlier one.
    public enum Kind {
        ESTIMATED,
        SIMULATED,
        MEASURED;

        /// The kind as reports print it.
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
