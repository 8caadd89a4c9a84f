package dev.plumbline.assessment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How soon and how fast the answers of a path are written, token by token.
///
/// @param first seconds from a request's arrival to the first token of its last answer, by statistic (`p50`, `p99`)
/// @param between the mean seconds between the tokens of an answer, by statistic; empty where none has a second
public record Writing(SortedMap<String, Interval> first, SortedMap<String, Interval> between) {
    public Writing {
        first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
        between = Collections.unmodifiableSortedMap(new TreeMap<>(between));
    }
}
