package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Lognormal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Samples against the whole network, both simulated for long; the differences are bounded, not zero.
class MeanFieldOracle {
    private static final int REPLICAS = 1000;

    /// The smallest sample that is trusted.
    private static Network sample(Network whole) {
        return MeanField.sample(whole, 1e9, 1, 1, List.of());
    }

    private static Result.Latency latency(Network network, long requests) {
        Result result = Simulation.run(network, Plan.steady(5, requests));
        return result.paths().values().iterator().next().latency().orElseThrow();
    }

    /// The mean within 1.5 %, the 99th percentile within 2.5 %.
    private static void agree(Network whole, Network sample, long requests) {
        Result.Latency exact = latency(whole, requests);
        Result.Latency seen = latency(sample, requests);
        double mean = exact.mean().value();
        double median = exact.at(0.5).value();
        double tail = exact.p99().value();
        assertThat(seen.mean().value()).isCloseTo(mean, within(0.015 * mean));
        assertThat(seen.at(0.5).value()).isCloseTo(median, within(0.02 * median));
        assertThat(seen.p99().value()).isCloseTo(tail, within(0.025 * tail));
    }

    private static Network single(Balance balance, Service service, double rate) {
        return Network.single(Station.of("queue", REPLICAS, 1, service).with(balance), new Arrivals.Poisson(rate));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void oneAtATime(Balance balance) {
        Network whole = single(balance, new Service.Each(new Exponential(1)), 0.8 * REPLICAS);
        Network sample = sample(whole);
        assertThat(sample.sample().oneIn()).isGreaterThan(6);
        agree(whole, sample, 2_000_000);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void inBatches(Balance balance) {
        Network whole = single(balance, Service.Batch.linear(8, 0.5, 1, 0.1), 3 * REPLICAS);
        Network sample = sample(whole);
        assertThat(sample.sample().oneIn()).isGreaterThan(15);
        agree(whole, sample, 2_000_000);
    }

    /// The least loaded of a thousand is free, and so is that of the sample: its size follows from how busy they are.
    @Test
    void theBusierTheLargerTheSampleForTheLeastLoaded() {
        double before = 0;
        for (double busy : new double[] {0.5, 0.8, 0.9, 0.95}) {
            Network whole = single(Balance.LEAST_LOADED, new Service.Each(new Exponential(1)), busy * REPLICAS);
            int replicas = sample(whole).stations().getFirst().replicas();
            assertThat((double) replicas).isGreaterThanOrEqualTo(before);
            before = replicas;
        }
        assertThat(before).isEqualTo(REPLICAS);
    }

    /// Stations of a few replicas before one of a thousand: one whose visits are foreseen and one that batches.
    private static Network mixed(Step step) {
        var gateway = Station.of("gateway", 2, 8, new Service.Each(Lognormal.through(0.0008, 0.004)));
        var small = Station.of("small", 3, 1, Service.Batch.linear(16, 0.0005, 0.001, 0.0001))
                .withFailing(0.01);
        var large = Station.of("large", REPLICAS, 8, Service.Batch.linear(8, 0.05, 0.8, 0.16))
                .with(Balance.TWO_CHOICES);
        return new Network(
                List.of(gateway, small, large),
                List.of(
                        new Path("ask", new Arrivals.Poisson(11_000), step),
                        new Path("large", new Arrivals.Poisson(1_000), new Step.Visit("large"))));
    }

    @Test
    void whatHasFewReplicasRunsInSlowMotion() {
        Step small = new Step.Sequence(new Step.Visit("gateway"), new Step.Visit("small"));
        Network sample = sample(mixed(small));
        assertThat(sample.sample().slower()).containsOnlyKeys("gateway", "small");
        agree(mixed(small), sample, 400_000);
        var exact = Simulation.run(mixed(small), Plan.steady(5, 400_000));
        var seen = Simulation.run(sample, Plan.steady(5, 400_000));
        assertThat(seen.path("ask").counts().success())
                .isCloseTo(exact.path("ask").counts().success(), within(0.001));
        for (String station : List.of("gateway", "small")) {
            var one = exact.station(station);
            var other = seen.station(station);
            assertThat(other.busy()).isCloseTo(one.busy(), within(0.01));
            assertThat(other.offered()).isCloseTo(one.offered(), within(0.01));
            assertThat(other.batch()).isCloseTo(one.batch(), within(0.02 * one.batch()));
            assertThat(other.waiting()).isCloseTo(one.waiting(), within(0.03 * one.waiting() + 1e-5));
            assertThat(other.visits() / seen.seconds())
                    .isCloseTo(one.visits() / exact.seconds(), within(0.01 * one.visits() / exact.seconds()));
        }
        assertThat(seen.path("ask").rate()).isCloseTo(11_000, within(110.0));
    }

    @Test
    @Tag("slow")
    void aWholePathOfLargeAndSmall() {
        Step all = new Step.Sequence(new Step.Visit("gateway"), new Step.Visit("small"), new Step.Visit("large"));
        agree(mixed(all), sample(mixed(all)), 2_000_000);
    }

    @Test
    @Tag("slow")
    void aFanOut() {
        var shard = Station.of("shard", 4_000, 1, new Service.Each(new Exponential(0.01)));
        Network whole = new Network(
                List.of(shard),
                List.of(new Path(
                        "ask",
                        new Arrivals.Poisson(8_000),
                        Step.all(Collections.nCopies(30, new Step.Visit("shard"))))));
        Network sample = sample(whole);
        assertThat(sample.sample().oneIn()).isGreaterThan(5);
        agree(whole, sample, 300_000);
    }

    @Test
    @Tag("slow")
    void retriesAndBoundedQueuesOfAnOverload() {
        var station = Station.of("queue", REPLICAS, 1, new Service.Each(new Exponential(1)))
                .with(Balance.RANDOM)
                .with(Waiting.atMost(6));
        Step call = new Step.Call(new Step.Visit("queue"), 5)
                .with(new Retry(1, 0.5, 2, 0.5, 0.2))
                .cancelling();
        Network whole =
                new Network(List.of(station), List.of(new Path("ask", new Arrivals.Poisson(1.1 * REPLICAS), call)));
        Network sample = sample(whole);
        agree(whole, sample, 1_000_000);
        var exact = Simulation.run(whole, Plan.steady(5, 1_000_000)).path("ask").counts();
        var seen = Simulation.run(sample, Plan.steady(5, 1_000_000)).path("ask").counts();
        assertThat(seen.success()).isCloseTo(exact.success(), within(0.005));
        assertThat((double) seen.timedOut() / seen.requests())
                .isCloseTo((double) exact.timedOut() / exact.requests(), within(0.005));
    }

    @Test
    void anOutageTakesItsShareOfTheSample() {
        Network whole = single(Balance.RANDOM, new Service.Each(new Exponential(1)), 0.45 * REPLICAS);
        var outage = new Outage("queue", 300, 100, 400);
        Network sample = MeanField.sample(whole, 1e9, 1, 1, List.of(outage));
        assertThat(sample.sample().oneIn()).isGreaterThan(30);
        Outage part = MeanField.outage(outage, whole, sample);
        double left = (double) sample.stations().getFirst().replicas() / REPLICAS;
        assertThat(part.replicas() / left).isCloseTo(300, within(0.01 * 300));
        var horizon = new Plan.Horizon.Episode(90, 400, 1);
        var exact = Simulation.run(whole, new Plan(1, horizon, Optional.empty(), Load.EVEN, List.of(outage)))
                .path("queue");
        var seen = Simulation.run(
                        sample,
                        new Plan(1, new Plan.Horizon.Episode(90, 400, 100), Optional.empty(), Load.EVEN, List.of(part)))
                .path("queue");
        double mean = exact.latency().orElseThrow().mean().value();
        assertThat(seen.latency().orElseThrow().mean().value()).isCloseTo(mean, within(0.04 * mean));
        assertThat(seen.counts().success()).isCloseTo(exact.counts().success(), within(0.001));
    }

    @Test
    void aFewReplicasLostOfManyKeepTheSampleLarge() {
        Network whole = single(Balance.RANDOM, new Service.Each(new Exponential(1)), 0.6 * REPLICAS);
        Network sample = MeanField.sample(whole, 1e9, 1, 1, List.of(new Outage("queue", 3, 0, 1)));
        assertThat(sample.sample().oneIn()).isBetween(2.0, 3.1);
    }

    @Test
    void whatLastsLongEnoughOrIsSmallIsSimulatedWhole() {
        Network whole = single(Balance.RANDOM, new Service.Each(new Exponential(1)), 0.8 * REPLICAS);
        assertThat(MeanField.sample(whole, 10, 10_000, 1, List.of())).isSameAs(whole);
        Network small = SingleStationOracle.queue(8, 0.8, new Exponential(1));
        assertThat(MeanField.sample(small, 1e9, 1, 1, List.of())).isSameAs(small);
    }

    /// A sample is no larger than it has to be: the run lasts as long as was asked for.
    @Test
    void theSampleIsAsLargeAsTheRunAllows() {
        Network whole = single(Balance.RANDOM, new Service.Each(new Exponential(1)), 0.8 * REPLICAS);
        Network sample = MeanField.sample(whole, 100, 10_000, 1, List.of());
        assertThat(sample.sample().oneIn()).isCloseTo(8, within(0.1));
        assertThat(Simulation.run(sample, Plan.steady(1, 10_000)).seconds()).isCloseTo(100, within(5.0));
    }
}
