package dev.plumbline.simulation;

import java.util.List;

/// Where the time of answered requests went, along the branches that decided each request's latency.
///
/// @param slow of the slowest requests, those at or above the goal's quantile (99 % without a goal)
/// @param typical of those between the 40th and the 60th percentile
public record Attribution(List<Part> slow, List<Part> typical) {
    /// What a request was doing.
    public enum Phase {
        /// Waiting for a free server.
        QUEUE,
        /// Waiting for a batch to fill or its time to run out.
        BATCH,
        SERVICE,
        /// Held up by a pause of the replica.
        HICCUP,
        /// A delay that occupies nothing.
        DELAY,
        /// Attempts that failed or were given up, and the back-off after them.
        LOST
    }

    /// @param station empty for phases that belong to none
    /// @param seconds mean per request
    /// @param share of the requests' whole time, from 0 to 1
    public record Part(String station, Phase phase, double seconds, double share) {}

    public static final Attribution NONE = new Attribution(List.of(), List.of());
}
