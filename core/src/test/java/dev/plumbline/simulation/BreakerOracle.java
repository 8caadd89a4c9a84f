package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A circuit breaker, where it can be followed by hand.
class BreakerOracle {
    private static final Step VISIT = new Step.Visit("s");
    private static final Step FALLBACK = new Step.Pause(new Constant(0.001));
    private static final double EVER = Double.POSITIVE_INFINITY;

    private static Result run(Station station, Step step, Arrivals arrivals, long requests) {
        var network = new Network(List.of(station), List.of(new Path("p", arrivals, step)));
        return Simulation.run(network, Plan.steady(11, requests));
    }

    /// Any failure opens it for `D`; then the next request, `1 / rate` later in the mean, is the try that is let
    /// through. Each period has a geometric number of tries, of mean `1 / p`, up to the first that fails.
    @ParameterizedTest
    @CsvSource({"1, 5", "0.5, 5", "0.1, 20", "0.1, 1"})
    void aPeriodIsTheTriesUntilOneFailsAndTheTimeItIsOpen(double fails, double lasts) {
        var station = Station.of("s", 1, 1, new Service.Each(new Constant(0))).withFailing(fails);
        var call =
                new Step.Call(VISIT, EVER).with(new Breaker(0, 1e6, 1, lasts)).orElse(FALLBACK);
        var result = run(station, call, new Arrivals.Poisson(1), 400_000);
        double tries = 1 / fails / (1 / fails + lasts);
        Result.CallResult found = result.calls().getFirst();
        assertThat((double) found.attempts() / found.calls()).isCloseTo(tries, within(0.01));
        assertThat(found.attempts() + found.refused()).isEqualTo(found.calls());
        assertThat(result.station("s").visits()).isEqualTo(found.attempts());
        double lost = (double) result.path("p").counts().fallback()
                / result.path("p").counts().requests();
        assertThat(lost).isCloseTo(1 - tries * (1 - fails), within(0.01));
    }

    /// One request a second, all of which fail: the fifth opens it at 5 s for 7.5 s, so that the tries are those at 13,
    /// 21, 29 s and so on.
    @Test
    void itOpensAtTheLeastNumberOfTriesAndLetsOneThroughAfterwards() {
        var station = Station.of("s", 1, 1, new Service.Each(new Constant(0))).withFailing(1);
        var call = new Step.Call(VISIT, EVER).with(new Breaker(0.5, 10, 5, 7.5));
        var result = run(station, call, new Arrivals.Regular(1), 1_000);
        Result.CallResult found = result.calls().getFirst();
        assertThat(found.attempts()).isEqualTo(5 + (1_000 - 5) / 8);
        assertThat(result.path("p").counts().failed()).isEqualTo(1_000);
    }

    /// The share of failures is that of the last ten seconds: a tenth never opens it at a half, and does at a
    /// twentieth.
    @ParameterizedTest
    @CsvSource({"0.5, false", "0.05, true"})
    void itOpensAboveItsShareOnly(double above, boolean opens) {
        var station = Station.of("s", 1, 1, new Service.Each(new Constant(0))).withFailing(0.1);
        var call = new Step.Call(VISIT, EVER).with(new Breaker(above, 10, 50, 10));
        var result = run(station, call, new Arrivals.Poisson(20), 20_000);
        assertThat(result.calls().getFirst().refused() > 0).isEqualTo(opens);
    }

    /// A station that times out under twice what it can do: with a breaker most of what it serves is still wanted.
    @Test
    void itSparesAStationThatIsTooSlow() {
        var station = Station.of("s", 1, 1, new Service.Each(new Constant(1))).with(Waiting.atMost(20));
        var call = new Step.Call(VISIT, 5).orElse(FALLBACK);
        double without = answered(run(station, call, new Arrivals.Poisson(2), 40_000));
        double with = answered(run(station, call.with(new Breaker(0.3, 20, 10, 10)), new Arrivals.Poisson(2), 40_000));
        assertThat(without).isLessThan(0.02);
        assertThat(with).isGreaterThan(0.1);
    }

    private static double answered(Result result) {
        return (double) result.path("p").counts().answered()
                / result.path("p").counts().requests();
    }

    /// A hedge is a try too: it is not sent while the breaker is open, and a try that nobody waits for any more does
    /// not
    /// keep it open for ever.
    @Test
    void aTryWhoseCallerHasMovedOnDoesNotKeepItOpen() {
        var station = Station.of("s", 1, 1, new Service.Each(new Constant(3))).with(Waiting.atMost(0));
        var inner = new Step.Call(VISIT, EVER).with(new Breaker(0, 5, 1, 4));
        var result = run(station, new Step.Call(inner, 1).orElse(FALLBACK), new Arrivals.Poisson(1), 10_000);
        var calls = result.calls().stream()
                .filter(each -> each.refused() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(calls.attempts()).isGreaterThan(1_000);
    }
}
