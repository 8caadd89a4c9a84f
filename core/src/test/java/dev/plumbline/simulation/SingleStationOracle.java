package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Gamma;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.queueing.ConstantServiceQueue;
import dev.plumbline.queueing.FiniteQueue;
import dev.plumbline.queueing.GeneralQueue;
import dev.plumbline.queueing.MarkovQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One station against the closed forms; the unit of time is a mean service.
@Tag("slow")
class SingleStationOracle {
    static Network queue(int servers, double load, Distribution service) {
        return Network.single(
                Station.of("queue", 1, servers, new Service.Each(service)), new Arrivals.Poisson(load * servers));
    }

    static Result run(Network network, long seed, long requests) {
        return Simulation.run(network, Plan.steady(seed, requests));
    }

    private static double meanP99(Network network, int runs, long requests) {
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
        assertThat(meanP99(queue(1, 0.8, new Exponential(1)), 10, 1_000_000)).isCloseTo(23.026, within(0.02 * 23.026));
    }

    @Test
    void tailOfEightServersAtNinetyPercent() {
        assertThat(meanP99(queue(8, 0.9, new Exponential(1)), 10, 1_000_000)).isCloseTo(7.087, within(0.02 * 7.087));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "3, 0.7", "20, 0.8"})
    void everyQuantileOfManyServersIsTheExactOne(int servers, double load) {
        var exact = new MarkovQueue(load * servers, 1, servers);
        var result = run(queue(servers, load, new Exponential(1)), 7, 2_000_000);
        var latency = result.path("queue").latency().orElseThrow();
        assertThat(latency.mean().value()).isCloseTo(exact.meanSojourn(), within(0.01 * exact.meanSojourn()));
        assertThat(latency.at(0.5).value())
                .isCloseTo(exact.sojournQuantile(0.50), within(0.01 * exact.sojournQuantile(0.50)));
        assertThat(latency.at(0.95).value())
                .isCloseTo(exact.sojournQuantile(0.95), within(0.015 * exact.sojournQuantile(0.95)));
        assertThat(latency.at(0.999).value())
                .isCloseTo(exact.sojournQuantile(0.999), within(0.05 * exact.sojournQuantile(0.999)));
        var station = result.station("queue");
        assertThat(station.busy()).isCloseTo(load, within(0.005));
        assertThat(station.waiting()).isCloseTo(exact.meanWait(), within(0.02 * exact.meanWait() + 0.002));
        assertThat(station.queue()).isCloseTo(exact.meanQueue(), within(0.02 * exact.meanQueue() + 0.002));
    }

    static Stream<Distribution> services() {
        return Stream.of(new Constant(1), new Gamma(1, 0.5), new Gamma(1, 1.5), Lognormal.of(1, 1));
    }

    @ParameterizedTest
    @MethodSource("services")
    void meanWaitOfAnyServiceIsPollaczekAndKhinchines(Distribution service) {
        double exact = new GeneralQueue(0.7, service, 1).meanSojourn();
        var result = run(queue(1, 0.7, service), 3, 4_000_000);
        assertThat(result.path("queue").latency().orElseThrow().mean().value()).isCloseTo(exact, within(0.015 * exact));
    }

    @Test
    void tailOfConstantServiceIsErlangs() {
        var exact = new ConstantServiceQueue(0.7, 1);
        var latency = run(queue(1, 0.7, new Constant(1)), 5, 2_000_000)
                .path("queue")
                .latency()
                .orElseThrow();
        assertThat(latency.at(0.9).value()).isCloseTo(1 + exact.waitQuantile(0.90), within(0.04));
        assertThat(latency.p99().value()).isCloseTo(1 + exact.waitQuantile(0.99), within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 30", "4, 30"})
    void usersWhoTakeTurnsAreTheMachineRepairModel(int servers, int users) {
        var exact = FiniteQueue.machineRepair(users, 8, 1, servers);
        var network = Network.single(
                Station.of("queue", 1, servers, new Service.Each(new Exponential(1))),
                new Arrivals.Closed(users, new Exponential(8)));
        var result = run(network, 11, 1_000_000);
        assertThat(result.path("queue").rate()).isCloseTo(exact.throughput(), within(0.01 * exact.throughput()));
        assertThat(result.path("queue").latency().orElseThrow().mean().value())
                .isCloseTo(exact.meanSojourn(), within(0.015 * exact.meanSojourn()));
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 0.9", "4, 0, 1.2", "3, 5, 1.5"})
    void aBoundedQueueLosesWhatTheFiniteChainSays(int servers, int places, double load) {
        var exact = FiniteQueue.of(load * servers, 1, servers, servers + places);
        var network = Network.single(
                Station.of("queue", 1, servers, new Service.Each(new Exponential(1)))
                        .with(Waiting.atMost(places)),
                new Arrivals.Poisson(load * servers));
        var result = run(network, 13, 1_000_000);
        var counts = result.path("queue").counts();
        assertThat((double) counts.shed() / counts.requests()).isCloseTo(exact.loss(), within(0.004));
        assertThat(result.path("queue").latency().orElseThrow().mean().value())
                .isCloseTo(exact.meanSojourn(), within(0.015 * exact.meanSojourn()));
    }

    /// M/M/1 with vacations would be exact; the bound is that of a server that is open nine tenths of the
    /// time.
    @Test
    void hiccupsTakeTheirShareOfCapacity() {
        var station =
                Station.of("queue", 1, 1, new Service.Each(new Exponential(1))).with(new Hiccups(90, new Constant(10)));
        var result = run(Network.single(station, new Arrivals.Poisson(0.5)), 3, 1_000_000);
        assertThat(result.station("queue").offered()).isCloseTo(0.5 / 0.9, within(0.005));
        var latency = result.path("queue").latency().orElseThrow();
        assertThat(latency.mean().value()).isGreaterThan(1 / (0.9 - 0.5));
        assertThat(latency.p99().value()).isGreaterThan(10);
    }
}
