package dev.plumbline.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A design under one scenario, by path and by component.
///
/// @param calls those under a policy, in the order of the file
public record ScenarioResult(
        String scenario,
        SortedMap<String, PathResult> paths,
        SortedMap<String, ComponentResult> components,
        List<CallSummary> calls) {
    public ScenarioResult {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
        calls = List.copyOf(calls);
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }
}
