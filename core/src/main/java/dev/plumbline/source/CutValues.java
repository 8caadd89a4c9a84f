package dev.plumbline.source;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Node.Entry;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Node.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds plain values inside braces or brackets that YAML has cut at a comma: `{rate: max(a, b)}` reads as a value
/// `max(a` and a key `b)`. Says so once, and puts the value together again so that what follows is read as meant.
///
/// One belongs to one flow collection.
final class CutValues {
    /// Digits grouped by commas, and what follows up to the end of a plain value.
    private static final Pattern THOUSANDS =
            Pattern.compile("([^,{}\\[\\]]*?(?<!\\d)\\d{1,3}(?:,\\d{3})+)(?!\\d)[^,{}\\[\\]#\\r\\n]*");

    private final SourceFile file;
    private final Problems problems;
    private int coveredTo = -1;

    CutValues(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// Whether this node is a later piece of a value that has been put together.
    boolean covers(Node node) {
        return node.span().start() < coveredTo;
    }

    /// Whether this entry is a later piece of the last entry's value.
    boolean belongsToLast(Node key, Node value, List<Entry> entries) {
        if (covers(key)) {
            return true;
        }
        if (entries.isEmpty()
                || !(key instanceof Scalar piece && value instanceof Scalar none && none.isMissing())
                || !(entries.getLast().value() instanceof Scalar last)
                || last.style() != Style.PLAIN
                || piece.span().start() != last.span().end() + 1) {
            return false;
        }
        Matcher number = THOUSANDS
                .matcher(file.text())
                .region(last.span().start(), file.text().length());
        if (!number.lookingAt() || number.end(1) <= piece.span().start()) {
            return false;
        }
        coveredTo = number.end();
        String text = number.group().strip();
        Scalar whole = together(last, last.span().start() + text.length(), text.replaceAll("(?<=\\d),(?=\\d)", "_"));
        report(whole, "write \"%s\"; \"_\" may stand between digits".formatted(whole.text()));
        entries.set(entries.size() - 1, new Entry(entries.getLast().key(), whole));
        return true;
    }

    /// The entry with its whole value.
    Entry whole(Entry entry) {
        return new Entry(entry.key(), whole(entry.value()));
    }

    /// The whole value, if `node` is the first piece of one that was cut inside parentheses; else the node.
    Node whole(Node node) {
        if (!(node instanceof Scalar scalar) || scalar.style() != Style.PLAIN) {
            return node;
        }
        Optional<Integer> end = endOfCut(scalar);
        if (end.isEmpty()) {
            return node;
        }
        coveredTo = end.get();
        String text = file.text().substring(scalar.span().start(), end.get()).strip();
        Scalar whole = together(scalar, scalar.span().start() + text.length(), text.replaceAll("\\s+", " "));
        report(whole, "put quotes around the whole value: \"%s\"".formatted(whole.text()));
        return whole;
    }

    /// Where the value ends if its parentheses, open where YAML ended it, are closed before the brackets are.
    private Optional<Integer> endOfCut(Scalar scalar) {
        int depth = depth(scalar.text());
        String text = file.text();
        int at = scalar.span().end();
        if (depth <= 0 || at >= text.length() || text.charAt(at) != ',') {
            return Optional.empty();
        }
        while (at < text.length() && "\"'#".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (",}]".indexOf(c) >= 0 && (depth == 0 || c != ',')) {
                break;
            }
            at++;
        }
        return depth == 0 ? Optional.of(at) : Optional.empty();
    }

    private static int depth(String text) {
        return (int) (text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count());
    }

    private Scalar together(Scalar first, int end, String text) {
        return new Scalar(
                text, Style.PLAIN, Kind.STRING, new Span(file, first.span().start(), end));
    }

    private void report(Scalar whole, String mend) {
        problems.error(
                "yaml.cut-at-comma",
                whole.place(),
                "\"%s\" is cut at its comma".formatted(whole.span().raw().replaceAll("\\s+", " ")),
                "inside { } and [ ] YAML ends a plain value at a comma",
                mend);
    }
}
