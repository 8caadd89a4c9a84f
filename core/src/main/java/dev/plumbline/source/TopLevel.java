package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.util.Optional;

/// Takes the top of a tree for a design's mapping, or says what stands there instead.
final class TopLevel {
    private TopLevel() {}

    static Optional<Node.Mapping> mapping(SourceFile file, Optional<Node> top, Problems problems) {
        if (top.isPresent() && top.get() instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (problems.size() > 0) {
            return Optional.empty();
        }
        if (top.isEmpty() || (top.get() instanceof Node.Scalar scalar && scalar.isMissing())) {
            boolean blank = file.text().isBlank();
            problems.error(
                    "yaml.empty",
                    new Place(file.name(), 1, 1, file.lines().getFirst(), 1),
                    blank ? "the file is empty" : "the file holds only comments",
                    "there is no design to read",
                    "begin with \"design: <name>\", or copy one of the examples");
        } else if (top.get() instanceof Node.Scalar scalar
                && SyntaxFault.NO_SPACE.matcher(scalar.text()).matches()) {
            SyntaxFault.sayNoSpace(scalar.place(0, scalar.text().indexOf(':') + 1), scalar.text(), problems);
        } else {
            Node node = top.get();
            String noun = node instanceof Node.Scalar ? "one " + node.noun() : "a " + node.noun();
            problems.error(
                    "yaml.not-a-mapping",
                    node.place(),
                    "the file holds %s, not keys and values".formatted(noun),
                    "a design is a mapping: \"key: value\", with a space after the colon",
                    "begin with \"design: <name>\"");
        }
        return Optional.empty();
    }
}
