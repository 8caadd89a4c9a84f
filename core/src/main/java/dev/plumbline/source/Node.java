package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// A node of a YAML tree, with where it was typed. Immutable.
///
/// An alias is replaced by the node it names, so that the same node, with the span of the anchor's site, can occur
/// several times; there are no cycles.
public sealed interface Node {
    /// Where it stands, without anchor and tag. For a block collection from its first key or item to its last.
    Span span();

    /// The place to underline in a message about it.
    default Place place() {
        return span().place();
    }

    /// The word a message uses for it: "text", "number", "mapping" ...
    String noun();

    /// How a scalar was written.
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /// What the core schema of YAML 1.2 (section 10.3) takes a scalar for. Under it `on`, `no` and `yes` are text.
    enum Kind {
        NULL,
        BOOL,
        INT,
        FLOAT,
        STRING
    }

    /// A single value.
    ///
    /// @param text its value, with quotes, escapes and folds resolved
    record Scalar(String text, Style style, Kind kind, Span span) implements Node {
        /// Whether nothing was written, as behind `key:`.
        public boolean isMissing() {
            return kind == Kind.NULL && text.isEmpty();
        }

        /// The span of `text.substring(from, to)`: of the characters as typed, escapes included. Exact for plain,
        /// quoted and literal text; for folded text with blank or deeper lines it may be some characters off.
        /// An empty stretch is the point in front of `from`.
        public Span part(int from, int to) {
            return Alignment.of(this).span(Math.clamp(from, 0, text.length()), Math.clamp(to, 0, text.length()));
        }

        /// The place of `text.substring(from, to)`.
        public Place place(int from, int to) {
            return part(from, to).place();
        }

        @Override
        public String noun() {
            return switch (kind) {
                case NULL -> text.isEmpty() ? "nothing" : "null";
                case BOOL -> "true or false";
                case INT, FLOAT -> "number";
                case STRING -> "text";
            };
        }
    }

    /// A key and its value.
    record Entry(Scalar key, Node value) {}

    /// Keys and values in the order of the file; no key occurs twice.
    ///
    /// @param flow whether it was written in braces
    record Mapping(List<Entry> entries, boolean flow, Span span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        public List<String> keys() {
            return entries.stream().map(entry -> entry.key().text()).toList();
        }

        @Override
        public String noun() {
            return "mapping";
        }
    }

    /// Items in order.
    ///
    /// @param flow whether it was written in brackets
    record Sequence(List<Node> items, boolean flow, Span span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String noun() {
            return "list";
        }
    }
}
