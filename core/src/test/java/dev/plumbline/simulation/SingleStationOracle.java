package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Exponential;
import org.junit.jupiter.api.Test;

/// One station against the closed forms; the unit of time is a mean service.
class SingleStationOracle {
    static Network markovian(int servers, double load) {
        return Network.single(
                Station.of("queue", 1, servers, new Service.Each(new Exponential(1))),
                new Arrivals.Poisson(load * servers));
    }

    static double p99(Network network, int runs, long requests) {
        var workspace = new Workspace();
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            var result = Simulation.run(network, Plan.steady(i, requests), workspace, () -> false);
            sum += result.path("queue").latency().orElseThrow().p99().value();
        }
        return sum / runs;
    }

    /// ln(100) / (1 - 0.8).
    @Test
    void tailOfOneServerAtEightyPercent() {
        assertThat(p99(markovian(1, 0.8), 10, 1_000_000)).isCloseTo(23.026, within(0.02 * 23.026));
    }

    @Test
    void tailOfEightServersAtNinetyPercent() {
        assertThat(p99(markovian(8, 0.9), 10, 1_000_000)).isCloseTo(7.087, within(0.02 * 7.087));
    }
}
