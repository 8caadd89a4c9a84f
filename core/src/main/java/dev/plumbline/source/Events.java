package dev.plumbline.source;

import dev.plumbline.source.Node.Style;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The library's events for one file, with their marks turned into spans.
///
/// The library counts code points; the tree counts `char`s. Lines are ours too, since the library also ends a line at
/// U+0085, U+2028 and U+2029, as only YAML 1.1 did.
final class Events {
    private final SourceFile file;
    private final Iterator<Event> events;
    private final int[] supplementary;

    Events(SourceFile file) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(YamlReader.MOST_BYTES + 1)
                .build();
        this.events = new Parse(settings).parseString(harmless(file)).iterator();
        this.supplementary = supplementary(file.text());
    }

    /// The text with the tabs of blank and comment lines, which YAML allows and the library does not, as spaces.
    private static String harmless(SourceFile file) {
        String text = file.text();
        if (text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        for (int line = 1; line <= file.lines().size(); line++) {
            String content = file.lines().get(line - 1).stripLeading();
            int end = file.startOf(line) + file.lines().get(line - 1).length() - content.length();
            for (int at = file.startOf(line); at < end && (content.isEmpty() || content.startsWith("#")); at++) {
                changed.setCharAt(at, changed.charAt(at) == '\t' ? ' ' : changed.charAt(at));
            }
        }
        return changed.toString();
    }

    /// The indices, in code points, of the characters that take two `char`s.
    private static int[] supplementary(String text) {
        int[] points = text.codePoints().toArray();
        return IntStream.range(0, points.length)
                .filter(i -> Character.isSupplementaryCodePoint(points[i]))
                .toArray();
    }

    SourceFile file() {
        return file;
    }

    /// The next event.
    ///
    /// @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is not YAML
    Event next() {
        return events.next();
    }

    int offset(Mark mark) {
        int found = Arrays.binarySearch(supplementary, mark.getIndex());
        int before = found >= 0 ? found : -found - 1;
        return Math.min(file.text().length(), mark.getIndex() + before);
    }

    /// Where the event's node stands, without its anchor and tag.
    Span span(Event event) {
        int start = event.getStartMark().map(this::offset).orElse(0);
        int end = event.getEndMark().map(this::offset).orElse(start);
        if ((event instanceof NodeEvent node && node.getAnchor().isPresent()) || hasTag(event)) {
            start = behindProperties(
                    start, event instanceof ScalarEvent ? end : file.text().length());
        }
        if (event instanceof ScalarEvent scalar && (scalar.isLiteral() || scalar.isFolded())) {
            // A block scalar's last event stands behind its line breaks, which are not part of what one would edit.
            while (end > start && Character.isWhitespace(file.text().charAt(end - 1))) {
                end--;
            }
        }
        return new Span(file, start, Math.max(start, end));
    }

    /// Where the event's tag stands, or its node if it has none.
    Span tag(Event event) {
        int start = event.getStartMark().map(this::offset).orElse(0);
        Span node = span(event);
        int tag = file.text().indexOf('!', start);
        if (tag < 0 || tag >= node.start()) {
            return node;
        }
        int end = tag;
        while (end < node.start() && !Character.isWhitespace(file.text().charAt(end))) {
            end++;
        }
        return new Span(file, tag, end);
    }

    private static boolean hasTag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent collection -> collection.getTag().isPresent();
            default -> false;
        };
    }

    private int behindProperties(int start, int end) {
        String text = file.text();
        int at = start;
        while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < end && !Character.isWhitespace(text.charAt(at)) && ",]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    Style style(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            case PLAIN -> Style.PLAIN;
        };
    }
}
