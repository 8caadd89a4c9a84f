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
}
