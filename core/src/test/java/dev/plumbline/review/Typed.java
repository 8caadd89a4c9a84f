package dev.plumbline.review;

import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// YAML texts for tests: written from a seed in all the layouts that people use, and read into plain values.
final class Typed {
    private Typed() {}

    /// Mappings as maps, lists as lists, scalars as texts.
    static Object plain(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence sequence ->
                sequence.items().stream().map(Typed::plain).toList();
            case Node.Mapping mapping -> {
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> values.put(entry.key().text(), plain(entry.value())));
                yield values;
            }
        };
    }

    static Node.Mapping read(String text) {
        var document = YamlReader.read("design.yaml", text);
        if (document.findings().hasErrors()) {
            throw new AssertionError(document.findings().all() + " in\n" + text);
        }
        return document.root().orElseThrow();
    }

    /// All mappings of a tree, outermost first.
    static List<Node.Mapping> mappings(Node node) {
        List<Node.Mapping> found = new ArrayList<>();
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence sequence -> sequence.items().forEach(item -> found.addAll(mappings(item)));
            case Node.Mapping mapping -> {
                found.add(mapping);
                mapping.entries().forEach(entry -> found.addAll(mappings(entry.value())));
            }
        }
        return found;
    }
}
