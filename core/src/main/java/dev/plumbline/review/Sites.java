package dev.plumbline.review;

import dev.plumbline.source.Bundle;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a design's components and calls are written, over all its files.
final class Sites {
    private final Bundle bundle;

    Sites(Bundle bundle) {
        this.bundle = bundle;
    }

    /// A call of a component or path.
    ///
    /// @param node a name alone, or a mapping with `call`
    record Call(String path, String target, Node node) {
        Optional<Node.Mapping> policy() {
            return node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty();
        }
    }

    Optional<Node.Mapping> component(String name) {
        return named("components", name).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    /// The calls of a path, in order; not those of the paths it calls.
    List<Call> calls(String path) {
        List<Call> found = new ArrayList<>();
        named("paths", path).ifPresent(steps -> walk(path, steps, found));
        return found;
    }

    Optional<Node.Mapping> requirement(String id) {
        return named("requirements", id).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    /// The section that holds a requirement.
    Optional<Node.Mapping> requirements(String id) {
        return bundle.documents().stream()
                .flatMap(document -> document.root().flatMap(root -> root.get("requirements")).stream())
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .filter(section -> section.get(id).isPresent())
                .findFirst();
    }

    private Optional<Node> named(String section, String name) {
        for (Document document : bundle.documents()) {
            Optional<Node> found = document.root()
                    .flatMap(root -> root.get(section))
                    .filter(Node.Mapping.class::isInstance)
                    .flatMap(node -> ((Node.Mapping) node).get(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void walk(String path, Node node, List<Call> found) {
        switch (node) {
            case Node.Scalar scalar -> found.add(new Call(path, scalar.text(), scalar));
            case Node.Sequence steps -> steps.items().forEach(step -> walk(path, step, found));
            case Node.Mapping step -> {
                if (step.get("call").orElse(step) instanceof Node.Scalar target) {
                    found.add(new Call(path, target.text(), step));
                }
                for (String verb : List.of("all", "any", "do")) {
                    step.get(verb).ifPresent(steps -> walk(path, steps, found));
                }
            }
        }
    }
}
