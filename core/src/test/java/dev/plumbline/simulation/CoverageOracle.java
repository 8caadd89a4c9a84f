package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probability.Exponential;
import dev.plumbline.queueing.MarkovQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a stated 90 % interval holds the truth.
@Tag("slow")
class CoverageOracle {
    @ParameterizedTest
    @CsvSource({"1, 0.5, 100000", "1, 0.8, 400000", "8, 0.9, 1500000"})
    void ninetyPercentIntervalsHoldTheTruthInEightyFiveToNinetyFiveRunsOfAHundred(
            int servers, double load, int requests) {
        var exact = new MarkovQueue(load * servers, 1, servers);
        var network = SingleStationOracle.queue(servers, load, new Exponential(1));
        var workspace = new Workspace();
        int inMean = 0;
        int inMedian = 0;
        int inTail = 0;
        for (int seed = 0; seed < 200; seed++) {
            var latency = Simulation.run(network, Plan.steady(seed, requests), workspace, () -> false)
                    .path("queue")
                    .latency()
                    .orElseThrow();
            inMean += latency.mean().contains(exact.meanSojourn()) ? 1 : 0;
            inMedian += latency.at(0.5).contains(exact.sojournQuantile(0.5)) ? 1 : 0;
            inTail += latency.p99().contains(exact.sojournQuantile(0.99)) ? 1 : 0;
        }
        assertThat(inMean).isBetween(170, 190);
        assertThat(inMedian).isBetween(170, 190);
        assertThat(inTail).isBetween(170, 190);
    }
}
