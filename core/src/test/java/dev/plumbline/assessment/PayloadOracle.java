package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.probability.Gamma;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times that grow with the size of a request, from the design's text to the latency.
final class PayloadOracle {
    private static final Settings SETTINGS = new Settings(7, 2, 400_000, 2);

    private static ScenarioResult atPeak(Design design) {
        return Objects.requireNonNull(new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO)
                .simulate(design, new Situation.Peak())
                .scenarios()
                .get("peak"));
    }

    private static double latency(ScenarioResult result, String path, String statistic) {
        PathResult found = Objects.requireNonNull(result.paths().get(path));
        return Objects.requireNonNull(found.latency().get(statistic)).value();
    }

    /// F. Pollaczek (1930) and A. Khinchine (1932), for 0.4 ms and 10 us for each KiB of 100 KiB with a
    /// coefficient of variation of 1.5. Who came last going first changes no mean wait; with sharing the
    /// mean depends on the mean service alone (L. Kleinrock, Queueing Systems II, 4.4).
    @ParameterizedTest
    @CsvSource({"queue: {order: fifo}, 3.3136", "queue: {order: lifo}, 3.3136", "serve: sharing, 3.1818"})
    void aServerWaitsAsTheMomentsOfItsPayloadSay(String served, double meanMs) {
        ScenarioResult result = atPeak(Designs.read("""
                design: payload
                workload: {ask: {rate: 400 req/s, request: {mean: 100 KiB/req, cv: 1.5}}}
                components: {parser: {kind: service, time: 0.4 ms, per-byte: 10 us/KiB, %s}}
                paths: {ask: [parser]}
                requirements: {quick: {must: p99 latency of ask <= 10 ms}}
                """.formatted(served)));
        assertThat(latency(result, "ask", "mean")).isCloseTo(meanMs / 1000, within(0.03 * meanMs / 1000));
        ComponentResult parser = Objects.requireNonNull(result.components().get("parser"));
        assertThat(parser.busy().value()).isCloseTo(0.56, within(0.01));
    }

    /// Two stations see the same bytes, so that the percentile of the sum is the sum of percentiles.
    @Test
    void aRequestIsAsLargeAtEveryStation() {
        ScenarioResult result = atPeak(Designs.read("""
                design: payload
                workload: {ask: {rate: 10 req/s, request: {mean: 100 KiB/req, cv: 1}}}
                components:
                  parser: {kind: external, time: 0 ms, per-byte: 10 us/KiB}
                  copier: {kind: external, time: 0 ms, per-byte: 30 us/KiB}
                paths: {ask: [parser, copier]}
                requirements: {quick: {must: p99 latency of ask <= 10 ms}}
                """));
        double exact = new Gamma(100, 1).quantile(0.99) * 40e-6;
        assertThat(latency(result, "ask", "p99")).isCloseTo(exact, within(0.02 * exact));
    }

    /// A path with small and one with large requests at one server: the mean of all counts for those of both.
    @Test
    void eachPathBringsItsOwnSizes() {
        String design = """
                design: payload
                workload:
                  small: {rate: 300 req/s, request: 10 KiB/req}
                  large: {rate: 20 req/s, request: 1 MiB/req}
                components: {server: {kind: service, time: 0.5 ms, per-byte: 20 us/KiB}}
                paths: {small: [server], large: [server]}
                requirements:
                  quick: {must: p99 latency of small <= 10 ms}
                  whole: {must: p99 latency of large <= 100 ms}
                """;
        double small = 0.5e-3 + 10 * 20e-6;
        double large = 0.5e-3 + 1024 * 20e-6;
        double busy = 300 * small + 20 * large;
        double wait = (300 * small * small + 20 * large * large) / 2 / (1 - busy);
        ScenarioResult result = atPeak(Designs.read(design));
        assertThat(latency(result, "small", "mean")).isCloseTo(wait + small, within(0.03 * (wait + small)));
        assertThat(latency(result, "large", "mean")).isCloseTo(wait + large, within(0.03 * (wait + large)));
        ComponentResult server = Objects.requireNonNull(result.components().get("server"));
        assertThat(server.busy().value()).isCloseTo(busy, within(0.01));
    }

    /// Nine of ten recorded requests have 1 KB and one has 101 KB, which takes 10 ms more.
    @Test
    void recordedRequestsBringTheirOwnSizes() {
        StringBuilder requests = new StringBuilder("timestamp,bytes\n");
        for (int i = 0; i < 1_000; i++) {
            requests.append(i).append(i % 10 == 3 ? ",101000\n" : ",1000\n");
        }
        DesignReader.Reading reading =
                dev.plumbline.design.Designs.read("""
                design: replay
                workload: {ask: {arrivals: {trace: requests.csv}}}
                components: {server: {kind: service, time: 1 ms, per-byte: 0.1 us/B}}
                paths: {ask: [server]}
                requirements:
                  half: {must: p50 latency of ask <= 60 ms}
                  tail: {must: p95 latency of ask <= 60 ms}
                """, Map.of("requests.csv", requests.toString()));
        Design design = ((DesignReader.Reading.Read) reading).design();
        ScenarioResult result = atPeak(design);
        assertThat(latency(result, "ask", "p50")).isCloseTo(0.0011, within(0.00002));
        assertThat(latency(result, "ask", "p95")).isCloseTo(0.0111, within(0.0002));
        assertThat(new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO)
                        .assess(design, java.util.List.of())
                        .assumed())
                .contains(new Assumed(
                        "request of ask: 11000 B", "that is the mean size of requests in \"requests.csv\""));
    }
}
