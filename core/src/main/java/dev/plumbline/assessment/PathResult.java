package dev.plumbline.assessment;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of a path's requests in one scenario, over all worlds.
///
/// `requests` is the sum of the six ways a request can end.
///
/// @param fallback answered, but by a fallback
/// @param running still under way when the simulation ended
/// @param latency seconds by statistic (`mean`, `p50`, `p90`, `p95`, `p99`, `p999`); empty when the path is saturated
/// @param saturation why there is no latency, with numbers, where the backlog grows without bound
/// @param profile how the latency is made up; empty where no world is steady
/// @param writing how its answers are written, where a language model writes them token by token in every world
/// @param requirements those that are judged by this path in this scenario
public record PathResult(
        long requests,
        long answered,
        long fallback,
        long timedOut,
        long shed,
        long failed,
        long running,
        SortedMap<String, Interval> latency,
        Optional<String> saturation,
        Optional<Profile> profile,
        Optional<Writing> writing,
        List<String> requirements) {
    public PathResult {
        requirements = List.copyOf(requirements);
        latency = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(latency));
        if (requests != answered + fallback + timedOut + shed + failed + running) {
            throw new IllegalArgumentException("Of %d requests some are not accounted for.".formatted(requests));
        }
    }
}
