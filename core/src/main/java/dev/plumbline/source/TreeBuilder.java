package dev.plumbline.source;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Node.Entry;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Mapping;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Node.Sequence;
import dev.plumbline.source.Node.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds the tree of one file from the YAML library's events.
///
/// Events, because the library's own nodes resolve tags, merge keys and duplicates in ways that lose places.
final class TreeBuilder {
    /// Deeper than any design, and shallow enough for recursion.
    static final int DEEPEST = 64;
    /// Nodes after every alias is replaced by what it names.
    static final int MOST_NODES = 100_000;

    private record Anchored(Node node, long nodes) {}

    /// Reading cannot go on; what is wrong has been said.
    @SuppressWarnings("serial")
    private static final class Abandoned extends RuntimeException {
        Abandoned() {
            super(null, null, false, false);
        }
    }

    private final SourceFile file;
    private final Problems problems;
    private final Events events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<Span> quoted = new ArrayList<>();
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private long nodes;
    private int reached;

    private TreeBuilder(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.events = new Events(file);
    }

    /// The file's top node, if it has one and could be read to its end.
    static Optional<Node> read(SourceFile file, Problems problems) {
        TreeBuilder builder = new TreeBuilder(file, problems);
        try {
            Optional<Node> top = builder.document();
            Characters.tabs(file, builder.quoted, problems);
            return top;
        } catch (YamlEngineException e) {
            SyntaxFault.report(e, builder.events, builder.quoted, builder.brackets, problems);
            return Optional.empty();
        } catch (Abandoned _) {
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        events.next();
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent first)) {
            return Optional.empty();
        }
        first.getSpecVersion().filter(version -> version.getMinor() != 2).ifPresent(version -> {
            Span span = events.span(first);
            problems.error(
                    "yaml.version",
                    span.place(),
                    "the file asks for YAML " + version.getRepresentation(),
                    "a design is YAML 1.2, where \"on\", \"no\" and \"yes\" are text",
                    "delete the %YAML line");
        });
        Node top = node(events.next(), 0);
        events.next();
        Event next = events.next();
        if (next instanceof DocumentStartEvent) {
            problems.error(
                    "yaml.several-documents",
                    events.span(next).place(),
                    "a second document begins here",
                    "a file holds one design, so the rest would be left unread",
                    "delete the line \"---\", or put what follows into a file of its own");
        }
        return Optional.of(top);
    }

    private Node node(Event event, int depth) {
        nodes++;
        reached = Math.max(reached, events.span(event).end());
        if (event instanceof AliasEvent alias) {
            return resolve(alias);
        }
        Optional<String> anchor =
                event instanceof NodeEvent node ? node.getAnchor().map(Anchor::getValue) : Optional.empty();
        long before = nodes - 1;
        anchor.ifPresent(open::add);
        Node node = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> mapping(mapping, deeper(mapping, depth));
            case SequenceStartEvent sequence -> sequence(sequence, deeper(sequence, depth));
            default -> throw new IllegalStateException("The event (%s) must begin a node.".formatted(event));
        };
        anchor.ifPresent(name -> {
            open.remove(name);
            anchors.put(name, new Anchored(node, nodes - before));
        });
        return node;
    }

    private int deeper(CollectionStartEvent event, int depth) {
        if (depth >= DEEPEST) {
            problems.error(
                    "yaml.too-deep",
                    events.span(event).place(),
                    "this is nested more than %d levels deep".formatted(DEEPEST),
                    "no design needs that, and reading it could exhaust memory",
                    "flatten it, or close the brackets that were left open");
            throw new Abandoned();
        }
        if (event.isFlow()) {
            brackets.add(events.span(event).start());
        }
        return depth + 1;
    }

    private Node resolve(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Span span = events.span(alias);
        if (open.contains(name)) {
            problems.error(
                    "yaml.recursive-alias",
                    span.place(),
                    "\"*%s\" stands inside what it names".formatted(name),
                    "replacing it would never end",
                    "write the value out");
            return missing(span);
        }
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            String offer = Nearest.to(name, anchors.keySet())
                    .map("write \"*%s\", or "::formatted)
                    .orElse("");
            problems.error(
                    "yaml.unknown-anchor",
                    span.place(),
                    "\"*%s\" names no anchor".formatted(name),
                    "an alias repeats a value marked \"&%s\" further up, and there is none".formatted(name),
                    offer + "put quotes around it if the star is part of a text");
            return missing(span);
        }
        nodes += anchored.nodes() - 1;
        if (nodes > MOST_NODES) {
            problems.error(
                    "yaml.alias-limit",
                    span.place(),
                    "the aliases expand past %,d nodes".formatted(MOST_NODES),
                    "aliases of aliases multiply, and the whole would not fit in memory",
                    "write fewer, or write the values out");
            throw new Abandoned();
        }
        return anchored.node();
    }

    private Scalar missing(Span span) {
        return new Scalar("", Style.PLAIN, Kind.NULL, new Span(file, span.start(), span.start()));
    }

    private Scalar scalar(ScalarEvent event) {
        Style style = events.style(event);
        Span span = events.span(event);
        Kind kind = style == Style.PLAIN ? CoreSchema.kind(event.getValue()) : Kind.STRING;
        if (style != Style.PLAIN) {
            quoted.add(span);
        }
        kind = event.getTag().isPresent() ? Tags.kind(event, kind, events.tag(event), problems) : kind;
        return new Scalar(event.getValue(), style, kind, span);
    }

    private Mapping mapping(MappingStartEvent event, int depth) {
        Tags.check(event, "tag:yaml.org,2002:map", events.tag(event), problems);
        List<Entry> entries = new ArrayList<>();
        Map<String, Scalar> seen = new HashMap<>();
        CutValues cut = new CutValues(file, problems);
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Node key = node(next, depth);
            Node value = node(events.next(), depth);
            next = events.next();
            if (event.isFlow() && cut.belongsToLast(key, value, entries)) {
                continue;
            }
            Entry entry = entry(key, value, event.isFlow()).orElse(null);
            if (entry == null) {
                continue;
            }
            Scalar first = seen.putIfAbsent(entry.key().text(), entry.key());
            if (first != null) {
                duplicate(entry.key(), first);
                continue;
            }
            entries.add(event.isFlow() ? cut.whole(entry) : entry);
        }
        return new Mapping(entries, event.isFlow(), around(event, next, event.isFlow()));
    }

    private Optional<Entry> entry(Node key, Node value, boolean flow) {
        if (!(key instanceof Scalar scalar)) {
            problems.error(
                    "yaml.key",
                    key.place(),
                    "a key is a %s here, not a name".formatted(key.noun()),
                    "keys are names, so that other parts of the design can refer to them",
                    "write \"name: value\"; if these brackets are a value, put its key in front");
            return Optional.empty();
        }
        return Keys.entry(scalar, value, flow, problems);
    }

    private void duplicate(Scalar key, Scalar first) {
        problems.error(
                "yaml.duplicate-key",
                key.place(),
                "\"%s\" is given twice".formatted(key.text()),
                "it already stands on line %d, and one of the two would be lost"
                        .formatted(first.place().line()),
                "keep one, or give this one another name");
    }

    private Sequence sequence(SequenceStartEvent event, int depth) {
        Tags.check(event, "tag:yaml.org,2002:seq", events.tag(event), problems);
        List<Node> items = new ArrayList<>();
        CutValues cut = new CutValues(file, problems);
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            Node item = node(next, depth);
            next = events.next();
            if (!event.isFlow()) {
                items.add(item);
            } else if (!cut.covers(item)) {
                items.add(cut.whole(item));
            }
        }
        return new Sequence(items, event.isFlow(), around(event, next, event.isFlow()));
    }

    /// The span of a collection: its brackets, or its first character to the end of its last value.
    private Span around(Event start, Event end, boolean flow) {
        Span first = events.span(start);
        if (flow) {
            brackets.removeLast();
            reached = Math.max(reached, events.span(end).end());
        }
        return new Span(file, first.start(), Math.max(first.start(), reached));
    }
}
