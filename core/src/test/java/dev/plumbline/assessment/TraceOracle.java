package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A design whose requests come as they were recorded: a hundred at the same moment, every two seconds.
final class TraceOracle {
    private static Assessment assess(String rate) {
        StringBuilder requests = new StringBuilder("timestamp\n");
        for (int i = 0; i < 2_000; i++) {
            requests.append(2 * (i / 100)).append('\n');
        }
        // One more, so that the next round's first hundred come as late after the last as the others.
        requests.append("39.98\n");
        DesignReader.Reading reading =
                dev.plumbline.design.Designs.read("""
            design: replay
            workload: {ask: {%s arrivals: {trace: requests.csv}, peak: 2}}
            components: {server: {kind: service, time: 1 ms}}
            paths: {ask: [server]}
            requirements:
              half: {must: p50 latency of ask <= 60 ms at average}
              tail: {must: p99 latency of ask <= 60 ms}
            """.formatted(rate), Map.of("requests.csv", requests.toString()));
        Design design = ((DesignReader.Reading.Read) reading).design();
        return new Assessor(new Settings(1, 3, 20_000, 1), Progress.SILENT, () -> Duration.ZERO)
                .assess(design, List.of());
    }

    private static double value(Assessment assessment, String requirement) {
        return Designs.verdict(assessment, requirement)
                .value()
                .orElseThrow()
                .interval()
                .value();
    }

    /// The last of a hundred waits for the others, at any rate below a thousand a second.
    @Test
    void theRhythmIsTheRecorded() {
        Assessment assessment = assess("");
        assertThat(value(assessment, "half")).isCloseTo(50, within(2.0));
        assertThat(value(assessment, "tail")).isCloseTo(99, within(1.5));
        assertThat(assessment.assumed())
                .contains(new Assumed("rate of ask: 50.025 req/s", "that is the mean rate of \"requests.csv\""));
        double rate = rate(assessment, "average");
        assertThat(rate).isCloseTo(50, within(1.0));
        rate = rate(assessment, "peak");
        assertThat(rate).isCloseTo(100, within(2.0));
    }

    @Test
    void aStatedRateStretchesIt() {
        Assessment assessment = assess("rate: 10 req/s,");
        assertThat(value(assessment, "half")).isCloseTo(50, within(2.0));
        double rate = rate(assessment, "average");
        assertThat(rate).isCloseTo(10, within(0.2));
        assertThat(assessment.assumed())
                .contains(new Assumed(
                        "arrivals of ask: as in requests.csv, 0.2 times as fast",
                        "it has 50 req/s and the design states 10 req/s on average"));
    }

    private static double rate(Assessment assessment, String scenario) {
        return assessment.scenarios().values().stream()
                .filter(each -> each.scenario().equals(scenario))
                .flatMap(each -> each.components().entrySet().stream())
                .filter(each -> each.getKey().equals("server"))
                .mapToDouble(each -> each.getValue().rate().value())
                .findFirst()
                .orElseThrow();
    }
}
