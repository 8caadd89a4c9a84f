package dev.plumbline.knowledge;

import dev.plumbline.quantity.Units;
import dev.plumbline.source.Node;
import java.util.List;
import java.util.Optional;

/// One file of facts.
///
/// @param root its top mapping
/// @param units the units of the language and the nouns this file declares
record Subject(Node.Mapping root, Units units) {
    /// The keys a file may have.
    static final List<String> KEYS = List.of("about", "from", "sources", "units", "attributes", "facts");

    /// A document that facts are from, as a file names it.
    record Origin(String source, String date) {}

    static Subject of(Node.Mapping root) {
        return new Subject(root, Units.standard().withNouns(Texts.list(root, "units")));
    }

    Optional<Node.Mapping> attribute(String name) {
        return Texts.mapping(root, "attributes").flatMap(all -> Texts.mapping(all, name));
    }

    /// The source of that name, if the file has it.
    Optional<Origin> origin(String name) {
        return Texts.mapping(root, "sources")
                .flatMap(all -> Texts.mapping(all, name))
                .map(one -> new Origin(
                        Texts.of(one, "source").orElse(""),
                        Texts.of(one, "date").orElse("")));
    }

    List<String> origins() {
        return Texts.mapping(root, "sources").map(Node.Mapping::keys).orElse(List.of());
    }
}
