package dev.plumbline.review;

import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as somebody typed it, made so many times as long in its own manner.
final class TimeText {
    /// A number and what follows it, another one behind it.
    private static final Pattern INTERVAL = Pattern.compile("(\\S.*?)(\\s*\\.\\.\\s*)(\\S.*)");
    /// Keys of a varying value that are times; `cv` and `tail` stay as they are.
    private static final Set<String> TIMES =
            Set.of("mean", "min", "exponential", "p50", "p75", "p90", "p95", "p99", "p999");
    private static final Set<String> SHAPES = Set.of("cv", "tail");

    private TimeText() {}

    /// The edits; empty for a form of which it is not sure.
    static Optional<List<Edit>> times(Node time, double factor) {
        return switch (time) {
            case Node.Scalar scalar -> text(scalar, factor).map(to -> List.of(new Edit.Replace(scalar.span(), to)));
            case Node.Mapping mapping -> entries(mapping, factor);
            case Node.Sequence _ -> Optional.empty();
        };
    }

    private static Optional<List<Edit>> entries(Node.Mapping mapping, double factor) {
        List<Edit> edits = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Optional<List<Edit>> its = entry.value() instanceof Node.Scalar && TIMES.contains(key)
                    ? times(entry.value(), factor)
                    : Optional.empty();
            if (its.isEmpty() && !SHAPES.contains(key)) {
                return Optional.empty();
            }
            its.ifPresent(edits::addAll);
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
    }

    /// `4 ms`, `4 .. 8 ms`, or an expression, which is put in parentheses.
    private static Optional<String> text(Node.Scalar scalar, double factor) {
        String text = scalar.text().strip();
        if (scalar.style() != Node.Style.PLAIN || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Literal> one = Literal.of(text);
        if (one.isPresent()) {
            return one.map(each -> each.times(factor).text());
        }
        Matcher both = INTERVAL.matcher(text);
        if (both.matches()) {
            Optional<Literal> high = Literal.of(both.group(3));
            return Literal.of(both.group(1))
                    .flatMap(low -> high.map(each -> low.times(factor).text()
                            + both.group(2)
                            + each.times(factor).text()));
        }
        return Optional.of("(%s) * %s".formatted(text, Literal.shown(factor)));
    }
}
