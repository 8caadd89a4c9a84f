package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.queueing.FiniteQueue;
import dev.plumbline.queueing.MarkovQueue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a run stops, and what it says then.
class HorizonTest {
    private static Plan plan(Plan.Horizon horizon, Load load, List<Outage> outages) {
        return new Plan(3, horizon, Optional.empty(), load, outages);
    }

    @Test
    void aTightEnoughIntervalEndsTheRun() {
        var goal = new Plan.Goal("queue", 0.99, Double.POSITIVE_INFINITY, 0.05);
        var network = SingleStationOracle.queue(1, 0.5, new Exponential(1));
        var result = Simulation.run(network, Plan.steady(1, 50_000_000).with(goal));
        assertThat(result.ending()).isEqualTo(Result.Ending.PRECISE);
        assertThat(result.requests()).isLessThan(2_000_000);
        assertThat(result.path("queue").latency().orElseThrow().p99().relativeHalfWidth())
                .isLessThan(0.06);
    }

    @Test
    void aDecidedVerdictEndsTheRun() {
        var network = SingleStationOracle.queue(1, 0.5, new Exponential(1));
        var far = Plan.steady(1, 50_000_000).with(new Plan.Goal("queue", 0.99, 20, 0.001));
        var decided = Simulation.run(network, far);
        assertThat(decided.ending()).isEqualTo(Result.Ending.DECIDED);
        assertThat(decided.requests()).isLessThan(100_000);
        var near = Plan.steady(1, 200_000).with(new Plan.Goal("queue", 0.99, Math.log(100) / 0.5, 0.0001));
        assertThat(Simulation.run(network, near).ending()).isEqualTo(Result.Ending.SPENT);
    }

    @Test
    void anInterruptedRunSaysSo() {
        var network = SingleStationOracle.queue(1, 0.5, new Exponential(1));
        var result = Simulation.run(network, Plan.steady(1, 50_000_000), new Workspace(), () -> true);
        assertThat(result.ending()).isEqualTo(Result.Ending.INTERRUPTED);
        assertThat(result.requests()).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pastSaturationThereIsABacklogAndNoPercentile(boolean batches) {
        Service service = batches ? Service.Batch.linear(4, 0, 3, 0.25) : new Service.Each(new Exponential(1));
        var network = Network.single(Station.of("queue", 1, 1, service), new Arrivals.Poisson(1.3));
        var result = Simulation.run(network, Plan.steady(1, 1_000_000));
        assertThat(result.ending()).isEqualTo(Result.Ending.SATURATED);
        assertThat(result.path("queue").latency()).isEmpty();
        var saturated = result.station("queue").saturated().orElseThrow();
        assertThat(saturated.ratio()).isCloseTo(1.3, within(0.03));
        double expected = 0.3 * saturated.after();
        assertThat(saturated.backlog()).isCloseTo(expected, within(0.15 * expected));
    }

    /// Three in ten more come than are served, of which nobody behind gets an answer; what comes by another way does.
    @Test
    void behindASaturatedStationNothingIsSaidOfLatencyAndBesideItAllIs() {
        var full = Station.of("full", 1, 1, new Service.Each(new Exponential(1)));
        var behind = Station.of("behind", 1, 1, new Service.Each(new Exponential(0.1)));
        Step through = new Step.Sequence(new Step.Visit("full"), new Step.Visit("behind"));
        var network = new Network(
                List.of(full, behind),
                List.of(
                        new Path("through", new Arrivals.Regular(1.3), through),
                        new Path("beside", new Arrivals.Poisson(1.3), new Step.Visit("behind"))));
        var result = Simulation.run(network, Plan.steady(1, 400_000));
        assertThat(result.path("through").latency()).isEmpty();
        assertThat(result.path("through").success().value()).isCloseTo(1 / 1.3, within(0.02));
        assertThat(result.station("full").saturated().orElseThrow().growth()).isCloseTo(0.3, within(0.03));
        assertThat(result.station("behind").saturated()).isEmpty();
        // Behind it no more come than it lets through, one a second: with the others 2.3 of 10.
        assertThat(result.station("behind").busy()).isCloseTo(0.23, within(0.01));
        assertThat(result.path("beside").latency().orElseThrow().mean().value()).isCloseTo(0.13, within(0.01));
    }

    /// Where only so many can be there, nothing grows: a bounded queue sheds, and users wait for their answers.
    @Test
    void whatIsBoundedShedsOrWaitsAndIsNotSaturated() {
        var bounded =
                Station.of("queue", 1, 1, new Service.Each(new Exponential(1))).with(Waiting.atMost(3));
        var shed = Simulation.run(Network.single(bounded, new Arrivals.Poisson(2)), Plan.steady(1, 100_000));
        assertThat(shed.ending()).isEqualTo(Result.Ending.SPENT);
        double loss = FiniteQueue.of(2, 1, 1, 4).loss();
        assertThat(shed.path("queue").success().value()).isCloseTo(1 - loss, within(0.01));
        assertThat(shed.path("queue").latency()).isPresent();
        var loop = Simulation.run(
                Network.single(
                        Station.of("queue", 1, 1, new Service.Each(new Exponential(1))),
                        new Arrivals.Closed(50, new Constant(0))),
                Plan.steady(1, 100_000));
        assertThat(loop.ending()).isEqualTo(Result.Ending.SPENT);
        assertThat(loop.path("queue").latency().orElseThrow().mean().value()).isCloseTo(50.0, within(1.0));
    }

    @Test
    void aBusyButStableQueueIsNotCalledSaturated() {
        var network = SingleStationOracle.queue(1, 0.97, new Exponential(1));
        for (int seed = 0; seed < 20; seed++) {
            var result = Simulation.run(network, Plan.steady(seed, 100_000));
            assertThat(result.ending()).isEqualTo(Result.Ending.SPENT);
        }
    }

    /// A surge to twice the capacity sheds half of what comes; before it nothing is shed.
    @Test
    void aScenarioIsMeasuredInItsOwnWindow() {
        var station =
                Station.of("queue", 1, 10, new Service.Each(new Constant(0.1))).with(Waiting.atMost(5));
        var network = Network.single(station, new Arrivals.Poisson(50));
        Load load = Load.surge(100, 0, 4, 60);
        var during = Simulation.run(network, plan(new Plan.Horizon.Episode(105, 160, 8), load, List.of()));
        var counts = during.path("queue").counts();
        assertThat((double) counts.shed() / counts.requests()).isCloseTo(0.5, within(0.02));
        assertThat(during.path("queue").rate()).isCloseTo(200, within(6.0));
        var before = Simulation.run(network, plan(new Plan.Horizon.Episode(10, 100, 8), load, List.of()));
        assertThat(before.path("queue").counts().success()).isGreaterThan(0.99);
    }

    /// With half the replicas gone, round robin sends everything to the other half.
    @Test
    void anOutageFailsWhatIsThereAndLoadsTheRest() {
        var station = Station.of("queue", 4, 1, new Service.Each(new Exponential(1)));
        var network = Network.single(station, new Arrivals.Poisson(1.4));
        var outage = List.of(new Outage("queue", 2, 200, 20_000));
        var during = Simulation.run(network, plan(new Plan.Horizon.Episode(300, 19_000, 4), Load.EVEN, outage));
        assertThat(during.path("queue").counts().failed()).isZero();
        var at = Simulation.run(network, plan(new Plan.Horizon.Episode(150, 250, 200), Load.EVEN, outage));
        assertThat(at.path("queue").counts().failed()).isPositive();
        double single = new MarkovQueue(0.35, 1, 1).meanSojourn();
        assertThat(during.path("queue").latency().orElseThrow().mean().value()).isGreaterThan(1.3 * single);
    }

    @Test
    void unknownNamesAreRefused() {
        var network = SingleStationOracle.queue(1, 0.5, new Exponential(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.run(
                        network, plan(new Plan.Horizon.Steady(10), Load.EVEN, List.of(new Outage("gone", 1, 0, 1)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step.Visit("x").requireStations(java.util.Set.of("y")));
    }
}
