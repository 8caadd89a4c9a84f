package dev.plumbline.assessment;

/// What becomes of a call that is tried again when the load rises for a while and goes back, over a few worlds.
///
/// @param path the path it is on
/// @param component the first that it goes to
/// @param load the work over what can be done while the load is high
/// @param seconds how long it is high
/// @param watched how long it was looked at after that
/// @param before tries for each call before
/// @param during tries for each call while the load is high
/// @param after tries for each call at the end of what was looked at
/// @param recovers seconds from the moment the load is back until there are no more tries than before; infinite where
/// that did not come about
/// @param once the same where nothing is tried again
public record Surge(
        String path,
        String component,
        double load,
        double seconds,
        double watched,
        Interval before,
        Interval during,
        Interval after,
        Interval recovers,
        Interval once) {
    /// A recovery that takes so many times as long as it has to is slow for the retries.
    private static final double LONGER = 3;

    /// Whether retries keep the component down after the load is back.
    public boolean isStorm() {
        return recovers.value() > LONGER * once.value() && recovers.value() > seconds;
    }
}
