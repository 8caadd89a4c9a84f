package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a design says of its calls and forks, from its text to the evidence, against closed forms. Servers are ample,
/// so
/// that nobody waits for one.
final class CallKeysOracle {
    private static final Settings SETTINGS = new Settings(7, 2, 200_000, 2);

    private static ScenarioResult atPeak(String components, String path) {
        String design = """
                design: calls
                workload: {ask: {rate: 1 req/s}}
                components: {%s}
                paths: {ask: [%s]}
                requirements: {quick: {must: p99 latency of ask <= 10 s}}
                """.formatted(components, path);
        return Objects.requireNonNull(new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO)
                .simulate(Designs.read(design), new Situation.Peak())
                .scenarios()
                .get("peak"));
    }

    private static double latency(ScenarioResult result, String statistic) {
        PathResult found = Objects.requireNonNull(result.paths().get("ask"));
        return Objects.requireNonNull(found.latency().get(statistic)).value();
    }

    private static final String SHARDS = """
            a: {kind: external, time: {exponential: 1 s}}, b: {kind: external, time: {exponential: 1 s}},
                          c: {kind: external, time: {exponential: 1 s}}""";

    /// The smallest of three exponentials has a third of their mean, the second a half more, and the last the whole
    /// more.
    @Test
    void aForkWaitsForAsManyAsItSays() {
        assertThat(latency(atPeak(SHARDS, "{any: [a, b, c]}"), "mean")).isCloseTo(1.0 / 3, within(0.01));
        assertThat(latency(atPeak(SHARDS, "{quorum: \"2 of [a, b, c]\"}"), "mean"))
                .isCloseTo(1.0 / 3 + 1.0 / 2, within(0.015));
        assertThat(latency(atPeak(SHARDS, "{all: [a, b, c]}"), "mean")).isCloseTo(1.0 / 3 + 1.0 / 2 + 1, within(0.03));
    }

    /// A second try after a second: the chance to wait for longer than t is e^-t until then and e^-(2t - 1) from there.
    @Test
    void aHedgeWinsWhatASecondTryWins() {
        ScenarioResult result =
                atPeak("slow: {kind: external, time: {exponential: 1 s}}", "{call: slow, hedge: {after: 1 s}}");
        assertThat(latency(result, "mean")).isCloseTo(1 - Math.exp(-1) / 2, within(0.01));
        assertThat(latency(result, "p99")).isCloseTo((1 - Math.log(0.01)) / 2, within(0.06));
        assertThat(result.calls().getFirst().attempts().value()).isCloseTo(1 + Math.exp(-1), within(0.01));
    }

    /// The percentile is that of the tries that answered. One in ten of these takes longer than d, where of the e^-d
    /// that
    /// are hedged half are answered by the first try, which has, and half by the second, of which e^-2d have.
    @Test
    void aHedgeAfterAPercentileFindsItsOwnPercentile() {
        double after = 0;
        while (Math.exp(-after) * (1 + Math.exp(-2 * after)) / 2 > 0.1) {
            after += 1e-4;
        }
        ScenarioResult result =
                atPeak("slow: {kind: external, time: {exponential: 1 s}}", "{call: slow, hedge: {after: p90}}");
        assertThat(result.calls().getFirst().attempts().value()).isCloseTo(1 + Math.exp(-after), within(0.01));
    }

    /// Half of all tries fail at once, and another half second is waited for, less a half of it at random.
    @Test
    void aJitterTakesOffTheWaitWhatItSays() {
        String flaky = "flaky: {kind: external, time: 1 ms, fails: 50 %}";
        ScenarioResult plain = atPeak(flaky, "{call: flaky, retry: {times: 1, backoff: 1 s}}");
        ScenarioResult jittered = atPeak(flaky, "{call: flaky, retry: {times: 1, backoff: 1 s, jitter: 50 %}}");
        // A third of those that are answered are so by their second try.
        assertThat(latency(plain, "mean")).isCloseTo(0.001 + 1.001 / 3, within(0.006));
        assertThat(latency(jittered, "mean")).isCloseTo(0.001 + 0.751 / 3, within(0.005));
        assertThat(latency(plain, "p99")).isCloseTo(1.002, within(0.001));
        assertThat(latency(jittered, "p99")).isCloseTo(0.002 + 1 - 0.5 * 0.03, within(0.003));
    }

    @Test
    void aBudgetBoundsRetriesAsAShareOfFirstTries() {
        String flaky = "flaky: {kind: external, time: 1 ms, fails: 50 %}";
        ScenarioResult free = atPeak(flaky, "{call: flaky, retry: {times: 3, backoff: 1 ms}}");
        ScenarioResult bounded = atPeak(flaky, "{call: flaky, retry: {times: 3, backoff: 1 ms, budget: 10 %}}");
        assertThat(free.calls().getFirst().attempts().value()).isCloseTo(1 + 0.5 + 0.25 + 0.125, within(0.01));
        assertThat(bounded.calls().getFirst().attempts().value()).isCloseTo(1.1, within(0.005));
        assertThat(success(bounded)).isCloseTo(1 - 0.5 + 0.1 * 0.5, within(0.01));
        assertThat(success(free)).isCloseTo(1 - 1.0 / 16, within(0.005));
    }

    private static double success(ScenarioResult result) {
        PathResult found = Objects.requireNonNull(result.paths().get("ask"));
        return (double) found.answered() / found.requests();
    }

    /// A replica that stands still for 250 ms every second of running: a fifth of the requests meet a pause, at any
    /// moment of it alike.
    @Test
    void aHiccupHoldsUpWhoeverMeetsIt() {
        ScenarioResult result =
                atPeak("server: {kind: service, time: 0 ms, hiccups: {every: 1 s, for: 250 ms}}", "server");
        assertThat(latency(result, "mean")).isCloseTo(0.2 * 0.125, within(0.0005));
        assertThat(latency(result, "p99")).isCloseTo(0.25 * (1 - 0.01 / 0.2), within(0.002));
    }
}
