package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What cold and missing replicas cost, where that can be worked out by hand. All requests count as slow here, so that
/// means are over all.
class ChangingFleetOracle {
    private static final double SECONDS = 0.1;

    /// Served in every way, by one server that takes a tenth of a second.
    static Stream<Station> stations() {
        Station each = Station.of("s", 1, 1, new Service.Each(new Constant(SECONDS)));
        return Stream.of(
                each,
                each.with(new Waiting(Integer.MAX_VALUE, Waiting.Order.LIFO)),
                Station.of("s", 1, 1, new Service.Shared(new Constant(SECONDS))),
                Station.of("s", 1, 1, Service.Batch.linear(1, 0, SECONDS, 0)));
    }

    private static Attribution.Band between(
            Station station, double rate, Load load, List<Outage> outages, double from, double to) {
        var horizon = new Plan.Horizon.Episode(from, to, 1);
        var plan = new Plan(3, horizon, Optional.empty(), load, outages).slowAbove(Map.of("s", 0.0));
        return Simulation.run(Network.single(station, new Arrivals.Regular(rate)), plan)
                .path("s")
                .attribution()
                .slow();
    }

    private static double remarked(Attribution.Band band, Attribution.Remark remark) {
        return band.remarks().stream()
                .filter(each -> each.remark() == remark)
                .mapToDouble(Attribution.Remarked::seconds)
                .sum();
    }

    /// It is away for ten seconds, and cold for thirty of the sixty after that: half of those take 0.2 s longer.
    @ParameterizedTest
    @MethodSource("stations")
    void aReplicaThatComesBackIsColdForAWhile(Station station) {
        Station cold = station.with(new Pacing(0, 1, 30, 3));
        var band = between(cold, 2, Load.EVEN, List.of(new Outage("s", 1, 100, 110)), 110.1, 170.1);
        assertThat(remarked(band, Attribution.Remark.COLD)).isCloseTo(0.1, within(0.004));
        assertThat(band.seconds()).isCloseTo(0.2, within(0.004));
        assertThat(remarked(band, Attribution.Remark.LATE)).isZero();
    }

    /// Cold it can do three a second and a third, of five that come: what waits then, waits for a cold one.
    @ParameterizedTest
    @MethodSource("stations")
    void theWaitForAColdReplicaIsItsCost(Station station) {
        Station cold = station.with(new Pacing(0, 1, 30, 3));
        var band = between(cold, 5, Load.EVEN, List.of(new Outage("s", 1, 100, 110)), 110.1, 139.9);
        assertThat(remarked(band, Attribution.Remark.COLD)).isCloseTo(band.seconds() - SECONDS, within(0.02));
    }

    /// Twelve come of ten that can be served, and what was ordered for that never comes.
    @ParameterizedTest
    @MethodSource("stations")
    void theWaitForReplicasThatWereOrderedIsBooked(Station station) {
        Station scaled = station.withReplicas(20).with(new Scaling(0.5, 1, 1e6, 300, 15));
        Load load = Load.surge(100, 0, 3, 200);
        var band = between(scaled, 4, load, List.of(), 106, 150);
        double waited = band.seconds() - SECONDS;
        assertThat(waited).isGreaterThan(1);
        assertThat(remarked(band, Attribution.Remark.LATE)).isCloseTo(waited, within(1e-6 * waited));
        assertThat(remarked(between(scaled, 4, load, List.of(), 20, 99), Attribution.Remark.LATE))
                .isZero();
    }
}
