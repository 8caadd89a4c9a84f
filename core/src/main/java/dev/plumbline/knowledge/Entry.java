package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.List;
import java.util.Optional;

/// What one thing's facts have in common: a chip, a machine, a place.
///
/// @param name its name, which occurs once in all files
/// @param also its other names
/// @param node its attributes as typed
/// @param subject the file it stands in
/// @param place its name there
record Entry(String name, List<String> also, Node.Mapping node, Subject subject, Place place) {
    /// The keys of an entry that are no facts.
    static final List<String> COMMON = List.of("also", "from", "for");

    /// The names of its facts, in the order of the file.
    List<String> attributes() {
        return node.keys().stream().filter(key -> !COMMON.contains(key)).toList();
    }

    Optional<String> text(String key) {
        return Texts.of(node, key);
    }
}
