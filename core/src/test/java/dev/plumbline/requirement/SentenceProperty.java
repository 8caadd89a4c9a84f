package dev.plumbline.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Units;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Node.Style;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import dev.plumbline.source.YamlReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceProperty {
    private static final Span NOWHERE = new Span(new SourceFile("d.yaml", ""), 0, 0);
    private static final Scalar NOTHING = new Scalar("", Style.PLAIN, Kind.STRING, NOWHERE);
    private static final Expression UNREAD = Expressions.number(0);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parsing_what_was_printed_gives_the_sentence_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sentence generated = sentence(random);
        assertThat(bare(parse(generated.sentence()))).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_long_form_reads_to_the_same_as_the_sentence_and_prints_back_to_either(long seed) {
        Sentence generated = sentence(new SplittableRandom(seed));
        Sentence read = fromLongForm(LongFormText.of(generated));
        assertThat(bare(read)).isEqualTo(generated);
        assertThat(read.sentence()).isEqualTo(generated.sentence());
        assertThat(LongFormText.of(read)).isEqualTo(LongFormText.of(parse(generated.sentence())));
    }

    private static Sentence fromLongForm(Map<String, String> keys) {
        StringBuilder yaml = new StringBuilder();
        keys.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
        Document document = YamlReader.read("d.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(document.findings().all()).as(yaml.toString()).isEmpty();
        Problems problems = new Problems();
        Optional<Sentence> sentence = LongForm.read(document.root().orElseThrow(), Units.standard(), problems);
        assertThat(problems.collected().all()).as(yaml.toString()).isEmpty();
        return sentence.orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_sentence_with_words_lost_or_swapped_is_answered_and_never_thrown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] words = sentence(random).sentence().split(" ");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String word = words[random.nextInt(words.length)];
            words[random.nextInt(words.length)] = random.nextBoolean() ? "" : word;
        }
        String spoilt = String.join(" ", words).strip();
        assertThatCode(() -> {
                    Problems problems = new Problems();
                    Optional<Sentence> read = SentenceParser.parse(scalar(spoilt), Units.standard(), problems);
                    assertThat(read.isPresent()).isEqualTo(problems.size() == 0);
                    problems.collected()
                            .all()
                            .forEach(finding -> finding.place().address());
                })
                .as(spoilt)
                .doesNotThrowAnyException();
    }

    private static Scalar scalar(String text) {
        return new Scalar(text, Style.PLAIN, Kind.STRING, new Span(new SourceFile("d.yaml", text), 0, text.length()));
    }

    private static Sentence parse(String text) {
        Problems problems = new Problems();
        Optional<Sentence> sentence = SentenceParser.parse(scalar(text), Units.standard(), problems);
        assertThat(problems.collected().all()).as(text).isEmpty();
        return sentence.orElseThrow();
    }

    private static Sentence sentence(SplittableRandom random) {
        return new Sentence(
                reading(random),
                any(random, List.of(Relation.values())),
                amount(random, "120 ms", "99.95 %", "30k USD/month", "0.78", "4 .. 8 GB", "(a + b) * 2"),
                circumstance(random),
                random.nextBoolean() ? Optional.of(window(random)) : Optional.empty(),
                segments(random),
                NOTHING);
    }

    private static <T> T any(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Amount amount(SplittableRandom random, String... texts) {
        return new Amount(texts[random.nextInt(texts.length)], UNREAD, NOTHING, 0);
    }

    private static Name name(SplittableRandom random, String... names) {
        return new Name(names[random.nextInt(names.length)], NOWHERE);
    }

    private static Name thing(SplittableRandom random) {
        return name(random, "rank", "user_features", "score-2", "ranker", "eu.rank", "p");
    }

    private static Statistic statistic(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Statistic.Mean();
            case 1 -> new Statistic.Max();
            default -> new Statistic.Percentile(BigDecimal.valueOf(random.nextInt(1, 10_000), 2));
        };
    }

    private static Reading reading(SplittableRandom random) {
        Optional<Amount> per =
                random.nextBoolean() ? Optional.of(amount(random, "1000 req", "1M user", "req")) : Optional.empty();
        Name metric = name(random, "auc", "recall", "true-positive-rate", "recall-at-10", "my_own");
        return switch (random.nextInt(18)) {
            case 0 -> new Reading.Latency(statistic(random), thing(random));
            case 1 -> new Reading.Throughput(thing(random));
            case 2 -> new Reading.Success(thing(random));
            case 3 -> new Reading.Availability(thing(random));
            case 4 -> new Reading.Age(statistic(random), thing(random));
            case 5 -> new Reading.StaleReads(thing(random));
            case 6 -> new Reading.Fallbacks(thing(random));
            case 7 -> new Reading.Cost(per);
            case 8 -> new Reading.Storage(thing(random));
            case 9 -> new Reading.Energy(per);
            case 10 -> new Reading.Carbon(per);
            case 11 -> new Reading.ModelMetric(metric, thing(random));
            case 12 -> new Reading.Gap(metric, thing(random), name(random, "gender", "country"));
            case 13 -> new Reading.Drift(thing(random));
            case 14 -> new Reading.Skew(thing(random));
            case 15 -> new Reading.Ttft(statistic(random), thing(random));
            case 16 -> new Reading.Declared(any(random, List.copyOf(Reading.DECLARED)), thing(random));
            default -> new Reading.Tpot(statistic(random), thing(random));
        };
    }

    private static Circumstance circumstance(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Circumstance.Unstated();
            case 1 -> new Circumstance.Peak();
            case 2 -> new Circumstance.Average();
            case 3 -> new Circumstance.Load(amount(random, "5k req/s", "2 * rate"));
            default -> new Circumstance.During(name(random, "launch", "node-loss"));
        };
    }

    private static Window window(SplittableRandom random) {
        return new Window(amount(random, "28 day", "1 month", "10 min"), any(random, List.of(Window.Kind.values())));
    }

    private static Segments segments(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Segments.All();
            case 1 -> new Segments.Every(name(random, "country", "merchant-size"));
            default -> new Segments.Named(List.of(name(random, "new-customers"), name(random, "region/eu")));
        };
    }

    /// The sentence without its places, which a generated one does not have.
    private static Sentence bare(Sentence typed) {
        return new Sentence(
                bare(typed.reading()),
                typed.relation(),
                bare(typed.target()),
                switch (typed.circumstance()) {
                    case Circumstance.Load(Amount rate) -> new Circumstance.Load(bare(rate));
                    case Circumstance.During(Name scenario) -> new Circumstance.During(bare(scenario));
                    case Circumstance.Unstated unstated -> unstated;
                    case Circumstance.Peak peak -> peak;
                    case Circumstance.Average average -> average;
                },
                typed.window().map(window -> new Window(bare(window.length()), window.kind())),
                switch (typed.segments()) {
                    case Segments.All all -> all;
                    case Segments.Every(Name attribute) -> new Segments.Every(bare(attribute));
                    case Segments.Named(List<Name> names) ->
                        new Segments.Named(
                                names.stream().map(SentenceProperty::bare).toList());
                },
                NOTHING);
    }

    private static Amount bare(Amount amount) {
        return new Amount(amount.text(), UNREAD, NOTHING, 0);
    }

    private static Name bare(Name name) {
        return new Name(name.text(), NOWHERE);
    }

    private static Reading bare(Reading reading) {
        return switch (reading) {
            case Reading.Latency(var statistic, var path) -> new Reading.Latency(statistic, bare(path));
            case Reading.Throughput(var path) -> new Reading.Throughput(bare(path));
            case Reading.Success(var path) -> new Reading.Success(bare(path));
            case Reading.Availability(var thing) -> new Reading.Availability(bare(thing));
            case Reading.Age(var statistic, var of) -> new Reading.Age(statistic, bare(of));
            case Reading.StaleReads(var store) -> new Reading.StaleReads(bare(store));
            case Reading.Fallbacks(var path) -> new Reading.Fallbacks(bare(path));
            case Reading.Cost(var per) -> new Reading.Cost(per.map(SentenceProperty::bare));
            case Reading.Storage(var data) -> new Reading.Storage(bare(data));
            case Reading.Energy(var per) -> new Reading.Energy(per.map(SentenceProperty::bare));
            case Reading.Carbon(var per) -> new Reading.Carbon(per.map(SentenceProperty::bare));
            case Reading.ModelMetric(var metric, var model) -> new Reading.ModelMetric(bare(metric), bare(model));
            case Reading.Gap(var metric, var model, var attribute) ->
                new Reading.Gap(bare(metric), bare(model), bare(attribute));
            case Reading.Drift(var data) -> new Reading.Drift(bare(data));
            case Reading.Skew(var data) -> new Reading.Skew(bare(data));
            case Reading.Ttft(var statistic, var llm) -> new Reading.Ttft(statistic, bare(llm));
            case Reading.Tpot(var statistic, var llm) -> new Reading.Tpot(statistic, bare(llm));
            case Reading.Declared(var kind, var of) -> new Reading.Declared(kind, bare(of));
        };
    }
}
