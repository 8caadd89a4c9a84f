package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.queueing.GeneralQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Who is served next, and what happens to those who are given up.
class OrderOracle {
    private static final Step VISIT = new Step.Visit("queue");
    private static final Station STATION = Station.of("queue", 1, 2, new Service.Each(new Exponential(1)));

    private static Result run(Station station, Step step, double rate) {
        var network = new Network(List.of(station), List.of(new Path("queue", new Arrivals.Poisson(rate), step)));
        return SingleStationOracle.run(network, 3, 1_000_000);
    }

    /// A cancelling call without a time-out never cancels, but sends the station the general way.
    @Test
    void followingEachDepartureGivesTheSameTimesAsForeseeingThem() {
        var foreseen = run(STATION, VISIT, 1.6);
        var followed = run(STATION, new Step.Call(VISIT, Double.POSITIVE_INFINITY).cancelling(), 1.6);
        assertThat(followed.station("queue").waiting())
                .isCloseTo(foreseen.station("queue").waiting(), within(1e-4));
        assertThat(followed.station("queue").busy())
                .isCloseTo(foreseen.station("queue").busy(), within(1e-9));
    }

    /// The order changes neither the mean wait nor the work done (J. F. C. Kingman, 1962), only the spread:
    /// for one server the last-come wait has second moment 1 / (1 - rho) times the first-come one.
    @Test
    void lastComeFirstServedWaitsAsLongInTheMeanAndFarLongerInTheTail() {
        var first = run(STATION, VISIT, 1.6);
        var last = run(STATION.with(new Waiting(Integer.MAX_VALUE, Waiting.Order.LIFO)), VISIT, 1.6);
        double mean = first.path("queue").latency().orElseThrow().mean().value();
        assertThat(last.path("queue").latency().orElseThrow().mean().value()).isCloseTo(mean, within(0.01 * mean));
        assertThat(last.path("queue").latency().orElseThrow().at(0.999).value())
                .isGreaterThan(2
                        * first.path("queue").latency().orElseThrow().at(0.999).value());
    }

    /// Urgent calls have the nearer deadline and pass the others.
    @Test
    void theNearestDeadlineGoesFirst() {
        var station = STATION.with(new Waiting(Integer.MAX_VALUE, Waiting.Order.DEADLINE));
        var urgent = new Path("urgent", new Arrivals.Poisson(0.8), new Step.Call(VISIT, 1e6));
        var patient = new Path("patient", new Arrivals.Poisson(0.8), new Step.Call(VISIT, 1e9));
        var result = SingleStationOracle.run(new Network(List.of(station), List.of(urgent, patient)), 3, 1_000_000);
        assertThat(result.path("urgent").latency().orElseThrow().mean().value())
                .isLessThan(0.6
                        * result.path("patient").latency().orElseThrow().mean().value());
    }

    /// The mean waits of A. Cobham ("Priority assignment in waiting line problems", 1954), the class in service not
    /// being interrupted; a batch of one is the same queue.
    @ParameterizedTest
    @MethodSource("single")
    void moreUrgentPathsWaitAsCobhamSays(Service service, Distribution time) {
        var station = Station.of("queue", 1, 1, service).with(new Waiting(Integer.MAX_VALUE, Waiting.Order.PRIORITY));
        double[] rates = {0.2, 0.3, 0.3};
        List<Path> paths = new ArrayList<>();
        for (int i = 2; i >= 0; i--) {
            paths.add(new Path("p" + i, new Arrivals.Poisson(rates[i]), VISIT, i + 1));
        }
        var result = SingleStationOracle.run(new Network(List.of(station), paths), 5, 1_000_000);
        double[] waits = GeneralQueue.meanWaitsByPriority(rates, time);
        for (int i = 0; i < 3; i++) {
            double mean = result.path("p" + i).latency().orElseThrow().mean().value();
            assertThat(mean - time.mean()).isCloseTo(waits[i], within(0.03 * waits[i]));
        }
    }

    static Stream<Arguments> single() {
        return Stream.of(
                Arguments.of(new Service.Each(new Exponential(1)), new Exponential(1)),
                Arguments.of(new Service.Batch(1, 0, List.of(1.0), List.of()), new Constant(1)));
    }

    /// In batches the order is kept too: the last to come are the first to go.
    @ParameterizedTest
    @EnumSource(Waiting.Order.class)
    void batchesTakeThoseWhoAreNext(Waiting.Order order) {
        var batch = Service.Batch.linear(4, 0.5, 1, 0.1);
        var station = Station.of("queue", 1, 1, batch).with(new Waiting(Integer.MAX_VALUE, order));
        var urgent = new Path("urgent", new Arrivals.Poisson(1.2), new Step.Call(VISIT, 1e6), 1);
        var patient = new Path("patient", new Arrivals.Poisson(1.2), new Step.Call(VISIT, 1e9), 2);
        var result = SingleStationOracle.run(new Network(List.of(station), List.of(patient, urgent)), 7, 400_000);
        var first = result.path("urgent").latency().orElseThrow();
        var second = result.path("patient").latency().orElseThrow();
        double gain = second.mean().value() / first.mean().value();
        switch (order) {
            case FIFO, LIFO -> assertThat(gain).isCloseTo(1, within(0.02));
            case PRIORITY, DEADLINE -> assertThat(gain).isGreaterThan(1.3);
        }
        double spread = first.at(0.999).value() / first.at(0.5).value();
        switch (order) {
            case LIFO -> assertThat(spread).isGreaterThan(8);
            case FIFO, PRIORITY, DEADLINE -> assertThat(spread).isLessThan(6);
        }
    }

    /// Past saturation, work that nobody waits for crowds out work that somebody does, unless it is dropped.
    @Test
    void droppingAbandonedWorkSavesAnOverloadedStation() {
        var station = STATION.with(Waiting.atMost(1_000));
        var kept = run(station, new Step.Call(new Step.Sequence(VISIT), 5), 3);
        var dropped = run(station, new Step.Call(VISIT, 5).cancelling(), 3);
        assertThat(kept.path("queue").counts().success()).isLessThan(0.01);
        // At most capacity 2 against load 3; those who start late still time out in service.
        assertThat(dropped.path("queue").counts().success()).isBetween(0.25, 2.0 / 3);
    }
}
