package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Exponential;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A station that gets `r` times what it can do answers one in `r` of those that come, however its end is found.
class OverloadOracle {
    private static final double RATIO = 2.5;

    private static Result.PathResult run(Waiting.Order order, Step step, Plan.Horizon horizon) {
        var station = Station.of("s", 4, 1, new Service.Each(new Exponential(0.01)))
                .with(new Waiting(Integer.MAX_VALUE, order));
        var network = new Network(List.of(station), List.of(new Path("p", new Arrivals.Poisson(RATIO * 400), step)));
        var plan = new Plan(3, horizon, Optional.empty(), Load.EVEN, List.of());
        return Simulation.run(network, plan).path("p");
    }

    @ParameterizedTest
    @EnumSource(
            value = Waiting.Order.class,
            names = {"FIFO", "LIFO"})
    void oneInSoManyIsAnswered(Waiting.Order order) {
        for (Plan.Horizon horizon : List.of(new Plan.Horizon.Steady(20_000), new Plan.Horizon.Episode(0, 30, 1))) {
            Result.PathResult result = run(order, new Step.Visit("s"), horizon);
            assertThat(result.latency()).isEmpty();
            assertThat(result.success().value()).isCloseTo(1 / RATIO, within(0.02));
            assertThat(result.counts().answeredSoFar())
                    .isEqualTo(result.success().value());
        }
    }

    /// Four in five do not go there; of those that do one in `r` is answered.
    @Test
    void whoDoesNotGoThereIsAnswered() {
        var step = new Step.When(0.2, new Step.Visit("s"));
        var station = Station.of("s", 4, 1, new Service.Each(new Exponential(0.01)));
        var network =
                new Network(List.of(station), List.of(new Path("p", new Arrivals.Poisson(5 * RATIO * 400), step)));
        var result = Simulation.run(network, Plan.steady(3, 40_000)).path("p");
        assertThat(result.success().value()).isCloseTo(0.8 + 0.2 / RATIO, within(0.02));
    }
}
