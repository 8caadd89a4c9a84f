package dev.plumbline.design;

import dev.plumbline.source.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/// The names each section defines, known before any of them is read, so that a name may be used above its definition.
record Names(
        Set<String> regions,
        Set<String> workload,
        Set<String> components,
        Set<String> paths,
        Set<String> sources,
        Set<String> data,
        Set<String> models,
        Set<String> scenarios) {

    static Names of(Node.Mapping root) {
        return new Names(
                keys(root, "regions"),
                keys(root, "workload"),
                keys(root, "components"),
                keys(root, "paths"),
                keys(root, "sources"),
                keys(root, "data"),
                keys(root, "models"),
                keys(root, "scenarios"));
    }

    /// What a step may call.
    Set<String> callable() {
        return union(components, paths);
    }

    static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    private static Set<String> keys(Node.Mapping root, String section) {
        Set<String> keys = new LinkedHashSet<>();
        root.get(section)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .ifPresent(mapping -> mapping.keys().stream()
                        .filter(key -> !key.startsWith("x-"))
                        .forEach(keys::add));
        return keys;
    }
}
