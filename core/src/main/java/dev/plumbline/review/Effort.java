package dev.plumbline.review;

import java.time.Duration;

/// How much a search may spend. The work bounds it on every machine alike, so that the same seed gives the same mends;
/// the time cuts it off where a machine is slow.
///
/// @param time the most time
/// @param requests the most requests to simulate
public record Effort(Duration time, long requests) {
    /// What a machine of two cores simulates in a second with room to spare.
    static final long REQUESTS_PER_SECOND = 1_000_000;

    /// What can be done in so much time.
    public static Effort within(Duration time) {
        return new Effort(time, Math.max(1, time.toMillis() * REQUESTS_PER_SECOND / 1000));
    }
}
