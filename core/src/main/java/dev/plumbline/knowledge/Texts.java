package dev.plumbline.knowledge;

import dev.plumbline.source.Node;
import java.util.List;
import java.util.Optional;

/// Text behind a key, where there is some.
final class Texts {
    private Texts() {}

    static Optional<String> of(Node.Mapping mapping, String key) {
        return mapping.get(key).flatMap(Texts::of);
    }

    static Optional<String> of(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.text().isBlank()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    static Optional<Node.Mapping> mapping(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(node -> node instanceof Node.Mapping inner ? Optional.of(inner) : Optional.empty());
    }

    static List<String> list(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof Node.Sequence sequence
                        ? sequence.items().stream()
                                .flatMap(item -> of(item).stream())
                                .toList()
                        : List.<String>of())
                .orElse(List.of());
    }
}
