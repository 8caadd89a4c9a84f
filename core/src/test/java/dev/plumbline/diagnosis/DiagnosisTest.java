package dev.plumbline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Situation;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagnosisTest {
    private static final Settings SETTINGS = new Settings(7, 2, 40_000, 2);
    private static final Pattern WRONG = Pattern.compile("(?ms)^Wrong:\\n\\n```yaml\\n(.*?)^```$");
    private static final Pattern RIGHT = Pattern.compile("(?ms)^Right:\\n\\n```yaml\\n(.*?)^```$");

    /// Nothing is slow here but what has to be.
    private static final String CALM = """
        workload: {ask: {rate: 20 req/s}}
        components:
          gateway: {kind: service, concurrency: 64, time: {p50: 1 ms, p99: 2 ms}}
          store: {kind: store, replicas: 3, concurrency: 64, time: {p50: 2 ms, p99: 4 ms}, balance: least-loaded}
          ranker: {kind: model, replicas: 2, balance: least-loaded, batch: {max: 4, wait: 0 ms, time: 6 ms + 0.2 ms * size}}
        paths: {ask: [gateway, {all: [store, store]}, {call: ranker, timeout: 200 ms, fallback: plain}], plain: [gateway]}
        """;

    private static Design read(String yaml) {
        DesignReader.Reading reading = new DesignReader(Facts.load(name -> ""))
                .read(Sources.of("design.yaml", "design: d\n" + yaml), path -> {
                    throw new NoSuchFileException(path);
                });
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        return ((DesignReader.Reading.Read) reading).design();
    }

    /// The scenario of a design that has one, else its peak.
    private static Assessment simulated(Design design) {
        Situation situation = design.scenarios().values().stream()
                .findFirst()
                .<Situation>map(Situation.During::new)
                .orElse(new Situation.Peak());
        return new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO).simulate(design, situation);
    }

    private static List<Cause> causes(String yaml) {
        Design design = read(yaml);
        return new Diagnosis(design)
                .of(
                        simulated(design).scenarios().firstEntry().getValue(),
                        design.workload().keySet().iterator().next());
    }

    record Planted(String rule, String yaml, String mended) {
        @Override
        public String toString() {
            return rule;
        }
    }

    /// The designs of the rules' pages, each of which plants one cause.
    static Stream<Planted> planted() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../docs/rules"))) {
            return pages
                    .filter(page -> page.getFileName().toString().startsWith("latency."))
                    .sorted()
                    .map(DiagnosisTest::planted)
                    .toList()
                    .stream();
        }
    }

    private static Planted planted(Path page) {
        try {
            Matcher wrong = WRONG.matcher(Files.readString(page));
            Matcher right = RIGHT.matcher(Files.readString(page));
            assertThat(wrong.find() && right.find()).as(page.toString()).isTrue();
            String rule = page.getFileName().toString().replaceFirst("\\.md$", "");
            return new Planted(rule, wrong.group(1), right.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void thePlantedCauseIsNamedFirst(Planted planted) {
        List<Cause> causes = causes(planted.yaml());
        assertThat(causes.getFirst().rule()).as(causes.toString()).isEqualTo(planted.rule());
        assertThat(causes.getFirst().share()).isBetween(Symptoms.MATTERS, 1.0);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void theMendedDesignHasNotTheCause(Planted planted) {
        assertThat(causes(planted.mended())).extracting(Cause::rule).doesNotContain(planted.rule());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void whatIsSaidIsSure(Planted planted) {
        for (Cause cause : causes(planted.yaml())) {
            assertThat(cause.what()).containsPattern("\\d");
            assertThat((cause.what() + cause.why()).toLowerCase(Locale.ROOT))
                    .doesNotContainPattern("\\b(may|might|could|probably|possibly|perhaps|likely|seems?|appears?)\\b");
        }
    }

    @Test
    void aCalmDesignHasNoCauseButItsWork() {
        assertThat(causes(CALM)).extracting(Cause::rule).containsOnly("latency.slow-service");
    }

    @Test
    void aQueueThatGrowsWithoutBoundIsSaturation() {
        Cause cause = causes("""
            workload: {ask: {rate: 260 req/s}}
            components: {server: {kind: service, replicas: 2, time: {exponential: 10 ms}}}
            paths: {ask: [server]}
            """).getFirst();
        assertThat(cause.rule()).isEqualTo("latency.saturation");
        assertThat(cause.component()).isEqualTo("server");
        assertThat(cause.what()).containsPattern("1\\.3\\d? times what it can do");
        assertThat(cause.mend()).contains("1.7 times its replicas");
    }

    /// Where all requests go behind the cache for a while, typical ones are no measure.
    @Test
    void anEmptiedCacheIsColdUntilItHasFilled() {
        Cause cause = causes("""
            workload: {ask: {rate: 400 req/s}}
            components:
              cache: {kind: cache, concurrency: 64, keys: 100k, skew: 1, size: 50k, time: 0.5 ms, behind: store}
              store: {kind: store, concurrency: 3, queue: {limit: 200}, time: {p50: 10 ms, p99: 30 ms}}
            paths: {ask: [cache]}
            scenarios: {emptied: {flush: cache, for: 1 min}}
            """).getFirst();
        assertThat(cause.rule()).isEqualTo("latency.cold-cache");
        assertThat(cause.what())
                .containsPattern("emptied, cache misses [5-9][\\d.]+ % in the first 3 s and [23][\\d.]+ % in the last");
        assertThat(cause.mend()).startsWith("fill cache before it is asked");
    }

    @Test
    void whatIsMetNeedsNoExplanation() {
        assertThat(explained("10 s")).isEmpty();
    }

    @Test
    void whatIsMissedIsExplainedAtTheComponent() {
        List<Diagnostic> findings = explained("20 ms");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().rule()).isEqualTo("latency.saturation");
        assertThat(findings.getFirst().place().line()).isEqualTo(3);
        assertThat(findings.getFirst().what()).startsWith("at peak, ask's requests above p99 wait ");
    }

    private static List<Diagnostic> explained(String target) {
        Design design = read("""
            workload: {ask: {rate: 90 req/s}}
            components: {server: {kind: service, time: {exponential: 10 ms}}}
            paths: {ask: [server]}
            requirements: {quick: {must: p99 latency of ask <= %s}}
            """.formatted(target));
        Assessment judged = new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO).assess(design, List.of());
        return new Diagnosis(design).explained(judged).findings();
    }

    /// Where the arrivals come in bursts the mean load is no excuse.
    @ParameterizedTest
    @ValueSource(strings = {"latency.bursts", "latency.saturation"})
    void aRuleSpeaksOfOneOfBurstsAndSaturation(String rule) {
        String other = rule.equals("latency.bursts") ? "latency.saturation" : "latency.bursts";
        Planted planted = planted(Path.of("../docs/rules", rule + ".md"));
        assertThat(causes(planted.yaml()))
                .extracting(Cause::rule)
                .contains(rule)
                .doesNotContain(other);
    }
}
