package dev.plumbline.review;

import dev.plumbline.source.Node;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/// One edit of a design's text. All that it does not speak of stays byte for byte: comments, blank lines, quotes, the
/// order of keys.
///
/// A value that was written once and is used through aliases changes in all places, as the author meant it to.
public sealed interface Edit {
    /// Other text where a value stands.
    ///
    /// @param text YAML that fits where the value stands
    record Replace(Span span, String text) implements Edit {}

    /// A key that a mapping lacks, put behind its last entry that ends on its own line, or before its first.
    ///
    /// @param value one line of YAML
    record InsertKey(Node.Mapping into, String key, String value) implements Edit {}

    /// A key and its value gone, with the comment behind it.
    record RemoveKey(Node.Mapping from, String key) implements Edit {}

    /// What to change in the file; empty where the text is of a form that cannot be edited without touching more.
    default Optional<Change> change() {
        return switch (this) {
            case Replace(var span, var text) -> Optional.of(new Change(span.file(), span.start(), span.end(), text));
            case InsertKey(var into, var key, var value) ->
                into.flow() ? inBraces(into, key + ": " + value) : onItsLine(into, key + ": " + value);
            case RemoveKey(var from, var key) -> removed(from, key);
        };
    }

    private static Optional<Change> inBraces(Node.Mapping into, String entry) {
        SourceFile file = into.span().file();
        if (into.entries().isEmpty()) {
            int inside = into.span().start() + 1;
            return Optional.of(new Change(file, inside, inside, entry));
        }
        Node.Entry last = into.entries().getLast();
        if (standsBehind(last)) {
            int behind = last.value().span().end();
            return Optional.of(new Change(file, behind, behind, ", " + entry));
        }
        int before = into.entries().getFirst().key().span().start();
        return Optional.of(new Change(file, before, before, entry + ", "));
    }

    private static Optional<Change> onItsLine(Node.Mapping into, String entry) {
        if (into.entries().isEmpty()) {
            return Optional.empty();
        }
        SourceFile file = into.span().file();
        int first = into.entries().getFirst().key().span().start();
        String indent = " ".repeat(first - file.startOf(file.lineOf(first)));
        String line = file.text().contains("\r\n") ? "\r\n" : "\n";
        List<Node.Entry> simple = into.entries().stream()
                .filter(Edit::standsBehind)
                .filter(each -> endsOnALine(each.value()))
                .toList();
        if (simple.isEmpty()) {
            return Optional.of(new Change(file, first, first, entry + line + indent));
        }
        int end = lineEnd(file, simple.getLast().value().span().end());
        return Optional.of(new Change(file, end, end, line + indent + entry));
    }

    /// Whether the value was typed behind its key: not missing, and no alias of something further up.
    private static boolean standsBehind(Node.Entry entry) {
        Span value = entry.value().span();
        return value.start() > entry.key().span().end() && value.end() > value.start();
    }

    private static boolean endsOnALine(Node value) {
        return switch (value) {
            case Node.Scalar scalar ->
                switch (scalar.style()) {
                    case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> true;
                    case LITERAL, FOLDED -> false;
                };
            case Node.Mapping mapping -> mapping.flow();
            case Node.Sequence sequence -> sequence.flow();
        };
    }

    private static int lineEnd(SourceFile file, int offset) {
        int line = file.lineOf(offset);
        return file.startOf(line) + file.lines().get(line - 1).length();
    }

    private static Optional<Change> removed(Node.Mapping from, String key) {
        List<Node.Entry> entries = from.entries();
        int at = from.keys().indexOf(key);
        if (at < 0 || entries.size() < 2 || !standsBehind(entries.get(at))) {
            return Optional.empty();
        }
        SourceFile file = from.span().file();
        Span value = entries.get(at).value().span();
        int start = entries.get(at).key().span().start();
        if (at == 0) {
            return Optional.of(
                    new Change(file, start, entries.get(1).key().span().start(), ""));
        }
        if (from.flow()) {
            Node.Entry before = entries.get(at - 1);
            return standsBehind(before)
                    ? Optional.of(new Change(file, before.value().span().end(), value.end(), ""))
                    : Optional.empty();
        }
        if (!endsOnALine(entries.get(at).value())) {
            return Optional.empty();
        }
        int last = file.lineOf(value.end());
        int end = last < file.lines().size()
                ? file.startOf(last + 1)
                : file.text().length();
        return Optional.of(new Change(file, file.startOf(file.lineOf(start)), end, ""));
    }
}
