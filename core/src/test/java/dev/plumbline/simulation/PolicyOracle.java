package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Mix;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Joins and policies where servers abound, so that each visit is an independent draw and the answer is known.
@Tag("slow")
class PolicyOracle {
    private static final Station AMPLE = Station.of("s", 1, 4_000, new Service.Each(new Exponential(1)));
    private static final Step VISIT = new Step.Visit("s");

    private static Result run(Station station, Step step) {
        var network = new Network(List.of(station), List.of(new Path("p", new Arrivals.Poisson(20), step)));
        return SingleStationOracle.run(network, 5, 400_000);
    }

    private static Result.Latency latency(Station station, Step step) {
        return run(station, step).path("p").latency().orElseThrow();
    }

    /// A visit that is followed by another step is not foreseen to its branch's end, so it takes the general
    /// way.
    private static Step slowWay(Step step) {
        return new Step.Sequence(step, new Step.Pause(new Constant(0)));
    }

    @Test
    void theSlowestOfTenIsTheHarmonicNumber() {
        double expected = 0;
        for (int i = 1; i <= 10; i++) {
            expected += 1.0 / i;
        }
        Step fast = Step.all(Collections.nCopies(10, VISIT));
        Step slow = Step.all(Collections.nCopies(10, slowWay(VISIT)));
        assertThat(latency(AMPLE, fast).mean().value()).isCloseTo(expected, within(0.01));
        assertThat(latency(AMPLE, slow).mean().value()).isCloseTo(expected, within(0.01));
    }

    /// The draws are the same; the order of recording is not, and with it where the warm-up is cut.
    @Test
    void foreseenAndFollowedForksGiveTheSameLatencies() {
        for (int needed = 1; needed <= 3; needed++) {
            var fast = latency(AMPLE, new Step.Together(needed, Collections.nCopies(3, VISIT)));
            var slow = latency(AMPLE, new Step.Together(needed, Collections.nCopies(3, slowWay(VISIT))));
            assertThat(slow.mean().value()).isCloseTo(fast.mean().value(), within(1e-3));
            assertThat(slow.p99().value()).isCloseTo(fast.p99().value(), within(0.02));
        }
    }

    /// Two of three exponentials: 1/3 + 1/2.
    @Test
    void aQuorumWaitsForTheSecondOfThree() {
        assertThat(latency(AMPLE, new Step.Together(2, Collections.nCopies(3, VISIT)))
                        .mean()
                        .value())
                .isCloseTo(5.0 / 6, within(0.01));
        assertThat(latency(AMPLE, Step.any(Collections.nCopies(3, VISIT)))
                        .mean()
                        .value())
                .isCloseTo(1.0 / 3, within(0.005));
    }

    /// J. Dean and L. A. Barroso, "The tail at scale" (CACM 2013): 100 servers, each slow once in a hundred,
    /// make 63 % of requests slow.
    @Test
    void sixtyThreePercentAreSlowWhenAHundredServersAreSlowOnceInAHundred() {
        var station = Station.of(
                "s",
                1,
                4_000,
                new Service.Each(new Mix(List.of(0.99, 0.01), List.of(new Constant(0.01), new Constant(1)))));
        var network = new Network(
                List.of(station),
                List.of(new Path("p", new Arrivals.Poisson(10), Step.all(Collections.nCopies(100, VISIT)))));
        var result = SingleStationOracle.run(network, 5, 100_000);
        var latency = result.path("p").latency().orElseThrow();
        double slow = (latency.mean().value() - 0.01) / 0.99;
        assertThat(slow).isCloseTo(1 - Math.pow(0.99, 100), within(0.006));
    }

    /// Answered when the service takes at most the time-out, else by fallback at the time-out plus a pause.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTimeOutSplitsRequestsWhereTheServiceDoes(boolean general) {
        Step body = general ? slowWay(VISIT) : VISIT;
        var result = run(AMPLE, new Step.Call(body, 2).orElse(new Step.Pause(new Constant(1))));
        var counts = result.path("p").counts();
        double late = Math.exp(-2);
        assertThat((double) counts.fallback() / counts.requests()).isCloseTo(late, within(0.003));
        assertThat(counts.timedOut()).isZero();
        double mean = 1 - late * (1 + 2) + late * 3;
        assertThat(result.path("p").latency().orElseThrow().mean().value()).isCloseTo(mean, within(0.01));
        var bare = run(AMPLE, new Step.Call(body, 2)).path("p").counts();
        assertThat(bare.timedOut()).isEqualTo(counts.fallback());
    }

    /// Each attempt fails with probability 0.3; three are made.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retriesLeaveThePowerOfTheFailingShare(boolean general) {
        Step body = general ? slowWay(VISIT) : VISIT;
        var call = new Step.Call(body, 1e9).with(new Retry(2, 0.5, 1, 0, Double.POSITIVE_INFINITY));
        var result = run(AMPLE.withFailing(0.3), call);
        var counts = result.path("p").counts();
        assertThat((double) counts.failed() / counts.requests()).isCloseTo(0.027, within(0.002));
        assertThat((double) result.station("s").visits() / counts.requests()).isCloseTo(1.39, within(0.01));
        double attempts = (0.7 + 2 * 0.21 + 3 * 0.063) / 0.973;
        double expected = attempts + 0.5 * (attempts - 1);
        assertThat(result.path("p").latency().orElseThrow().mean().value()).isCloseTo(expected, within(0.01));
    }

    @Test
    void aBudgetBoundsRetriesAsAShareOfFirstAttempts() {
        var call = new Step.Call(VISIT, 1e9).with(new Retry(3, 0.1, 1, 1, 0.1));
        var result = run(AMPLE.withFailing(0.5), call);
        double retries = (double) result.station("s").visits()
                        / result.path("p").counts().requests()
                - 1;
        assertThat(retries).isCloseTo(0.1, within(0.001));
    }

    /// The second attempt starts at h unless the first is done: latency is X below h, else h plus the sooner
    /// of what is left of X and a fresh Y, which for exponentials is exponential at twice the rate.
    @Test
    void aHedgeTakesTheSoonerOfTwoAttempts() {
        double after = 1.5;
        var result = run(AMPLE, new Step.Call(VISIT, Double.POSITIVE_INFINITY).with(Hedge.afterSeconds(after)));
        double late = Math.exp(-after);
        double expected = 1 - late * (1 + after) + late * (after + 0.5);
        assertThat(result.path("p").latency().orElseThrow().mean().value()).isCloseTo(expected, within(0.01));
        assertThat(result.station("s").visits() - 400_000.0).isCloseTo(late * 400_000, within(1_500.0));
    }

    @Test
    void aHedgeAtThe95thPercentileDoublesFiveInAHundred() {
        var result = run(AMPLE, new Step.Call(VISIT, Double.POSITIVE_INFINITY).with(Hedge.afterQuantile(0.95)));
        // Without hedging 5 % exceed ln 20; with it the estimate is of the attempts that win, which are sooner.
        assertThat(result.station("s").visits() / 400_000.0 - 1).isBetween(0.04, 0.11);
        assertThat(result.path("p").latency().orElseThrow().at(0.999).value()).isLessThan(Math.log(1000) - 1);
    }

    /// What a request asks for is the same when it is tried again: a key that was missed is missed by the hedge too.
    @Test
    void aSecondTryGoesTheWayOfTheFirst() {
        var slow = new Step.When(0.1, new Step.Pause(new Constant(10)), VISIT);
        var result = run(AMPLE, new Step.Call(slow, Double.POSITIVE_INFINITY).with(Hedge.afterSeconds(9)));
        assertThat(result.path("p").latency().orElseThrow().at(0.95).value()).isCloseTo(10, within(0.05));
        var retried = new Step.Call(slow, 9).with(new Retry(3, 0.1, 1, 0, Double.POSITIVE_INFINITY));
        var counts = run(AMPLE, retried).path("p").counts();
        assertThat((double) counts.timedOut() / counts.requests()).isCloseTo(0.1, within(0.002));
    }

    @Test
    void aShareOfRequestsTakesTheBranch() {
        var result = run(AMPLE, new Step.When(0.02, VISIT));
        assertThat(result.station("s").visits() / 400_000.0).isCloseTo(0.02, within(0.001));
    }

    /// In steady state two M/M/1 in series are independent (J. R. Jackson, 1957): the sojourn is the sum of
    /// two exponentials, and its p99 is well below twice the single one.
    @Test
    void thePercentileOfASeriesIsNotTheSumOfPercentiles() {
        var one = Station.of("one", 1, 1, new Service.Each(new Exponential(1)));
        var two = Station.of("two", 1, 1, new Service.Each(new Exponential(1)));
        Step series = new Step.Sequence(new Step.Visit("one"), new Step.Visit("two"));
        var network = new Network(List.of(one, two), List.of(new Path("p", new Arrivals.Poisson(0.7), series)));
        var latency = SingleStationOracle.run(network, 9, 3_000_000)
                .path("p")
                .latency()
                .orElseThrow();
        // (1 + 0.3 t) exp(-0.3 t) = 0.01 at t = 22.128.
        assertThat(latency.p99().value()).isCloseTo(22.128, within(0.025 * 22.128));
        assertThat(latency.p99().value()).isLessThan(0.75 * 2 * Math.log(100) / 0.3);
    }
}
