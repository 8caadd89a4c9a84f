package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Mix;
import dev.plumbline.queueing.MarkovQueue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where time goes, in networks in which that is known. All requests count as slow here, so that means are over all.
class AttributionOracle {
    private static final String PATH = "ask";

    private static Attribution.Band all(Station station, double rate, Step step, long requests) {
        var network = new Network(List.of(station), List.of(new Path(PATH, new Arrivals.Poisson(rate), step)));
        var plan = Plan.steady(5, requests).slowAbove(Map.of(PATH, 0.0));
        return Simulation.run(network, plan).path(PATH).attribution().slow();
    }

    private static double remarked(Attribution.Band band, Attribution.Remark remark) {
        return band.remarks().stream()
                .filter(each -> each.remark() == remark)
                .mapToDouble(Attribution.Remarked::seconds)
                .sum();
    }

    private static double spent(Attribution.Band band, Attribution.Phase phase) {
        return band.parts().stream()
                .filter(each -> each.phase() == phase)
                .mapToDouble(Attribution.Part::seconds)
                .sum();
    }

    /// An arrival finds a long one in service with probability `rate * share * length`, and half of it still to do;
    /// that two long ones are ahead is rare here.
    @ParameterizedTest
    @EnumSource(
            value = Waiting.Order.class,
            names = {"FIFO", "LIFO"})
    void theWaitBehindALongRequestIsItsResidualService(Waiting.Order order) {
        var times = new Mix(List.of(0.98, 0.02), List.of(new Constant(0.1), new Constant(10)));
        var station = Station.of("queue", 1, 1, new Service.Each(times)).with(new Waiting(Integer.MAX_VALUE, order));
        var band = all(station, 0.2, new Step.Visit("queue"), 1_000_000);
        double exact = 0.2 * 0.02 * 10 * 10 / 2;
        assertThat(remarked(band, Attribution.Remark.BEHIND_LONG)).isCloseTo(exact, within(0.06 * exact));
    }

    @Test
    void nobodyIsLongAmongExponentialTimes() {
        var band = all(
                Station.of("queue", 1, 1, new Service.Each(new Exponential(1))), 0.8, new Step.Visit("queue"), 50_000);
        assertThat(remarked(band, Attribution.Remark.BEHIND_LONG)).isZero();
    }

    /// Random balancing makes independent queues: whoever waits finds the other replica free with the chance that it
    /// is.
    @ParameterizedTest
    @CsvSource({"FIFO, 0.5", "FIFO, 0.8", "LIFO, 0.5"})
    void theWaitBesideAFreeReplicaIsTheWaitTimesTheChanceThatItIsFree(Waiting.Order order, double load) {
        var station = Station.of("queue", 2, 1, new Service.Each(new Exponential(1)))
                .with(Balance.RANDOM)
                .with(new Waiting(Integer.MAX_VALUE, order));
        var band = all(station, 2 * load, new Step.Visit("queue"), 1_000_000);
        double exact = (1 - load) * new MarkovQueue(load, 1, 1).meanWait();
        assertThat(remarked(band, Attribution.Remark.OTHER_FREE)).isCloseTo(exact, within(0.04 * exact));
    }

    @ParameterizedTest
    @EnumSource(
            value = Waiting.Order.class,
            names = {"FIFO", "LIFO"})
    void nobodyWaitsBesideAFreeReplicaWhenTheBalancerSeesIt(Waiting.Order order) {
        var station = Station.of("queue", 3, 2, new Service.Each(new Exponential(1)))
                .with(Balance.LEAST_LOADED)
                .with(new Waiting(Integer.MAX_VALUE, order));
        var band = all(station, 5, new Step.Visit("queue"), 100_000);
        assertThat(spent(band, Attribution.Phase.QUEUE)).isPositive();
        assertThat(remarked(band, Attribution.Remark.OTHER_FREE)).isZero();
    }

    @Test
    void batchesOfOneWaitBesideAFreeReplicaAsSingleRequestsDo() {
        var station =
                Station.of("queue", 2, 1, Service.Batch.linear(1, 0, 1, 0)).with(Balance.RANDOM);
        var band = all(station, 1.2, new Step.Visit("queue"), 1_000_000);
        double exact = (1 - 0.6) * 0.6 / (2 * (1 - 0.6));
        assertThat(remarked(band, Attribution.Remark.OTHER_FREE)).isCloseTo(exact, within(0.04 * exact));
    }

    /// The greatest of K exponential times is 1 + 1/2 + ... + 1/K of their mean, in the mean.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSlowestOfManyIsLongerThanTheMeanByTheHarmonicNumberLessOne(boolean followed) {
        Step visit = new Step.Visit("shard");
        Step branch = followed ? new Step.Sequence(new Step.Pause(new Constant(1e-9)), visit) : visit;
        var station = Station.of("shard", 1, 4_000, new Service.Each(new Exponential(1)));
        var band = all(station, 5, Step.all(Collections.nCopies(20, branch)), 50_000);
        double harmonic = IntStream.rangeClosed(1, 20).mapToDouble(k -> 1.0 / k).sum();
        assertThat(band.seconds()).isCloseTo(harmonic, within(0.02 * harmonic));
        assertThat(remarked(band, Attribution.Remark.SLOWEST)).isCloseTo(harmonic - 1, within(0.02 * harmonic));
        assertThat(band.remarks().getFirst().branches()).isEqualTo(20);
    }

    @Test
    void triesThatFailedAreLostTime() {
        var station =
                Station.of("server", 1, 100, new Service.Each(new Constant(1))).withFailing(0.5);
        Step call = new Step.Call(new Step.Visit("server"), Double.POSITIVE_INFINITY).with(Retry.times(1, 0));
        var band = all(station, 1, call, 200_000);
        assertThat(spent(band, Attribution.Phase.LOST)).isCloseTo(0.25 / 0.75, within(0.01));
    }

    static Stream<Step.Call> hopeless() {
        Step body = new Step.Visit("server");
        Step followed = new Step.Sequence(body, new Step.Pause(new Constant(0.1)));
        return Stream.of(body, followed)
                .map(step -> new Step.Call(step, 0.5).orElse(new Step.Pause(new Constant(0.1))));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void theTimeBeforeAFallbackIsGivenUp(Step.Call call) {
        var station = Station.of("server", 1, 100, new Service.Each(new Constant(1)));
        var network = new Network(List.of(station), List.of(new Path(PATH, new Arrivals.Poisson(1), call)));
        var result = Simulation.run(network, Plan.steady(5, 10_000).slowAbove(Map.of(PATH, 0.0)));
        var band = result.path(PATH).attribution().slow();
        assertThat(spent(band, Attribution.Phase.GIVEN_UP)).isCloseTo(0.5, within(1e-6));
        assertThat(spent(band, Attribution.Phase.DELAY)).isCloseTo(0.1, within(1e-6));
        Result.CallResult counts = result.calls().getFirst();
        assertThat(counts.path()).isEqualTo(PATH);
        assertThat(counts.station()).isEqualTo("server");
        assertThat(counts.timedOut()).isBetween(counts.calls() - 1, counts.calls());
        assertThat(counts.fallbacks()).isBetween(counts.calls() - 1, counts.calls());
    }

    /// Pauses come whatever the traffic: an arrival finds one with the chance of its share of time, and half of it to
    /// come. Requests are so few that they wait for nothing else but a request that was held up.
    @ParameterizedTest
    @EnumSource(
            value = Waiting.Order.class,
            names = {"FIFO", "LIFO"})
    void aRequestThatComesDuringAPauseIsHeldUpForHalfOfIt(Waiting.Order order) {
        var station = Station.of("queue", 1, 1, new Service.Each(new Constant(1e-3)))
                .with(new Waiting(Integer.MAX_VALUE, order))
                .with(new Hiccups(9, new Constant(1)));
        var band = all(station, 0.05, new Step.Visit("queue"), 400_000);
        double exact = 0.1 * 0.5;
        double held = spent(band, Attribution.Phase.HICCUP) + remarked(band, Attribution.Remark.STILL);
        assertThat(held).isCloseTo(exact, within(0.04 * exact));
    }

    /// The same when many come during one pause, and all but the first wait for those before them.
    @ParameterizedTest
    @EnumSource(
            value = Waiting.Order.class,
            names = {"FIFO", "LIFO"})
    void thoseThatWaitForTheHeldUpOneStandStillWithIt(Waiting.Order order) {
        var station = Station.of("queue", 1, 1, new Service.Each(new Constant(1e-6)))
                .with(new Waiting(Integer.MAX_VALUE, order))
                .with(new Hiccups(9, new Constant(1)));
        var band = all(station, 20, new Step.Visit("queue"), 400_000);
        double held = spent(band, Attribution.Phase.HICCUP) + remarked(band, Attribution.Remark.STILL);
        assertThat(held).isCloseTo(0.05, within(0.002));
        assertThat(remarked(band, Attribution.Remark.STILL)).isGreaterThan(0.9 * held);
    }
}
