package dev.plumbline.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A scenario from its beginning to a while after its end, in parts of equal length. Worlds whose scenarios last
/// differently long are laid over each other by the parts.
///
/// @param seconds how long a part lasts by the scenario's own clock, as a mean over worlds
/// @param during how many of the parts lie within the scenario; the others follow it
/// @param paths by path, what happened to the requests that arrived in each part
/// @param missed by cache that is emptied, the share of lookups that missed, as a mean over worlds; -1 without lookups
public record Chronicle(
        double seconds, int during, SortedMap<String, List<Moment>> paths, SortedMap<String, List<Double>> missed) {
    public Chronicle {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
        missed = Collections.unmodifiableSortedMap(new TreeMap<>(missed));
    }

    /// What is answered is of worlds in which no queue grows without bound, and not a number where there is none.
    ///
    /// @param rate requests per second, as a mean over worlds
    /// @param success the share of them that was answered; 1 where none came
    /// @param p50 seconds of those answered; not a number where none was
    /// @param p99 the same
    public record Moment(double rate, double success, double p50, double p99) {}
}
