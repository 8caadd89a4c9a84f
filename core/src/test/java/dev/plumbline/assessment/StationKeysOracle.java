package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Exponential;
import dev.plumbline.queueing.GeneralQueue;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a design says of a component's queue and replicas, from its text to what the simulation makes of it.
final class StationKeysOracle {
    private static final Settings SETTINGS = new Settings(7, 4, 100_000, 2);
    private static final Settings SHORT = new Settings(7, 2, 40_000, 2);

    private static ScenarioResult atPeak(String design) {
        return Objects.requireNonNull(new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO)
                .simulate(Designs.read(design), new Situation.Peak())
                .scenarios()
                .get("peak"));
    }

    private static double mean(ScenarioResult result, String path) {
        PathResult found = Objects.requireNonNull(result.paths().get(path));
        return Objects.requireNonNull(found.latency().get("mean")).value();
    }

    /// Two classes at a single server that is not interrupted: A. Cobham (1954).
    @Test
    void aPathWithAPriorityWaitsLess() {
        ScenarioResult result = atPeak("""
                design: lanes
                workload:
                  bulk: {rate: 0.5 req/s}
                  checkout: {rate: 0.3 req/s, priority: 1}
                components:
                  server: {kind: service, time: {exponential: 1 s}, queue: {order: priority}}
                paths: {checkout: [server], bulk: [server]}
                requirements: {quick: {must: p99 latency of checkout <= 10 s}}
                """);
        double[] waits = GeneralQueue.meanWaitsByPriority(new double[] {0.3, 0.5}, new Exponential(1));
        assertThat(mean(result, "checkout")).isCloseTo(1 + waits[0], within(0.02 * (1 + waits[0])));
        assertThat(mean(result, "bulk")).isCloseTo(1 + waits[1], within(0.05 * (1 + waits[1])));
    }

    /// Half of the tries fail, any failure opens the breaker for 2 s, and requests come every second: two tries in the
    /// mean until one fails, then two refused.
    @Test
    void aBreakerIsReadAndFollowed() {
        ScenarioResult result = atPeak("""
                design: breaker
                workload: {ask: {rate: 1 req/s}}
                components:
                  flaky: {kind: external, time: 0.1 ms, fails: 50 %}
                  spare: {kind: cache, time: 1 ms}
                paths:
                  ask: [{call: flaky, breaker: {above: 0 %, over: 1 h, least: 1, for: 2 s}, fallback: spare}]
                requirements: {quick: {must: p99 latency of ask <= 10 s}}
                """);
        CallSummary call = result.calls().getFirst();
        assertThat(call.attempts().value()).isCloseTo(0.5, within(0.01));
        assertThat(call.refused().value()).isCloseTo(0.5, within(0.01));
        assertThat(call.fallback().value()).isCloseTo(0.75, within(0.01));
    }

    /// 65 requests a second of 0.1 s keep 6.5 replicas busy at the average and 13 at the peak: ten and twenty at 65 %.
    private static final String SCALED = """
            design: scaled
            workload: {ask: {rate: 65 req/s, peak: 2}}
            components:
              server:
                kind: service
                time: 0.1 s
                balance: least-loaded
                price: 1 USD/h
                scale: {on: busy > 65 %%, from: %d, to: 40, after: 2 min, cool-down: 5 min}
            paths: {ask: [server]}
            scenarios:
              doubled: {load: x2, for: 20 min}
            requirements:
              price: {must: cost <= 11 USD/h}
              quick: {must: p99 latency of ask <= 5 s during doubled}
              steady: {must: p99 latency of ask <= 5 s at peak}
            """;

    @Test
    void theReplicasOfAnAutoscalerFollowTheLoadAndCostWhatServes() {
        Assessment assessment = Designs.assess(SCALED.formatted(4), SHORT);
        assertThat(Designs.verdict(assessment, "price")
                        .value()
                        .orElseThrow()
                        .interval()
                        .value())
                .isCloseTo(10, within(1e-6));
        assertThat(busy(assessment, "peak")).isCloseTo(0.65, within(0.01));
        assertThat(Designs.verdict(assessment, "steady").status()).isEqualTo(Status.MET);
    }

    /// When the load doubles the queue grows until more replicas serve, for two minutes of twenty; a floor that is
    /// high enough spares that.
    @Test
    void anAutoscalerIsLateAndAFloorIsNot() {
        assertThat(Designs.verdict(Designs.assess(SCALED.formatted(4), SHORT), "quick")
                        .status())
                .isEqualTo(Status.MISSED);
        assertThat(Designs.verdict(Designs.assess(SCALED.formatted(30), SHORT), "quick")
                        .status())
                .isEqualTo(Status.MET);
    }

    private static double busy(Assessment assessment, String scenario) {
        ScenarioResult result = Objects.requireNonNull(assessment.scenarios().get(scenario));
        return Objects.requireNonNull(result.components().get("server")).busy().value();
    }

    /// Two single servers of which one takes twice as long, and so gets a third of 0.7 requests a second.
    @Test
    void slowerReplicasAndWeightsAreRead() {
        ScenarioResult result = atPeak("""
                design: uneven
                workload: {ask: {rate: 0.7 req/s}}
                components:
                  server: {kind: service, replicas: 2, time: {exponential: 1 s}, balance: weighted,
                           uneven: {share: 50 %, times: 2}, cold: {for: 10 s, times: 3}}
                paths: {ask: [server]}
                requirements: {quick: {must: p99 latency of ask <= 10 s}}
                """);
        double exact = 2.0 / 3 / (1 - 0.7 * 2 / 3) + 1.0 / 3 / (0.5 - 0.7 / 3);
        assertThat(mean(result, "ask")).isCloseTo(exact, within(0.03 * exact));
    }
}
