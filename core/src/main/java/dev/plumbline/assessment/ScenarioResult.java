package dev.plumbline.assessment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A design under one scenario, by path and by component.
public record ScenarioResult(
        String scenario, SortedMap<String, PathResult> paths, SortedMap<String, ComponentResult> components) {
    public ScenarioResult {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }
}
