package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Replicas that follow the load, where the steps can be worked out by hand.
class ScalingOracle {
    private static final Scaling SCALING = new Scaling(0.65, 4, 120, 300, 15);
    private static final Station STATION = Station.of("s", 40, 1, new Service.Each(new Constant(0.1)))
            .with(Balance.LEAST_LOADED)
            .with(SCALING);

    private static Result run(Station station, Arrivals arrivals, Load load, double until) {
        var horizon = new Plan.Horizon.Episode(0, until, 1);
        return Simulation.run(
                Network.single(station, arrivals), new Plan(3, horizon, Optional.empty(), load, List.of()));
    }

    /// How many replicas serve between two moments, in the mean.
    private static double serving(Station station, Arrivals arrivals, Load load, double from, double to) {
        double before = run(station, arrivals, load, from).station("s").replicas() * from;
        double all = run(station, arrivals, load, to).station("s").replicas() * to;
        return (all - before) / (to - from);
    }

    private static Load step(double from, double to, double factor) {
        return new Load(List.of(
                new Load.Point(from, 1),
                new Load.Point(from, factor),
                new Load.Point(to, factor),
                new Load.Point(to, 1)));
    }

    /// 64 requests a second of 0.1 s keep 6.4 replicas busy: ten at 65 %. At twice the load all ten are busy,
    /// which over 65 % is 16. These are busy with the backlog, so that 25 come, and more until it is done; 12.8
    /// over 65 % is 20, to which they go down when nobody has wanted more for five minutes.
    @Test
    void afterAStepTheFleetFollowsAfterTheDelayAndStays() {
        var arrivals = new Arrivals.Regular(64);
        Load load = step(1_005, 3_000, 2);
        assertThat(serving(STATION, arrivals, load, 500, 990)).isCloseTo(10, within(1e-6));
        assertThat(serving(STATION, arrivals, load, 1_005, 1_139)).isCloseTo(10, within(1e-6));
        assertThat(serving(STATION, arrivals, load, 1_141, 1_259)).isCloseTo(16, within(1e-6));
        assertThat(serving(STATION, arrivals, load, 1_261, 1_379)).isCloseTo(25, within(1e-6));
        assertThat(serving(STATION, arrivals, load, 2_000, 3_314)).isCloseTo(20, within(1e-6));
        assertThat(serving(STATION, arrivals, load, 3_316, 4_000)).isCloseTo(10, within(1e-6));
    }

    /// What the step costs while the fleet is too small: 130 come each second, 100 are served.
    @Test
    void theBacklogIsThatOfTheDelay() {
        var result = run(STATION, new Arrivals.Regular(65), step(1_000, 3_000, 2), 1_135);
        double longest = result.path("s").latency().orElseThrow().at(0.9999).value();
        // From 1,000 s until replicas come at about 1,130 s the wait grows by 0.3 s each second.
        assertThat(longest).isBetween(0.3 * 110, 0.3 * 140);
    }

    /// Luck is not load: the number that serves does not change once in an hour of even traffic.
    @Test
    void evenTrafficMovesNothing() {
        var arrivals = new Arrivals.Poisson(650);
        Station large = STATION.withReplicas(400);
        assertThat(serving(large, arrivals, Load.EVEN, 10, 3_600)).isCloseTo(100, within(1e-6));
    }

    @Test
    void theFloorAndTheCeilingHold() {
        assertThat(serving(STATION, new Arrivals.Poisson(1), Load.EVEN, 100, 1_000))
                .isCloseTo(4, within(1e-6));
        var beyond = Simulation.run(Network.single(STATION, new Arrivals.Poisson(600)), Plan.steady(1, 200_000));
        assertThat(beyond.station("s").replicas()).isCloseTo(40, within(1e-6));
        assertThat(beyond.ending()).isEqualTo(Result.Ending.SATURATED);
        assertThat(beyond.station("s").saturated().orElseThrow().ratio()).isCloseTo(1.5, within(0.02));
    }

    /// Each kind of kernel counts what its replicas do.
    @Test
    void whateverTheServiceTheBusyShareIsTheOneAimedAt() {
        for (Station station : List.of(
                STATION,
                STATION.with(new Waiting(Integer.MAX_VALUE, Waiting.Order.LIFO)),
                new Station(
                        "s",
                        40,
                        1,
                        new Service.Shared(new Exponential(0.1)),
                        Balance.LEAST_LOADED,
                        Waiting.UNLIMITED,
                        Optional.empty(),
                        Optional.of(SCALING),
                        Pacing.EVEN,
                        0),
                new Station(
                        "s",
                        40,
                        1,
                        new Service.Batch(1, 0, List.of(0.1), List.of()),
                        Balance.LEAST_LOADED,
                        Waiting.UNLIMITED,
                        Optional.empty(),
                        Optional.of(SCALING),
                        Pacing.EVEN,
                        0))) {
            var result = run(station, new Arrivals.Poisson(65), step(300, 2_500, 2), 2_500);
            assertThat(result.station("s").busy()).isBetween(0.5, 0.72);
            assertThat(result.station("s").replicas()).isBetween(17.0, 26.0);
        }
    }

    /// A replica that was added takes three times as long for a minute: ten warm ones and six cold ones do as much as
    /// twelve warm ones.
    @Test
    void whatIsAddedIsColdAtFirst() {
        Station cold = STATION.with(new Pacing(0, 1, 60, 3)).with(Balance.RANDOM);
        Load load = step(1_005, 3_000, 2);
        double usual = longest(STATION.with(Balance.RANDOM), load);
        assertThat(longest(cold, load)).isGreaterThan(1.1 * usual);
        assertThat(longest(cold, Load.EVEN)).isEqualTo(longest(STATION.with(Balance.RANDOM), Load.EVEN));
    }

    private static double longest(Station station, Load load) {
        return run(station, new Arrivals.Regular(64), load, 1_205)
                .path("s")
                .latency()
                .orElseThrow()
                .at(0.999)
                .value();
    }

    /// A replica that comes back from an outage is cold as well: 30 s of visits of 1 s that take 5 s.
    @Test
    void whatComesBackIsColdAtFirst() {
        var station =
                Station.of("s", 1, 1_000, new Service.Each(new Constant(1))).with(new Pacing(0, 1, 30, 5));
        var horizon = new Plan.Horizon.Episode(0, 200, 1);
        var outage = new Outage("s", 1, 50, 100);
        var result = Simulation.run(
                Network.single(station, new Arrivals.Regular(10)),
                new Plan(1, horizon, Optional.empty(), Load.EVEN, List.of(outage)));
        var counts = result.path("s").counts();
        // 500 come while it is away, and ten are lost when it goes.
        assertThat(counts.failed()).isBetween(508L, 512L);
        double mean = result.path("s").latency().orElseThrow().mean().value();
        double expected = (300 * 5 + (counts.answered() - 300)) / (double) counts.answered();
        assertThat(mean).isCloseTo(expected, within(0.02));
    }
}
