package dev.plumbline.simulation;

/// When a caller stops trying because too many of its tries fail, as a circuit breaker does (M. Nygard, "Release It!",
/// 2007). All callers at one place of a path share one.
///
/// It opens when more than `above` of the tries that ended within the last `over` seconds have failed, were shed or
/// timed
/// out. While it is open no try is made. After `lasts` seconds one try is let through: if it succeeds the breaker
/// closes,
/// else it stays open as long again.
///
/// @param above a share, from 0 to 1
/// @param over seconds, positive; looked at in tenths
/// @param least tries that must have ended within that time, at least 1
/// @param lasts seconds, positive
public record Breaker(double above, double over, int least, double lasts) {
    public Breaker {
        if (!(above >= 0 && above <= 1) || !(over > 0) || least < 1 || !(lasts > 0)) {
            throw new IllegalArgumentException(
                    "a breaker needs a share in 0..1, positive times and at least one try, not \"%s, %s, %d, %s\""
                            .formatted(above, over, least, lasts));
        }
    }
}
