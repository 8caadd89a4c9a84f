package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From a design's text to a verdict, where the answer is known exactly.
final class AssessorOracle {
    private static final String SINGLE = """
            design: single
            workload: {ask: {rate: %s, arrivals: poisson}}
            components:
              server: {kind: service, replicas: 1, concurrency: %s, time: {exponential: 1 s}}
            paths: {ask: [server]}
            requirements:
              tail: {must: p99 latency of ask <= %s}
            """;

    @Test
    @Tag("slow")
    void theTailOfASingleServerIsTheExactOne() {
        // M/M/1 at 80 %: p99 of the sojourn is ln(100) / 0.2 = 23.026 service times.
        assertThat(tail("0.8 req/s", "1")).isCloseTo(23.026, within(0.02 * 23.026));
    }

    @Test
    @Tag("slow")
    void theTailOfEightServersIsTheExactOne() {
        // M/M/8 at 90 %: 7.087 service times.
        assertThat(tail("7.2 req/s", "8")).isCloseTo(7.087, within(0.02 * 7.087));
    }

    /// The p99 of a design simulated to the end in ten worlds of a million requests.
    private static double tail(String rate, String concurrency) {
        Assessment assessment = new Assessor(new Settings(7, 10, 1_000_000, 2), Progress.SILENT, () -> Duration.ZERO)
                .simulate(Designs.read(SINGLE.formatted(rate, concurrency, "9 s")), new Situation.Peak());
        return assessment.scenarios().values().stream()
                .flatMap(each -> each.paths().values().stream())
                .flatMap(path -> path.latency().entrySet().stream())
                .filter(entry -> entry.getKey().equals("p99"))
                .mapToDouble(entry -> entry.getValue().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pastItsCapacityAQueueGrowsWithoutBound() {
        Assessment assessment =
                Designs.assess(SINGLE.formatted("1.3 req/s", "1", "30 s"), new Settings(7, 4, 20_000, 1));
        Verdict verdict = Designs.verdict(assessment, "tail");
        assertThat(verdict.status()).isEqualTo(Status.MISSED);
        assertThat(verdict.value().orElseThrow().interval().value()).isInfinite();
        // 0.3 more wait each second: 180 after ten minutes.
        assertThat(verdict.reason())
                .contains("server gets up to 1.3")
                .containsPattern("grows without bound: backlog 1[6-9]\\d");
        assertThat(assessment.scenarios().values())
                .flatExtracting(each -> each.paths().values())
                .allSatisfy(path -> assertThat(path.latency()).isEmpty());
    }

    @Test
    void theChanceIsTheShareOfWorlds() {
        // The service time is unknown between 0.1 and 0.9 s, uniformly; without queueing p50 is that time itself.
        Assessment assessment = Designs.assess("""
                design: chance
                assume: {pace: {value: {unknown: {uniform: [0.1 s, 0.9 s]}}}}
                workload: {ask: {rate: 0.001 req/s, arrivals: regular}}
                components: {server: {kind: service, time: pace}}
                paths: {ask: [server]}
                requirements: {half: {must: p50 latency of ask <= 0.3 s}}
                """, new Settings(1, 64, 2_000, 2));
        Verdict verdict = Designs.verdict(assessment, "half");
        assertThat(verdict.chance().orElseThrow()).isCloseTo(0.25, within(1.0 / 64));
        assertThat(verdict.status()).isEqualTo(Status.AT_RISK);
        assertThat(verdict.reason())
                .contains("pace (")
                .contains("decides it: measured, it leaves 2 % of worlds judged wrongly instead of 25 %");
    }

    @Test
    void luckAloneIsNoRisk() {
        // Nothing is unknown, so the exact p99 of 23.026 is told apart from 30 and from 17.
        Settings settings = new Settings(42, 64, 10_000, 2);
        Verdict met = Designs.verdict(Designs.assess(SINGLE.formatted("0.8 req/s", "1", "30 s"), settings), "tail");
        Verdict missed = Designs.verdict(Designs.assess(SINGLE.formatted("0.8 req/s", "1", "17 s"), settings), "tail");
        assertThat(met.status()).isEqualTo(Status.MET);
        assertThat(missed.status()).isEqualTo(Status.MISSED);
    }

    @Test
    @Tag("slow")
    void theIntervalOfACertainDesignCoversTheTruthAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            Settings settings = new Settings(seed, 64, 10_000, 2);
            Interval interval = Designs.verdict(
                            Designs.assess(SINGLE.formatted("0.8 req/s", "1", "30 s"), settings), "tail")
                    .value()
                    .orElseThrow()
                    .interval();
            covered += interval.low() <= 23.026 && 23.026 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(170, 190);
    }

    @Test
    void anyPercentileCanBeAskedFor() {
        String design = SINGLE.formatted("0.8 req/s", "1", "20 s").replace("p99", "p97.3");
        Assessment assessment = Designs.assess(design, new Settings(7, 8, 100_000, 2));
        // M/M/1 at 80 %: p97.3 is ln(1 / 0.027) / 0.2 = 18.06 service times.
        double p973 = Designs.verdict(assessment, "tail")
                .value()
                .orElseThrow()
                .interval()
                .value();
        assertThat(p973).isCloseTo(18.06, within(0.05 * 18.06));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        String design = SINGLE.formatted("0.5 .. 0.9 req/s", "1", "20 s");
        Assessment alone = Designs.assess(design, new Settings(3, 8, 10_000, 1));
        Assessment together = Designs.assess(design, new Settings(3, 8, 10_000, 4));
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void whatNothingReadsIsNoEvidenceAndSaysWhy() {
        Assessment assessment = Designs.assess("""
                design: blind
                workload: {ask: {rate: 1 req/s}}
                components:
                  server: {kind: service}
                  scorer: {kind: model, time: 1 ms}
                paths: {ask: [server, scorer]}
                requirements:
                  quick: {must: p99 latency of ask <= 1 s}
                  useful: {must: auc of scorer >= 0.8}
                  up: {must: availability of ask >= 99.9 %}
                  vague: {ask: "It should be good"}
                """, new Settings(1, 2, 1_000, 1));
        assertThat(assessment.verdicts())
                .extracting(Verdict::status)
                .containsExactly(Status.NO_EVIDENCE, Status.NO_EVIDENCE, Status.NO_EVIDENCE, Status.UNMEASURABLE);
        assertThat(Designs.verdict(assessment, "quick").reason()).contains("server has no service time");
        assertThat(Designs.verdict(assessment, "up").reason()).contains("server, scorer do not say");
        assertThat(assessment.findings()).extracting(each -> each.rule()).contains("requirement.unmeasurable");
    }

    @Test
    void aScenarioIsMoreThanThePeak() {
        String design = """
                design: surge
                workload: {ask: {rate: 50 req/s}}
                components:
                  server: {kind: service, time: 10 ms, queue: {limit: 20}}
                paths: {ask: [server]}
                scenarios:
                  launch: {load: x4, ramp: 1 min, for: 10 min}
                  loss: {kill: server, replicas: 1, for: 10 min}
                requirements:
                  usual: {must: success of ask >= 99 %}
                  launched: {must: success of ask >= 99 % during launch}
                """;
        Assessment assessment = Designs.assess(design, new Settings(1, 4, 40_000, 2));
        assertThat(Designs.verdict(assessment, "usual").status()).isEqualTo(Status.MET);
        Verdict launched = Designs.verdict(assessment, "launched");
        assertThat(launched.status()).isEqualTo(Status.MISSED);
        // Two thirds of the way up the ramp half of what comes is turned away; on the plateau 1 of 2 requests.
        assertThat(launched.value().orElseThrow().interval().value()).isBetween(48.0, 60.0);
    }
}
