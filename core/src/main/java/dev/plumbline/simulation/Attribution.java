package dev.plumbline.simulation;

import java.util.List;

/// Where the time of answered requests went, along the branches that decided each request's latency.
///
/// @param typical of the requests between the 40th and the 60th percentile of latency
/// @param tail of those around the 99th: between 98.5 % and 99.5 %
/// @param slow of those above the percentile that somebody asked for, or the 99th
public record Attribution(Band typical, Band tail, Band slow) {
    /// What a request was doing; the phases of a request add up to its latency.
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
        /// Attempts of a call that failed, timed out or were overtaken, and the waits between them, before one
        /// answered.
        LOST,
        /// The same of a call that no attempt answered, before its fallback.
        GIVEN_UP
    }

    /// What else is true of some of that time; remarks overlap.
    public enum Remark {
        /// Of the wait at a station: behind a request that takes at least ten times as long as half of them.
        BEHIND_LONG,
        /// Of the wait at a station: of requests that came when another replica had a free server.
        OTHER_FREE,
        /// Of the wait at a station: while its replica stood still.
        STILL,
        /// Of the time at a station: what service took longer on a cold replica, and the wait for one.
        COLD,
        /// Of the wait at a station: of requests that came while replicas were ordered that did not serve yet.
        LATE,
        /// Of a fork: how much longer the last awaited branch took than they did in the mean.
        SLOWEST
    }

    /// @param station empty for a delay; for what a call lost, the first station it goes to
    /// @param seconds mean per request
    /// @param share of each request's own time, in the mean, from 0 to 1: a few very slow ones do not outweigh the
    ///     others
    public record Part(String station, Phase phase, double seconds, double share) {}

    /// @param station of a fork, the first station of its first branch
    /// @param branches of a fork, how many there are; else 0
    /// @param seconds mean per request
    /// @param share of each request's own time, in the mean, from 0 to 1
    public record Remarked(String station, Remark remark, int branches, double seconds, double share) {}

    /// Requests whose latency has a rank between two percentiles.
    ///
    /// @param seconds their mean latency
    /// @param parts what it is made of, the largest first
    /// @param remarks on it, the largest first
    public record Band(double seconds, List<Part> parts, List<Remarked> remarks) {
        public static final Band NONE = new Band(0, List.of(), List.of());

        public Band {
            parts = List.copyOf(parts);
            remarks = List.copyOf(remarks);
        }
    }

    public static final Attribution NONE = new Attribution(Band.NONE, Band.NONE, Band.NONE);
}
