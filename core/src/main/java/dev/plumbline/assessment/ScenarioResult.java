package dev.plumbline.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A design under one scenario, by path and by component.
///
/// @param calls those under a policy, in the order of the file
/// @param surges what becomes of retried calls when the load rises for a while, where that was looked at
/// @param chronicle what happened when; empty where the load does not change
public record ScenarioResult(
        String scenario,
        SortedMap<String, PathResult> paths,
        SortedMap<String, ComponentResult> components,
        List<CallSummary> calls,
        List<Surge> surges,
        Optional<Chronicle> chronicle) {
    public ScenarioResult {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
        calls = List.copyOf(calls);
        surges = List.copyOf(surges);
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }

    /// Without a look at surges or at the course of time.
    public ScenarioResult(
            String scenario,
            SortedMap<String, PathResult> paths,
            SortedMap<String, ComponentResult> components,
            List<CallSummary> calls) {
        this(scenario, paths, components, calls, List.of(), Optional.empty());
    }

    /// The same with what surges have shown.
    ScenarioResult with(List<Surge> shown) {
        return new ScenarioResult(scenario, paths, components, calls, shown, chronicle);
    }
}
