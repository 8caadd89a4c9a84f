package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Parsed;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Unit;
import dev.plumbline.source.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one fact of an entry, and says what it lacks.
final class FactReader {
    static final String RULE = "knowledge.incomplete-fact";

    private static final List<String> KEYS = List.of("value", "source", "date", "from", "for", "note");
    private static final String WHY = "a number is believed for where it is from, and a fact that cannot say is none";

    private final Entry entry;
    private final Problems problems;

    FactReader(Entry entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
    }

    /// The fact of that name, if it is complete.
    Optional<Fact> read(String attribute) {
        Node node = entry.node().get(attribute).orElse(entry.node());
        Place place = node.place();
        Optional<Node.Mapping> own = node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty();
        int before = problems.size();
        own.ifPresent(this::refuseUnknownKeys);
        Optional<Expression> value = value(node, own);
        Optional<Unit> unit = value.flatMap(expression -> unit(attribute, expression, place));
        Subject.Origin origin = origin(attribute, own, place);
        Optional<LocalDate> date = date(origin, place);
        if (origin.source().isBlank()) {
            refuse(place, "a fact has no source", "write \"source: ...\" or \"from: ...\"");
        }
        String purpose = first("for", attribute, own);
        if (purpose.isEmpty()) {
            refuse(place, "a fact does not say what it is for", "write \"for: ...\" here or at its attribute");
        }
        if (problems.size() > before || value.isEmpty() || unit.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        String note = own.flatMap(mapping -> Texts.of(mapping, "note")).orElse("");
        return Optional.of(new Fact(
                Facts.ROOT + entry.name() + "." + attribute,
                text(node, own).orElse(""),
                value.get(),
                unit.get(),
                origin.source(),
                date.get(),
                purpose,
                note,
                place));
    }

    private Optional<String> text(Node node, Optional<Node.Mapping> own) {
        return own.isPresent() ? own.flatMap(mapping -> Texts.of(mapping, "value")) : Texts.of(node);
    }

    private Optional<Expression> value(Node node, Optional<Node.Mapping> own) {
        Optional<String> text = text(node, own);
        if (text.isEmpty()) {
            refuse(node.place(), "a fact has no value", "write \"value: 24 GB\"");
            return Optional.empty();
        }
        Parsed parsed = Parser.parse(text.get(), entry.subject().units());
        parsed.faults()
                .forEach(fault -> problems.error(fault.rule(), node.place(), fault.what(), fault.why(), fault.mend()));
        return parsed.found();
    }

    /// The unit it is written in; that of its attribute, where one is named, has to measure the same.
    private Optional<Unit> unit(String attribute, Expression value, Place place) {
        Optional<Unit> written = unitOf(value);
        if (written.isEmpty()) {
            refuse(place, "a fact has no unit", "write one, such as 24 GB; a share is written in %");
            return Optional.empty();
        }
        Optional<String> due = entry.subject().attribute(attribute).flatMap(about -> Texts.of(about, "unit"));
        Optional<Unit> expected = due.flatMap(text ->
                Parser.parse("1 " + text, entry.subject().units()).found().flatMap(FactReader::unitOf));
        if (expected.isPresent()
                && !expected.get().dimension().equals(written.get().dimension())) {
            refuse(
                    place,
                    "\"%s\" is written in %s, its attribute in %s".formatted(attribute, written.get(), due.orElse("")),
                    "give both the same dimension, or the fact another name");
        }
        return written;
    }

    private static Optional<Unit> unitOf(Expression value) {
        return switch (value) {
            case Expression.Literal literal -> literal.unit().isNone() ? Optional.empty() : Optional.of(literal.unit());
            case Expression.Unknown unknown -> unitOf(unknown.parameters().getLast());
            case Expression.Negated negated -> unitOf(negated.of());
            case Expression.Name name -> Optional.empty();
            case Expression.Binary binary -> Optional.empty();
            case Expression.Choice choice -> Optional.empty();
            case Expression.Call call -> Optional.empty();
            case Expression.Summary summary -> Optional.empty();
        };
    }

    private Subject.Origin origin(String attribute, Optional<Node.Mapping> own, Place place) {
        Optional<String> source = own.flatMap(mapping -> Texts.of(mapping, "source"));
        if (source.isPresent()) {
            String date = own.flatMap(mapping -> Texts.of(mapping, "date")).orElse("");
            return new Subject.Origin(source.get(), date);
        }
        String name = first("from", attribute, own);
        if (name.isEmpty()) {
            return new Subject.Origin("", "");
        }
        Optional<Subject.Origin> found = entry.subject().origin(name);
        if (found.isEmpty()) {
            refuse(
                    place,
                    "the file has no source \"%s\"".formatted(name),
                    Nearest.to(name, entry.subject().origins())
                            .map("write \"%s\""::formatted)
                            .orElse("add it under \"sources\""));
        }
        return found.orElse(new Subject.Origin("", ""));
    }

    private Optional<LocalDate> date(Subject.Origin origin, Place place) {
        if (origin.date().isBlank()) {
            refuse(place, "a fact has no date", "write the day its source speaks of: \"date: 2026-02-09\"");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(origin.date()));
        } catch (DateTimeException notADate) {
            refuse(place, "\"%s\" is no date".formatted(origin.date()), "write year, month and day: 2026-02-09");
            return Optional.empty();
        }
    }

    /// What the fact says under that key, else its attribute, else its entry, else its file.
    private String first(String key, String attribute, Optional<Node.Mapping> own) {
        return Stream.of(
                        own,
                        entry.subject().attribute(attribute),
                        Optional.of(entry.node()),
                        Optional.of(entry.subject().root()))
                .flatMap(Optional::stream)
                .flatMap(mapping -> Texts.of(mapping, key).stream())
                .findFirst()
                .orElse("");
    }

    private void refuseUnknownKeys(Node.Mapping own) {
        own.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> !KEYS.contains(key.text()))
                .forEach(key -> refuse(
                        key.place(),
                        "a fact has no \"%s\"".formatted(key.text()),
                        Nearest.to(key.text(), KEYS)
                                .map("write \"%s\""::formatted)
                                .orElse("write one of " + String.join(", ", KEYS))));
    }

    private void refuse(Place place, String what, String mend) {
        problems.error(RULE, place, what, WHY, mend);
    }
}
