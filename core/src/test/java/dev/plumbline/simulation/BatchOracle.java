package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.queueing.BulkQueue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bulk service: batches of up to b, formed greedily, against the chain embedded at the starts of service.
class BatchOracle {
    @ParameterizedTest
    @CsvSource({"4, 2.0, 1, 0", "8, 5.0, 1, 0", "8, 3.0, 0.4, 0.15", "1, 0.7, 1, 0"})
    void greedyBatchesWaitAsTheEmbeddedChainSays(int most, double rate, double fixed, double each) {
        var batch = Service.Batch.linear(most, 0, fixed, each);
        double exact = new BulkQueue(rate, batch.times()).meanSojourn();
        var network = Network.single(Station.of("queue", 1, 1, batch), new Arrivals.Poisson(rate));
        var result = SingleStationOracle.run(network, 3, 1_000_000);
        assertThat(result.path("queue").latency().orElseThrow().mean().value()).isCloseTo(exact, within(0.015 * exact));
        var station = result.station("queue");
        assertThat(station.batch()).isBetween(1.0, (double) most);
        // A batch of mean size m starts rate / m times a second.
        assertThat(station.busy()).isCloseTo(rate / station.batch() * (fixed + each * station.batch()), within(0.01));
    }

    /// At a trickle everybody waits for company in vain.
    @Test
    void aLoneRequestWaitsTheWholeDelay() {
        var network = Network.single(
                Station.of("queue", 1, 1, Service.Batch.linear(8, 0.5, 1, 0)), new Arrivals.Regular(0.1));
        var result = SingleStationOracle.run(network, 1, 1_000);
        assertThat(result.path("queue").latency().orElseThrow().p99().value()).isCloseTo(1.5, within(1e-9));
        assertThat(result.path("queue").attribution().slow().parts())
                .first()
                .isEqualTo(new Attribution.Part("queue", Attribution.Phase.SERVICE, 1, 2.0 / 3));
    }

    @Test
    void aFullBatchStartsAtOnce() {
        var network = Network.single(
                Station.of("queue", 1, 1, Service.Batch.linear(4, 1e6, 0.1, 0)), new Arrivals.Regular(1));
        var result = SingleStationOracle.run(network, 1, 4_000);
        assertThat(result.station("queue").batch()).isEqualTo(4);
        assertThat(result.path("queue").latency().orElseThrow().mean().value()).isCloseTo(1.6, within(0.01));
    }

    @Test
    void aPreferredSizeDoesNotWait() {
        var batch = new Service.Batch(4, 1e6, List.of(0.1, 0.1, 0.1, 0.1), List.of(2));
        var network = Network.single(Station.of("queue", 1, 1, batch), new Arrivals.Regular(1));
        assertThat(SingleStationOracle.run(network, 1, 4_000).station("queue").batch())
                .isEqualTo(2);
    }
}
