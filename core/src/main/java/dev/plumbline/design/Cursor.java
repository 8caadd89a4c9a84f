package dev.plumbline.design;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the keys of one mapping into the draft of a design. Values of a wrong form have been reported before, and read
/// as if they were absent.
///
/// @param owner the prefix of the mapping's amounts in the sheet: `ranker` for `ranker.replicas`
record Cursor(Draft draft, String owner, Node.Mapping node) {

    /// The place of a key's value, or of the mapping where the key is absent.
    Place place(String key) {
        return node.get(key).map(Node::place).orElse(node.place());
    }

    boolean has(String key) {
        return node.get(key).isPresent();
    }

    Optional<Node.Scalar> scalar(String key) {
        return node.get(key).flatMap(Cursor::asScalar);
    }

    Optional<String> text(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    /// A text or a list of texts.
    List<Node.Scalar> scalars(String key) {
        return node.get(key).map(Cursor::scalarsOf).orElse(List.of());
    }

    List<String> texts(String key) {
        return scalars(key).stream().map(Node.Scalar::text).toList();
    }

    static List<Node.Scalar> scalarsOf(Node value) {
        return switch (value) {
            case Node.Scalar scalar -> scalar.isMissing() ? List.of() : List.of(scalar);
            case Node.Sequence sequence ->
                sequence.items().stream()
                        .flatMap(item -> asScalar(item).stream())
                        .toList();
            case Node.Mapping _ -> List.of();
        };
    }

    static Optional<Node.Scalar> asScalar(Node value) {
        return value instanceof Node.Scalar scalar && !scalar.isMissing() ? Optional.of(scalar) : Optional.empty();
    }

    Optional<Cursor> mapping(String key) {
        return node.get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(value -> new Cursor(draft, owner + "." + sheetName(key), (Node.Mapping) value));
    }

    List<Node> items(String key) {
        return node.get(key)
                .filter(Node.Sequence.class::isInstance)
                .map(value -> ((Node.Sequence) value).items())
                .orElse(List.of());
    }

    /// The amount behind a key, defined in the sheet as `owner.key`.
    Optional<Amount> amount(String key, Measure measure) {
        return node.get(key).map(value -> draft.define(path(key), value, measure));
    }

    /// The amount behind a key, or a default that the report lists.
    Amount amountOr(String key, Measure measure, String otherwise) {
        return amount(key, measure).orElseGet(() -> draft.assume(path(key), otherwise, measure, node.place(), owner));
    }

    /// The varying value behind a key, defined in the sheet as `owner.key`.
    Optional<Amount> varying(String key, Measure measure) {
        return node.get(key).map(value -> draft.defineVarying(path(key), value, measure));
    }

    /// The time of a batch, an expression in which `size` is the number of requests in it.
    Optional<Amount> timeOfSize(String key) {
        return node.get(key).map(value -> draft.defineTimeOfSize(path(key), value));
    }

    /// A list of amounts, defined as `owner.key1`, `owner.key2` and so on.
    List<Amount> amounts(String key, Measure measure) {
        List<Amount> found = new ArrayList<>();
        for (Node item : items(key)) {
            found.add(draft.define(path(key) + (found.size() + 1), item, measure));
        }
        return found;
    }

    /// A word as an enum constant; the shape check has refused unknown words.
    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return text(key).flatMap(word -> constant(type, word)).orElse(otherwise);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The name behind a key, checked against the known ones.
    Optional<String> reference(String key, String what, Collection<String> known) {
        return scalar(key).flatMap(scalar -> checked(scalar, what, known));
    }

    /// The names behind a key, each checked against the known ones.
    List<String> references(String key, String what, Collection<String> known) {
        List<String> names = new ArrayList<>();
        scalars(key).forEach(scalar -> checked(scalar, what, known).ifPresent(names::add));
        return names;
    }

    Optional<String> checked(Node.Scalar scalar, String what, Collection<String> known) {
        if (known.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        draft.problems()
                .error(
                        "design.unknown-name",
                        scalar.place(),
                        "there is no %s \"%s\"".formatted(what, scalar.text()),
                        known.isEmpty()
                                ? "the design names no %s".formatted(what)
                                : "known are " + String.join(", ", known),
                        Nearest.to(scalar.text(), known)
                                .map("write \"%s\""::formatted)
                                .orElse("name one of them, or add \"%s\"".formatted(scalar.text())));
        return Optional.empty();
    }

    private String path(String key) {
        return owner + "." + sheetName(key);
    }

    /// Names in expressions have no hyphens, keys may.
    static String sheetName(String key) {
        return key.replace('-', '_');
    }
}
