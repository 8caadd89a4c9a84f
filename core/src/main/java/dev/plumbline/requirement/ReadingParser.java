package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.Words.Word;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the part of a sentence in front of its relation.
final class ReadingParser {
    private static final Set<String> PREPOSITIONS = Set.of("for", "in", "on", "from", "at", "to");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our");
    private static final Set<String> FILLERS = Set.of("of", "the", "for", "a", "percentile");

    private final Words words;
    private final Units units;
    private final Problems problems;
    private int at;

    private ReadingParser(Words words, Units units, Problems problems) {
        this.words = words;
        this.units = units;
        this.problems = problems;
    }

    /// The reading, or empty after at least one finding.
    ///
    /// @param words those in front of the relation, at least one
    static Optional<Reading> parse(Words words, Units units, Problems problems) {
        return new ReadingParser(words, units, problems).reading();
    }

    private Optional<Reading> reading() {
        if (outOfOrder()) {
            return Optional.empty();
        }
        Word first = words.get(0);
        Optional<Statistic> statistic = Optional.empty();
        boolean stated = Statistics.looksLike(first);
        if (stated) {
            statistic = Statistics.read(words, first, problems);
            at = words.is(1, "percentile") ? 2 : 1;
        }
        Optional<Meter> meter = meter();
        if (meter.isEmpty()) {
            return stated || at > 0 ? unknown() : metric();
        }
        return meter(meter.get(), stated, statistic);
    }

    private Optional<Meter> meter() {
        for (int length = 2; length >= 1; length--) {
            if (at + length <= words.size()) {
                Optional<Meter> meter =
                        Meter.of(words.part(at, at + length).joined().replaceAll("\\s+", " "));
                if (meter.isPresent()) {
                    at += length;
                    return meter;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> meter(Meter meter, boolean stated, Optional<Statistic> statistic) {
        Span span = words.part(at - meter.length(), at).span();
        if (meter.varies() && !stated) {
            problems.error(
                    "requirement.statistic",
                    span.place(),
                    "\"%s\" has no statistic".formatted(meter.word()),
                    "it differs from request to request, so the target needs to say which of them counts",
                    "write \"p99 %s\", or p50 to p99.99, mean or max".formatted(words.joined()));
        }
        if (!meter.varies() && stated) {
            problems.error(
                    "requirement.statistic",
                    words.span(words.get(0)).place(),
                    "\"%s\" takes no statistic".formatted(meter.word()),
                    "it is one number for all requests together",
                    "write \"%s\""
                            .formatted(words.part(at - meter.length(), words.size())
                                    .joined()));
        }
        if (!meter.hasSubject()) {
            return whole(meter);
        }
        Optional<Name> subject = subject(meter);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        if (meter == Meter.GAP) {
            return gap(subject.get());
        }
        return finished() && statistic.isPresent() == meter.varies()
                ? Optional.of(build(meter, statistic, subject.get()))
                : Optional.empty();
    }

    private static Reading build(Meter meter, Optional<Statistic> statistic, Name of) {
        Statistic which = statistic.orElse(new Statistic.Mean());
        return switch (meter) {
            case LATENCY -> new Reading.Latency(which, of);
            case THROUGHPUT -> new Reading.Throughput(of);
            case SUCCESS -> new Reading.Success(of);
            case AVAILABILITY -> new Reading.Availability(of);
            case AGE -> new Reading.Age(which, of);
            case STALE_READS -> new Reading.StaleReads(of);
            case FALLBACKS -> new Reading.Fallbacks(of);
            case STORAGE -> new Reading.Storage(of);
            case DRIFT -> new Reading.Drift(of);
            case SKEW -> new Reading.Skew(of);
            case TTFT -> new Reading.Ttft(which, of);
            case TPOT -> new Reading.Tpot(which, of);
            case RECOVERY,
                    DURABILITY,
                    LABEL_DELAY,
                    COLD_START,
                    SCALING,
                    PRIVACY,
                    RESIDENCY,
                    EXPLAINABILITY,
                    ROLLBACK,
                    AUDIT -> new Reading.Declared(RequirementKind.valueOf(meter.name()), of);
            case COST, ENERGY, CARBON, GAP ->
                throw new IllegalArgumentException("The meter (%s) has a form of its own.".formatted(meter));
        };
    }

    /// `cost`, `energy` or `carbon`, perhaps per so many of something.
    private Optional<Reading> whole(Meter meter) {
        Optional<Amount> per = Optional.empty();
        if (words.is(at, "per")) {
            Word last = words.get(at);
            Words count = words.part(at + 1, words.size());
            if (count.isEmpty()) {
                problems.error(
                        "requirement.subject",
                        words.span(last).place(),
                        "\"%s per\" does not say per what".formatted(meter.word()),
                        "the target is for so many of something counted",
                        "write \"%s per 1000 req\", or leave \"per\" out".formatted(meter.word()));
                return Optional.empty();
            }
            per = Amounts.parse(count, units, problems);
            at = words.size();
            if (per.isEmpty()) {
                return Optional.empty();
            }
        } else if (words.is(at, "of")) {
            problems.error(
                    "requirement.subject",
                    words.part(at, words.size()).span().place(),
                    "\"%s\" is that of the whole design".formatted(meter.word()),
                    "machines are shared by paths, so a part has none of its own",
                    "write \"%s\", or \"%s per 1000 req\"".formatted(meter.word(), meter.word()));
            return Optional.empty();
        }
        if (!finished()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (meter) {
                    case ENERGY -> new Reading.Energy(per);
                    case CARBON -> new Reading.Carbon(per);
                    default -> new Reading.Cost(per);
                });
    }

    private Optional<Reading> gap(Name metric) {
        if (!words.is(at, "of") || at + 1 >= words.size()) {
            problems.error(
                    "requirement.subject",
                    words.span().place(),
                    "\"gap of %s\" does not say of which model".formatted(metric.text()),
                    "a gap is the difference of a model's metric between groups",
                    "write \"gap of %s of <model> across <attribute>\"".formatted(metric.text()));
            return Optional.empty();
        }
        Name model = words.name(words.get(at + 1));
        at += 2;
        if (!words.is(at, "across") || at + 1 >= words.size()) {
            problems.error(
                    "requirement.subject",
                    words.span().place(),
                    "\"gap of %s of %s\" does not say between which groups".formatted(metric.text(), model.text()),
                    "a gap is the difference of a metric between the groups of an attribute",
                    "write \"gap of %s of %s across <attribute>\"".formatted(metric.text(), model.text()));
            return Optional.empty();
        }
        Name attribute = words.name(words.get(at + 1));
        at += 2;
        return finished() ? Optional.of(new Reading.Gap(metric, model, attribute)) : Optional.empty();
    }

    /// The name behind `of`; a missing or wrong preposition is a finding, and the name is read all the same.
    private Optional<Name> subject(Meter meter) {
        String before = words.part(0, at).joined();
        if (at >= words.size() || (at + 1 == words.size() && words.is(at, "of"))) {
            problems.error(
                    "requirement.subject",
                    words.span().place(),
                    "\"%s\" does not say of what".formatted(words.joined()),
                    "a design has several, and each requirement is about one",
                    "write \"%s of <name>\"".formatted(before));
            return Optional.empty();
        }
        if (!words.is(at, "of")) {
            boolean other = PREPOSITIONS.contains(words.get(at).lower()) && at + 1 < words.size();
            Word name = words.get(other ? at + 1 : at);
            problems.error(
                    "requirement.subject",
                    words.span(words.get(at)).place(),
                    other
                            ? "\"%s\" stands where \"of\" is due"
                                    .formatted(words.get(at).text())
                            : "\"of\" is missing in front of \"%s\"".formatted(name.text()),
                    "\"of\" names what \"%s\" is read off".formatted(meter.word()),
                    "write \"%s of %s\"".formatted(before, name.text()));
            at += other ? 2 : 1;
            return Optional.of(words.name(name));
        }
        at += 2;
        boolean article = ARTICLES.contains(words.get(at - 1).lower()) && at < words.size();
        if (article) {
            problems.error(
                    "requirement.subject",
                    words.part(at - 1, words.size()).span().place(),
                    "\"%s\" is not a name"
                            .formatted(words.part(at - 1, words.size()).joined()),
                    "a name is one word, as it stands in the design",
                    "write \"%s of %s\"".formatted(before, words.get(at).text()));
            at = words.size();
            return Optional.empty();
        }
        return Optional.of(words.name(words.get(at - 1)));
    }

    /// `auc of ranker`: any word in front of `of` may be a metric, unless it is nearly a word that is known.
    private Optional<Reading> metric() {
        Word metric = words.get(0);
        boolean shaped = words.size() >= 3 && words.is(1, "of");
        Optional<String> slip = Nearest.to(metric.text(), Metrics.KNOWN).filter(near -> !metric.is(near));
        if (!shaped
                || Meter.meantBy(metric.text()).isPresent()
                || Nearest.to(metric.text(), Meter.words()).isPresent()) {
            return unknown();
        }
        if (slip.isPresent() && !Metrics.KNOWN.contains(metric.lower())) {
            problems.error(
                    "requirement.reading",
                    words.span(metric).place(),
                    "\"%s\" is not a known metric".formatted(metric.text()),
                    "it is nearly \"%s\", and a slip would go unnoticed".formatted(slip.get()),
                    "write \"%s of %s\"".formatted(slip.get(), words.get(2).text()));
            return Optional.empty();
        }
        at = 3;
        return finished()
                ? Optional.of(new Reading.ModelMetric(words.name(metric), words.name(words.get(2))))
                : Optional.empty();
    }

    private Optional<Reading> unknown() {
        Words rest = words.part(at, words.size());
        int of = 0;
        while (of < rest.size() && !rest.is(of, "of")) {
            of++;
        }
        Words said = of == 0 ? rest : rest.part(0, of);
        String text = said.isEmpty() ? words.joined() : said.joined();
        Span span = said.isEmpty() ? words.span() : said.span();
        Optional<String> meant = Meter.meantBy(text)
                .map(Meter::word)
                .or(() -> Nearest.to(text, Meter.words()))
                .or(() -> said.isEmpty()
                        ? Optional.empty()
                        : Nearest.to(said.get(0).text(), Meter.words()));
        String all = String.join(", ", Meter.words());
        problems.error(
                "requirement.reading",
                span.place(),
                said.isEmpty() ? "nothing is read here" : "\"%s\" is not a reading".formatted(text),
                "a requirement names what is read off the design: %s, or a metric of a model".formatted(all),
                meant.map(word -> "write \"%s\"".formatted(corrected(said, word)))
                        .orElse("write \"p99 latency of <path>\", or another of these"));
        return Optional.empty();
    }

    private String corrected(Words said, String word) {
        String text = words.text();
        boolean bare = at == 0 && Meter.of(word).filter(Meter::varies).isPresent();
        return said.isEmpty()
                ? word
                : (bare ? "p99 " : "")
                        + text.substring(words.get(0).start(), said.get(0).start())
                        + word
                        + text.substring(
                                said.get(said.size() - 1).end(),
                                words.get(words.size() - 1).end());
    }

    private boolean finished() {
        if (at >= words.size()) {
            return true;
        }
        Words rest = words.part(at, words.size());
        problems.error(
                "requirement.subject",
                rest.span().place(),
                "\"%s\" is not expected here".formatted(rest.joined()),
                "a name is one word, and the relation follows it",
                "write \"%s\"; clauses stand behind the target"
                        .formatted(words.part(0, at).joined()));
        return false;
    }

    /// Says so if all the words of a reading are there, but not in their order: `latency p99 of rank`.
    private boolean outOfOrder() {
        List<Word> statistics = new ArrayList<>();
        List<String> meters = new ArrayList<>();
        List<Word> names = new ArrayList<>();
        for (Word word : words.all()) {
            if (Statistics.looksLike(word)) {
                statistics.add(word);
            } else if (Meter.of(word.text()).filter(Meter::hasSubject).isPresent()) {
                meters.add(word.lower());
            } else if (!FILLERS.contains(word.lower())) {
                names.add(word);
            }
        }
        boolean all = meters.size() == 1 && names.size() == 1 && statistics.size() <= 1 && !meters.contains("gap");
        if (!all) {
            return false;
        }
        String order = String.join(
                " ",
                Stream.concat(statistics.stream().map(Word::text), Stream.of(meters.getFirst(), "of"))
                        .toList());
        boolean inOrder = words.get(words.size() - 1).equals(names.getFirst())
                && (statistics.isEmpty() || words.get(0).equals(statistics.getFirst()));
        if (inOrder) {
            return false;
        }
        problems.error(
                "requirement.reading",
                words.span().place(),
                "the words of \"%s\" are out of order".formatted(words.joined()),
                "statistic, reading and name always come in this order, so that requirements can be compared",
                "write \"%s %s\"".formatted(order, names.getFirst().text()));
        return true;
    }
}
