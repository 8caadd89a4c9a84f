package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what stands behind the target: `at`, `during`, `over` and `for`. Their order does not matter.
final class ClauseParser {
    static final Set<String> WORDS = Set.of("at", "during", "over", "for");
    private static final String RULE = "requirement.clause";
    private static final Set<String> LOADS = Set.of("peak", "average");

    private final Units units;
    private final Problems problems;
    private Circumstance circumstance = new Circumstance.Unstated();
    private Optional<Window> window = Optional.empty();
    private Segments segments = new Segments.All();

    ClauseParser(Units units, Problems problems) {
        this.units = units;
        this.problems = problems;
    }

    Circumstance circumstance() {
        return circumstance;
    }

    Optional<Window> window() {
        return window;
    }

    Segments segments() {
        return segments;
    }

    /// Reads clauses, each of which begins with its word.
    void parse(Words words) {
        int start = 0;
        List<String> given = new ArrayList<>();
        while (start < words.size()) {
            int end = start + 1;
            while (end < words.size() && !begins(words.get(end))) {
                end++;
            }
            String kind =
                    words.get(start).is("during") ? "at" : words.get(start).lower();
            if (given.contains(kind)) {
                report(
                        words.part(start, end),
                        "\"%s\" is the second of its kind"
                                .formatted(words.part(start, end).joined()),
                        "a requirement is judged at one load or scenario, over one window, for one set of segments",
                        "write a requirement of its own for it");
            } else {
                clause(words.get(start), words.part(start, end), words.part(start + 1, end));
            }
            given.add(kind);
            start = end;
        }
    }

    static boolean begins(Word word) {
        return word.depth() == 0 && WORDS.contains(word.lower());
    }

    private void clause(Word keyword, Words whole, Words body) {
        if (body.isEmpty()) {
            report(
                    whole,
                    "nothing follows \"%s\"".formatted(keyword.text()),
                    "the clause was begun and not ended",
                    "write such as \"at peak\", \"during launch\", \"over 28 day\" or \"for new-customers\"");
            return;
        }
        switch (keyword.lower()) {
            case "at" -> at(whole, body);
            case "during" -> during(whole, body);
            case "over" -> over(whole, body);
            default -> segments(whole, body);
        }
    }

    void at(Words whole, Words body) {
        Word first = body.get(0);
        if (Statistics.looksLike(first) && !first.is("average")) {
            report(
                    whole,
                    "a statistic stands behind the target",
                    "it belongs to the reading: p99 latency, max age",
                    "write \"%s\" as the first word of the sentence".formatted(first.text()));
        } else if (body.size() == 2 && LOADS.contains(first.lower()) && body.is(1, "load")) {
            report(
                    whole,
                    "\"%s\" has a word too many".formatted(body.joined()),
                    "the loads that are always there are called \"peak\" and \"average\"",
                    "write \"at %s\"".formatted(first.lower()));
        } else if (body.size() > 1 || first.startsNumber()) {
            Amounts.parse(body, units, problems).ifPresent(rate -> circumstance = new Circumstance.Load(rate));
        } else {
            circumstance = named(body, first);
        }
    }

    private static Circumstance named(Words body, Word word) {
        if (word.is("peak")) {
            return new Circumstance.Peak();
        }
        return word.is("average") ? new Circumstance.Average() : new Circumstance.During(body.name(word));
    }

    private void during(Words whole, Words body) {
        if (body.size() == 1 && !body.get(0).startsNumber()) {
            circumstance = named(body, body.get(0));
            return;
        }
        boolean time = body.get(0).startsNumber();
        report(
                whole,
                "\"%s\" is not the name of a scenario".formatted(body.joined()),
                "\"during\" names one of the design's scenarios, which is one word",
                time
                        ? "write \"over %s\" for a stretch of time".formatted(body.joined())
                        : "write \"during %s\"".formatted(body.get(0).text()));
    }

    void over(Words whole, Words body) {
        Word last = body.get(body.size() - 1);
        Window.Kind kind = last.is("rolling")
                ? Window.Kind.ROLLING
                : last.is("calendar") ? Window.Kind.CALENDAR : Window.Kind.UNSTATED;
        Words length = kind == Window.Kind.UNSTATED ? body : body.part(0, body.size() - 1);
        if (length.isEmpty()
                || !(length.get(0).startsNumber() || length.get(0).text().startsWith("("))) {
            report(
                    whole,
                    "\"%s\" is not a stretch of time".formatted(body.joined()),
                    "\"over\" says over how long the requirement is judged",
                    "write such as \"over 28 day\" or \"over 1 month calendar\"");
            return;
        }
        Amounts.parse(length, units, problems).ifPresent(amount -> window = Optional.of(new Window(amount, kind)));
    }

    /// The groups of a list.
    void segments(List<Name> names) {
        segments = names.isEmpty() ? new Segments.All() : new Segments.Named(names);
    }

    void segments(Words whole, Words body) {
        if (body.get(0).startsNumber()) {
            report(
                    whole,
                    "\"%s\" is not a segment".formatted(body.joined()),
                    "\"for\" names the users, regions or groups in which a requirement has to hold",
                    "write \"over %s\" for a stretch of time".formatted(body.joined()));
            return;
        }
        Optional<Word> attribute = everySegmentOf(body);
        if (attribute.isPresent()) {
            segments = new Segments.Every(body.name(attribute.get()));
            return;
        }
        List<Name> names = new ArrayList<>();
        for (Word word : body.all()) {
            for (Word piece : atCommas(word)) {
                names.add(body.name(piece));
            }
        }
        boolean spaced = body.all().stream()
                        .limit(body.size() - 1L)
                        .anyMatch(word -> !word.text().endsWith(","))
                && !body.joined().replaceAll("\\s*,\\s*", ",").matches("\\S+");
        if (spaced || names.isEmpty()) {
            String last = body.get(body.size() - 1).text();
            boolean every =
                    Set.of("every", "each", "all", "any").contains(body.get(0).lower());
            report(
                    whole,
                    "\"%s\" is not a segment".formatted(body.joined()),
                    "a segment is one word, several have commas between them, and an attribute's are named together",
                    every
                            ? "write \"for every segment of %s\"".formatted(last)
                            : "write \"for %s\"".formatted(body.joined().replaceAll("[\\s,]+", "-")));
            return;
        }
        segments = new Segments.Named(names);
    }

    private static Optional<Word> everySegmentOf(Words body) {
        boolean form = body.size() == 4 && body.is(0, "every") && body.is(1, "segment") && body.is(2, "of");
        return form ? Optional.of(body.get(3)) : Optional.empty();
    }

    private static List<Word> atCommas(Word word) {
        List<Word> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= word.text().length(); i++) {
            if (i == word.text().length() || word.text().charAt(i) == ',') {
                if (i > start) {
                    pieces.add(new Word(word.text().substring(start, i), word.start() + start, word.depth()));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private void report(Words where, String what, String why, String mend) {
        problems.error(RULE, where.span().place(), what, why, mend);
    }
}
