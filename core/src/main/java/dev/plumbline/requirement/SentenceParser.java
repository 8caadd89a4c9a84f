package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.Words.Word;
import dev.plumbline.source.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads the one sentence of a requirement:
///
/// ```
/// must    = reading relation target [ "at" load | "during" scenario ] [ "over" window ] [ "for" segments ]
/// reading = statistic "latency of" path | "success of" path | "cost" [ "per" count unit ] | metric "of" model ...
/// ```
///
/// All faults of a sentence are reported at once: reading, target and clauses are read each for itself. Whether names
/// are defined and dimensions fit is for the reader of the whole design.
public final class SentenceParser {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "<=", Relation.AT_MOST,
            "\u2264", Relation.AT_MOST,
            "<", Relation.LESS,
            ">=", Relation.AT_LEAST,
            "\u2265", Relation.AT_LEAST,
            ">", Relation.MORE,
            "=", Relation.EQUAL);
    private static final Map<String, String> MISTYPED =
            Map.of("=<", "<=", "=>", ">=", "==", "=", "<<", "<", ">>", ">", "<=>", "=", "===", "=");
    /// Words that people begin a clause with, and what the language has for them.
    private static final Map<String, String> STRANGE_CLAUSES = Map.of(
            "when", "at peak",
            "while", "during launch",
            "under", "at peak",
            "in", "over 28 day",
            "within", "over 28 day",
            "per", "over 28 day",
            "across", "for every segment of country",
            "by", "for every segment of country",
            "with", "during launch");

    private final Words words;
    private final Units units;
    private final Problems problems;

    private SentenceParser(Scalar typed, Units units, Problems problems) {
        this.words = Words.of(typed);
        this.units = units;
        this.problems = problems;
    }

    /// The sentence, or empty after at least one finding.
    ///
    /// @param units those of the language and the nouns the design declares
    public static Optional<Sentence> parse(Scalar typed, Units units, Problems problems) {
        return new SentenceParser(typed, units, problems).sentence();
    }

    private Optional<Sentence> sentence() {
        int before = problems.size();
        Optional<Found> found = relation();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Words front = words.part(0, found.get().from());
        Optional<Reading> reading =
                front.isEmpty() ? noReading(found.get()) : ReadingParser.parse(front, units, problems);
        int target = found.get().to();
        int end = target;
        while (end < words.size() && !ClauseParser.begins(words.get(end)) && !strange(end, target)) {
            end++;
        }
        Optional<Amount> amount = target(target, end, found.get());
        ClauseParser clauses = new ClauseParser(units, problems);
        clauses(end, clauses);
        if (problems.size() > before || reading.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sentence(
                reading.get(),
                found.get().relation(),
                amount.get(),
                clauses.circumstance(),
                clauses.window(),
                clauses.segments(),
                words.typed()));
    }

    /// A relation and the words it takes, from one index up to another.
    private record Found(Relation relation, int from, int to) {}

    private Optional<Found> relation() {
        Optional<Integer> symbol = IntStream.range(0, words.size())
                .filter(i -> words.get(i).isRelation())
                .boxed()
                .findFirst();
        if (symbol.isPresent()) {
            Word word = words.get(symbol.get());
            Relation relation = RELATIONS.get(word.text());
            if (relation == null) {
                String meant = MISTYPED.getOrDefault(word.text(), "<=");
                problems.error(
                        "requirement.relation",
                        words.span(word).place(),
                        "\"%s\" is not a relation".formatted(word.text()),
                        "the relations are <=, >=, <, > and =",
                        "write \"%s\"".formatted(meant));
                relation = RELATIONS.getOrDefault(meant, Relation.AT_MOST);
            }
            return Optional.of(new Found(relation, symbol.get(), symbol.get() + 1));
        }
        Optional<WordRelation> spelt = WordRelation.find(words);
        if (spelt.isPresent()) {
            sayWords(spelt.get());
            return spelt.map(said -> new Found(said.relation(), said.from(), said.to()));
        }
        missing();
        return Optional.empty();
    }

    private void sayWords(WordRelation spelt) {
        Words said = words.part(spelt.from(), spelt.to());
        String text = words.text();
        String mended = text.substring(0, said.get(0).start())
                + spelt.relation().symbol()
                + text.substring(said.get(said.size() - 1).end());
        problems.error(
                "requirement.relation",
                said.span().place(),
                "\"%s\" is not a relation".formatted(said.joined()),
                "the relations are <=, >=, <, > and =, which can be read in one way only",
                "write \"%s\"".formatted(mended.strip()));
    }

    private void missing() {
        Optional<Integer> number = IntStream.range(1, Math.max(1, words.size()))
                .filter(i -> words.get(i).startsNumber() && !words.is(i - 1, "over") && !words.is(i - 1, "per"))
                .filter(i -> !Statistics.looksLike(words.get(i)))
                .boxed()
                .findFirst();
        if (number.isEmpty()) {
            boolean empty = words.isEmpty();
            problems.error(
                    "requirement.relation",
                    words.span().place(),
                    empty ? "the sentence is empty" : "the sentence has no relation and no target",
                    "a requirement says what is measured and what it has to be",
                    empty || words.size() > 8 || Meter.words().stream().noneMatch(words.text()::contains)
                            ? "write such as \"p99 latency of rank <= 120 ms\"; what was said belongs under \"ask\""
                            : "write \"%s %s <target>\"".formatted(words.joined(), guess().symbol()));
            return;
        }
        Words front = words.part(0, number.get());
        Words rest = words.part(number.get(), words.size());
        problems.error(
                "requirement.relation",
                rest.span().place(),
                "a relation is missing in front of \"%s\"".formatted(rest.get(0).text()),
                "without it nobody can tell which side of the target is good",
                "write \"%s %s %s\"".formatted(front.joined(), guess().symbol(), rest.joined()));
    }

    /// The relation people mean with such a reading.
    private Relation guess() {
        boolean more = words.all().stream()
                .anyMatch(word ->
                        Meter.of(word.text()).filter(Meter::moreIsBetter).isPresent()
                                || Set.of("auc", "accuracy", "precision", "recall", "f1", "ndcg")
                                        .contains(word.lower()));
        return more ? Relation.AT_LEAST : Relation.AT_MOST;
    }

    private Optional<Reading> noReading(Found relation) {
        problems.error(
                "requirement.reading",
                words.part(relation.from(), relation.to()).span().place(),
                "nothing stands in front of \"%s\""
                        .formatted(relation.relation().symbol()),
                "a requirement names what is measured",
                "write such as \"p99 latency of rank\" in front of it");
        return Optional.empty();
    }

    private Optional<Amount> target(int from, int to, Found relation) {
        Words target = words.part(from, to);
        if (!target.isEmpty()) {
            return Amounts.parse(target, units, problems);
        }
        problems.error(
                "requirement.target",
                words.part(relation.from(), relation.to()).span().place(),
                "no target follows \"%s\"".formatted(relation.relation().symbol()),
                "without a number there is nothing to hold the design against",
                "write a quantity with its unit, such as 120 ms or 99.9 %");
        return Optional.empty();
    }

    private boolean strange(int index, int target) {
        Word word = words.get(index);
        return index > target && word.depth() == 0 && STRANGE_CLAUSES.containsKey(word.lower());
    }

    private void clauses(int from, ClauseParser clauses) {
        int start = from;
        while (start < words.size() && !ClauseParser.begins(words.get(start))) {
            start++;
        }
        if (start > from) {
            Words odd = words.part(from, start);
            String first = odd.get(0).lower();
            boolean rate = first.equals("per") && odd.size() == 2;
            problems.error(
                    "requirement.clause",
                    odd.span().place(),
                    "\"%s\" begins no clause".formatted(odd.get(0).text()),
                    "behind the target may stand \"at\", \"during\", \"over\" and \"for\"",
                    rate
                            ? "write \"/%s\" as part of the unit"
                                    .formatted(odd.get(1).text())
                            : "write such as \"%s\"".formatted(STRANGE_CLAUSES.get(first)));
        }
        clauses.parse(words.part(start, words.size()));
    }
}
