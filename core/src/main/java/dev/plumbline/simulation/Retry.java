package dev.plumbline.simulation;

/// Trying again after an attempt has failed, was shed or timed out.
///
/// @param times how many attempts may follow the first, at least 1
/// @param backoff seconds before the first retry; each later one waits `growth` times as long
/// @param growth at least 1
/// @param jitter the share of the back-off that is random: 0 waits exactly, 1 anything from nothing to all of
///     it
/// @param budget retries allowed as a share of first attempts, over the whole caller; 1 or more never binds
public record Retry(int times, double backoff, double growth, double jitter, double budget) {
    public Retry {
        if (times < 1 || !(backoff >= 0) || !(growth >= 1) || !(jitter >= 0 && jitter <= 1) || !(budget >= 0)) {
            throw new IllegalArgumentException(
                    "a retry needs times >= 1, backoff >= 0, growth >= 1, jitter in 0..1 and budget >= 0");
        }
    }

    /// Doubling back-off without jitter or budget.
    public static Retry times(int times, double backoff) {
        return new Retry(times, backoff, 2, 0, Double.POSITIVE_INFINITY);
    }
}
