package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replicas of which some are slower, where each is a queue of its own.
class UnevenOracle {
    private static final double RATE = 0.7;

    static List<Station> kinds() {
        Station each = Station.of("s", 2, 1, new Service.Each(new Exponential(1)));
        return List.of(
                each,
                each.with(new Waiting(Integer.MAX_VALUE, Waiting.Order.LIFO)),
                Station.of("s", 2, 1, new Service.Shared(new Exponential(1))));
    }

    private static Result run(Station station, Balance balance) {
        Station uneven = station.with(new Pacing(0.5, 2, 0, 1)).with(balance);
        return SingleStationOracle.run(Network.single(uneven, new Arrivals.Poisson(RATE)), 3, 1_000_000);
    }

    private static double mean(Result result) {
        return result.path("s").latency().orElseThrow().mean().value();
    }

    /// The mean over two M/M/1 of which the slow one gets this share of the requests.
    private static double exact(double toSlow) {
        double quick = 1 / (1 - RATE * (1 - toSlow));
        double slow = 1 / (0.5 - RATE * toSlow);
        return (1 - toSlow) * quick + toSlow * slow;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void atRandomTheSlowOneIsTheLonger(Station station) {
        assertThat(mean(run(station, Balance.RANDOM))).isCloseTo(exact(0.5), within(0.03 * exact(0.5)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void byWeightTheSlowOneGetsAThird(Station station) {
        Result result = run(station, Balance.WEIGHTED);
        assertThat(mean(result)).isCloseTo(exact(1.0 / 3), within(0.02 * exact(1.0 / 3)));
        assertThat(result.station("s").offered()).isCloseTo(RATE / 1.5, within(0.01));
    }

    /// One that is looked at before it is chosen is worth most where they differ most.
    @Test
    void lookingBeatsWeights() {
        assertThat(mean(run(kinds().getFirst(), Balance.LEAST_LOADED)))
                .isLessThan(mean(run(kinds().getFirst(), Balance.WEIGHTED)));
    }

    @Test
    void batchesAreSlowThereToo() {
        Station station = Station.of("s", 2, 1, new Service.Batch(1, 0, List.of(1.0), List.of()))
                .with(new Pacing(0.5, 3, 0, 1));
        var result = SingleStationOracle.run(Network.single(station, new Arrivals.Regular(0.1)), 3, 10_000);
        assertThat(mean(result)).isCloseTo(2, within(0.01));
    }

    @Test
    void slowReplicasAreSpreadEvenly() {
        Pacing pacing = new Pacing(0.25, 2, 0, 1);
        assertThat(IntStream.range(0, 16).filter(pacing::slow).toArray()).containsExactly(3, 7, 11, 15);
        assertThat(IntStream.range(0, 10).filter(new Pacing(0.3, 2, 0, 1)::slow).count())
                .isEqualTo(3);
        assertThat(new Constant(1).mean() * pacing.capacity()).isCloseTo(0.875, within(1e-12));
    }
}
