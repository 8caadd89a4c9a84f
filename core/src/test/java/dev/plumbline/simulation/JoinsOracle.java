package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Generator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forks whose ends are partly known against the same forks followed event by event: a pause of no length before each
/// branch hides what is known of it and changes no draw.
class JoinsOracle {
    private static final int REQUESTS = 20_000;

    private static Step hidden(Step branch) {
        return new Step.Sequence(new Step.Pause(new Constant(0)), branch);
    }

    private static Network network(int fork, boolean hides) {
        var random = new Generator(Generator.mixed(fork));
        var quick = Station.of("quick", 1, 2 + random.below(3), new Service.Each(new Exponential(0.5)))
                .withFailing(random.below(2) * 0.01);
        var cache = Station.of("cache", 2, 1 + random.below(2), new Service.Each(new Exponential(0.3)));
        var store = Station.of("store", 1, 2, new Service.Each(new Exponential(1)));
        var index = Station.of("index", 1, 2, new Service.Each(new Exponential(0.4)));
        var ranker = Station.of("ranker", 2, 1, Service.Batch.linear(8, 0.5 * random.nextDouble(), 0.4, 0.05));
        var last = Station.of("last", 1, 2, new Service.Each(new Exponential(0.4)));
        // Branches begin at stations of their own, for those that begin at the same moment may begin in any order.
        List<Step> branches = List.of(
                new Step.Visit("quick"),
                new Step.Sequence(new Step.Visit("cache"), new Step.When(0.3, new Step.Visit("store"))),
                random.below(2) == 0 ? new Step.Visit("ranker") : new Step.Visit("store"),
                new Step.Sequence(new Step.Visit("index"), new Step.When(0.1, new Step.Visit("ranker"))));
        List<Step> taken = hides ? branches.stream().map(JoinsOracle::hidden).toList() : branches;
        // What comes after the fork keeps the order in which requests are recorded the same.
        Step path = new Step.Sequence(Step.all(taken), new Step.Visit("last"));
        return new Network(
                List.of(quick, cache, store, index, ranker, last),
                List.of(new Path("path", new Arrivals.Poisson(1), path)));
    }

    private static Map<String, Double> parts(Attribution.Band band) {
        return band.parts().stream()
                .filter(part -> part.phase() != Attribution.Phase.DELAY)
                .collect(Collectors.toMap(part -> part.station() + part.phase(), Attribution.Part::seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whatIsKnownAtOnceIsWhatFollowingItFinds(int fork) {
        Result known = Simulation.run(network(fork, false), Plan.steady(7, REQUESTS));
        Result followed = Simulation.run(network(fork, true), Plan.steady(7, REQUESTS));
        assertThat(known.events()).isLessThan(followed.events());
        Result.PathResult fast = known.path("path");
        Result.PathResult slow = followed.path("path");
        assertThat(fast.latency()).isEqualTo(slow.latency());
        Map<String, Double> booked = parts(fast.attribution().slow());
        parts(slow.attribution().slow())
                .forEach((part, seconds) ->
                        assertThat(booked.getOrDefault(part, 0.0)).as(part).isCloseTo(seconds, within(1e-9)));
    }
}
