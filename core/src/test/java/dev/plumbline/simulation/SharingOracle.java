package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.queueing.FiniteQueue;
import dev.plumbline.queueing.GeneralQueue;
import dev.plumbline.queueing.MarkovQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Processor sharing against its closed forms; the unit of time is a mean service.
@Tag("slow")
class SharingOracle {
    private static Station shared(int cores, Distribution time) {
        return Station.of("queue", 1, cores, new Service.Shared(time));
    }

    private static Result run(Station station, double rate) {
        return SingleStationOracle.run(Network.single(station, new Arrivals.Poisson(rate)), 7, 2_000_000);
    }

    /// The mean does not depend on the shape of the service time (L. Kleinrock, 1976).
    @ParameterizedTest
    @MethodSource("dev.plumbline.simulation.SingleStationOracle#services")
    void theMeanDependsOnTheMeanServiceAlone(Distribution service) {
        double exact = new GeneralQueue(0.7, service, 1).meanSojournShared();
        var result = run(shared(1, service), 0.7);
        assertThat(result.path("queue").latency().orElseThrow().mean().value()).isCloseTo(exact, within(0.015 * exact));
        assertThat(result.station("queue").busy()).isCloseTo(0.7, within(0.005));
        assertThat(result.station("queue").waiting()).isCloseTo(exact - 1, within(0.03 * (exact - 1)));
    }

    /// With exponential work the number present is that of M/M/c, whoever is served.
    @ParameterizedTest
    @CsvSource({"1, 0.8", "4, 0.7", "16, 0.9"})
    void coresThatAreSharedHoldAsManyAsCoresThatAreNot(int cores, double load) {
        var exact = new MarkovQueue(load * cores, 1, cores);
        var result = run(shared(cores, new Exponential(1)), load * cores);
        assertThat(result.path("queue").latency().orElseThrow().mean().value())
                .isCloseTo(exact.meanSojourn(), within(0.015 * exact.meanSojourn()));
        assertThat(result.station("queue").busy()).isCloseTo(load, within(0.005));
        assertThat(result.station("queue").queue()).isCloseTo(exact.meanQueue(), within(0.03 * exact.meanQueue()));
    }

    /// A request that is alone takes its own time; sharing delays small ones less than a queue does, so that the
    /// median of a mixed load is less than half the one of first come, first served.
    @Test
    void smallRequestsDoNotWaitForLargeOnes() {
        var mixed = dev.plumbline.probability.Lognormal.of(0.3, 2);
        var shared = run(shared(1, mixed), 0.7 / mixed.mean());
        var queued = run(Station.of("queue", 1, 1, new Service.Each(mixed)), 0.7 / mixed.mean());
        assertThat(shared.path("queue").latency().orElseThrow().at(0.5).value())
                .isLessThan(0.5
                        * queued.path("queue").latency().orElseThrow().at(0.5).value());
    }

    @Test
    void aLimitShedsWhatTheFiniteChainSays() {
        var exact = FiniteQueue.of(0.9 * 2, 1, 2, 6);
        var result = run(shared(2, new Exponential(1)).with(Waiting.atMost(4)), 1.8);
        var counts = result.path("queue").counts();
        assertThat((double) counts.shed() / counts.requests()).isCloseTo(exact.loss(), within(0.003));
        assertThat(result.path("queue").latency().orElseThrow().mean().value())
                .isCloseTo(exact.meanSojourn(), within(0.015 * exact.meanSojourn()));
    }

    /// One request in ten seconds, of one second; a pause of two seconds every twenty.
    @Test
    void aPauseHoldsUpWhatIsThere() {
        var station = shared(1, new Constant(1)).with(new Hiccups(18, new Constant(2)));
        var result = SingleStationOracle.run(Network.single(station, new Arrivals.Regular(0.1)), 3, 200_000);
        var latency = result.path("queue").latency().orElseThrow();
        assertThat(latency.at(0.5).value()).isCloseTo(1, within(0.01));
        assertThat(latency.at(0.9999).value()).isCloseTo(3, within(0.02));
        // A request is held up when a pause begins within its second (held for 2 s) or within the two seconds
        // before it (for half of them, in the mean).
        assertThat(latency.mean().value()).isCloseTo(1 + 1 * 2 / 20.0 + 2 / 20.0 * 1, within(0.01));
    }

    @Test
    void pastSaturationThereIsABacklogAndNoPercentile() {
        var result = SingleStationOracle.run(
                Network.single(shared(2, new Exponential(1)), new Arrivals.Poisson(2.6)), 1, 500_000);
        assertThat(result.ending()).isEqualTo(Result.Ending.SATURATED);
        assertThat(result.path("queue").latency()).isEmpty();
        assertThat(result.station("queue").saturated().orElseThrow().ratio()).isCloseTo(1.3, within(0.03));
    }
}
