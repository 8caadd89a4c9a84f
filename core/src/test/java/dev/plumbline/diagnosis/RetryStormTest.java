package dev.plumbline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Situation;
import dev.plumbline.assessment.Surge;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Four servers of 10 ms can do 400 req/s.
final class RetryStormTest {
    private static final String SYSTEM = """
        design: d
        workload: {ask: {rate: RATE req/s}}
        components: {store: {kind: store, replicas: 4, balance: least-loaded, time: {mean: 10 ms, cv: 1}}}
        paths: {ask: [{call: store, timeout: 200 ms, POLICY}]}
        requirements: {kept: {must: success of ask >= 90 %}}
        """;

    private static final String STORMY = "retry: {times: 3, backoff: 10 ms, jitter: 100 %}";

    private static final ScenarioResult DOWN = peak(design("320", STORMY));

    private static Design design(String rate, String policy) {
        return design(SYSTEM, rate, policy);
    }

    private static Design design(String system, String rate, String policy) {
        DesignReader.Reading reading = new DesignReader(Facts.load(name -> ""))
                .read(Sources.of("design.yaml", system.replace("RATE", rate).replace("POLICY", policy)), path -> {
                    throw new NoSuchFileException(path);
                });
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        return ((DesignReader.Reading.Read) reading).design();
    }

    private static Assessor assessor(int threads) {
        return new Assessor(new Settings(7, 2, 20_000, threads), Progress.SILENT, () -> Duration.ZERO);
    }

    private static ScenarioResult peak(Design design) {
        return assessor(2)
                .simulate(design, new Situation.Peak())
                .scenarios()
                .firstEntry()
                .getValue();
    }

    private static List<Cause> causes(Design design) {
        return new Diagnosis(design).of(peak(design), "ask");
    }

    @Test
    void retriesThatKeepAComponentDownAreTold() {
        Surge surge = DOWN.surges().getFirst();
        assertThat(surge.isStorm()).isTrue();
        assertThat(surge.before().value()).isBetween(1.0, 1.01);
        // Nobody is answered in time any more: each call is tried once and three times again, give or take those that
        // a stretch of time cuts.
        assertThat(surge.after().value()).isBetween(3.8, 4.2);
        assertThat(surge.recovers().value()).isInfinite();
        // 2 s at 150 % leave 1 s of work, which goes at 20 % of the servers' time.
        assertThat(surge.once().value()).isBetween(2.5, 10.0);
        Cause cause = new Diagnosis(design("320", STORMY)).of(DOWN, "ask").getFirst();
        assertThat(cause.rule()).isEqualTo("latency.retry-storm");
        assertThat(cause.what())
                .contains("after 2 s at 150 % of what store can do")
                .contains("have not recovered in the 10 min that were watched");
        assertThat(cause.place().line()).isEqualTo(4);
    }

    /// A thousand times as many servers, of which a sample is followed: what is lost for one is lost for all.
    @Test
    @Tag("slow")
    void aLargeSystemIsKeptDownToo() {
        String large = SYSTEM.replace("replicas: 4", "replicas: 4000");
        Surge surge = peak(design(large, "320000", STORMY)).surges().getFirst();
        assertThat(surge.isStorm()).isTrue();
        assertThat(surge.recovers().value()).isInfinite();
        assertThat(surge.watched()).isBetween(8.0, 12.0);
    }

    /// A short queue sheds before calls time out, so that their tries are over when the load is back.
    @Test
    void whatRecoversIsWatchedAndNoStorm() {
        String shedding = SYSTEM.replace("balance:", "queue: {limit: 5}, balance:");
        Surge surge = peak(design(shedding, "320", STORMY)).surges().getFirst();
        assertThat(surge.during().value()).isGreaterThan(1.3);
        assertThat(surge.recovers().value()).isLessThan(3);
        assertThat(surge.isStorm()).isFalse();
    }

    /// With room for all tries, with a budget, and without retries there is nothing to look for, or nothing found.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "90; " + STORMY,
                "320; retry: {times: 3, backoff: 10 ms, budget: 10 %}",
                "320; fallback: plain}], plain: [{constant: 1 ms"
            })
    void noStormIsSeenWhereThereIsNone(String given) {
        String[] parts = given.split("; ", 2);
        assertThat(causes(design(parts[0], parts[1]))).extracting(Cause::rule).doesNotContain("latency.retry-storm");
    }

    @Test
    void nothingIsSimulatedWhereAllTriesHaveRoom() {
        assertThat(peak(design("90", STORMY)).surges()).isEmpty();
        assertThat(peak(design("320", "retry: {times: 3, budget: 10 %}")).surges())
                .isEmpty();
    }

    @Test
    void aStormIsToldEvenWhereAllIsMet() {
        Design design = design("320", STORMY);
        Assessment judged = assessor(2).assess(design, List.of());
        assertThat(new Diagnosis(design).explained(judged).findings())
                .extracting(each -> each.rule())
                .containsExactly("latency.retry-storm");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Design design = design("320", STORMY);
        assertThat(assessor(1).simulate(design, new Situation.Peak()).scenarios())
                .containsEntry("peak", DOWN);
    }
}
