package dev.plumbline.simulation;

/// Some replicas of a station are gone for a while: what they hold fails at `from`, nothing is sent to them
/// until `to`.
///
/// @param replicas how many; more than there are means all
/// @param from seconds from the start
/// @param to seconds from the start, after `from`
public record Outage(String station, int replicas, double from, double to) {
    public Outage {
        if (replicas < 1 || !(from >= 0) || !(to > from)) {
            throw new IllegalArgumentException("an outage needs a replica and 0 <= from < to");
        }
    }
}
