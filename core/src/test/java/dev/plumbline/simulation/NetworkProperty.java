package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Lognormal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every network, tried on generated ones.
class NetworkProperty {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Distribution time(Generator random) {
        return switch (random.below(3)) {
            case 0 -> new Constant(random.nextDouble());
            case 1 -> new Exponential(0.1 + random.nextDouble());
            default -> Lognormal.of(0.1 + random.nextDouble(), 0.2 + 2 * random.nextDouble());
        };
    }

    private static Station station(String name, Generator random) {
        Service service = switch (random.below(5)) {
            case 0 -> Service.Batch.linear(1 + random.below(6), random.nextDouble() * random.below(2), 0.2, 0.1);
            case 1 -> new Service.Shared(time(random));
            case 2 -> generation(random);
            default -> new Service.Each(time(random));
        };
        Waiting waiting = random.below(2) == 0 ? Waiting.UNLIMITED : Waiting.atMost(random.below(5));
        Balance balance = List.of(Balance.values()).get(random.below(5));
        var station = Station.of(name, 1 + random.below(4), 1 + random.below(3), service)
                .with(balance)
                .with(new Waiting(
                        waiting.limit(), List.of(Waiting.Order.values()).get(random.below(4))))
                .withFailing(random.below(3) == 0 ? 0.05 : 0);
        if (random.below(4) == 0) {
            station = station.with(new Pacing(random.nextDouble(), 1 + random.nextDouble(), 20, 2));
        }
        if (random.below(4) == 0) {
            station = station.with(new Scaling(
                    0.3 + 0.5 * random.nextDouble(), 1, 30 * random.nextDouble(), 60, 5 + random.below(10)));
        }
        return random.below(4) == 0 ? station.with(new Hiccups(20, new Exponential(1))) : station;
    }

    private static Service.Generation generation(Generator random) {
        return new Service.Generation(
                new Service.Lengths(new Exponential(60), new Exponential(20), random.below(2) * 0.5),
                random.below(2) == 0 ? Service.Reuse.NONE : new Service.Reuse(random.below(40), random.nextDouble()),
                new GenerationOracle.Linear(0.02, 1e-3, 0, 1e-5, 1e-7),
                8 << random.below(5),
                random.below(2) == 0 ? Service.Prefill.CHUNKED : Service.Prefill.FIRST,
                new Service.Room(random.below(60), 500));
    }

    private static Step step(List<Station> stations, Generator random, int depth) {
        int kind = depth == 0 ? random.below(2) : random.below(7);
        return switch (kind) {
            case 0, 1 ->
                new Step.Visit(stations.get(random.below(stations.size())).name());
            case 2 -> new Step.Sequence(step(stations, random, depth - 1), step(stations, random, depth - 1));
            case 3 -> {
                List<Step> branches = new ArrayList<>();
                int count = 1 + random.below(4);
                for (int i = 0; i < count; i++) {
                    branches.add(step(stations, random, depth - 1));
                }
                yield new Step.Together(1 + random.below(count), branches);
            }
            case 4 -> new Step.When(random.nextDouble(), step(stations, random, depth - 1));
            case 5 -> new Step.Pause(time(random));
            default -> {
                Optional<Retry> retry = random.below(2) == 0
                        ? Optional.of(new Retry(1 + random.below(2), 0.2, 2, random.below(2), 0.5))
                        : Optional.empty();
                Optional<Hedge> hedge = random.below(3) == 0 ? Optional.of(Hedge.afterSeconds(0.5)) : Optional.empty();
                Optional<Step> fallback =
                        random.below(2) == 0 ? Optional.of(step(stations, random, depth - 1)) : Optional.empty();
                double timeout = random.below(4) == 0 ? Double.POSITIVE_INFINITY : 0.2 + 2 * random.nextDouble();
                Optional<Breaker> breaker = random.below(3) == 0
                        ? Optional.of(new Breaker(0.5 * random.nextDouble(), 20, 1 + random.below(9), 15))
                        : Optional.empty();
                yield new Step.Call(
                        step(stations, random, depth - 1),
                        timeout,
                        retry,
                        hedge,
                        random.below(2) == 0,
                        breaker,
                        fallback);
            }
        };
    }

    static Network network(long seed) {
        var random = new Generator(Generator.mixed(seed + 1));
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < 1 + random.below(4); i++) {
            stations.add(station("s" + i, random));
        }
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < 1 + random.below(3); i++) {
            Arrivals arrivals = switch (random.below(5)) {
                case 0 -> new Arrivals.Regular(0.5 + random.nextDouble());
                case 1 -> new Arrivals.Closed(1 + random.below(6), new Exponential(2));
                case 2 -> new Arrivals.Bursty(0.5 + random.nextDouble(), 5, 10, 100);
                case 3 -> new Arrivals.Diurnal(0.5 + random.nextDouble(), 3, 100, 400);
                default -> new Arrivals.Poisson(0.2 + 1.5 * random.nextDouble());
            };
            paths.add(new Path("p" + i, arrivals, step(stations, random, 3), random.below(3)));
        }
        return new Network(stations, paths);
    }

    private static Plan plan(long seed) {
        var outage = new Outage("s0", 1 + (int) (seed % 2), 500, 900);
        return new Plan(
                seed, new Plan.Horizon.Steady(5_000), Optional.empty(), Load.surge(100, 50, 3, 200), List.of(outage));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyArrivalEndsInExactlyOneWay(long seed) {
        var result = Simulation.run(network(seed), plan(seed));
        long requests = 0;
        for (var path : result.paths().values()) {
            var counts = path.counts();
            long ends = counts.answered() + counts.fallback() + counts.timedOut() + counts.shed() + counts.failed();
            assertThat(ends + counts.running()).isEqualTo(counts.requests());
            if (result.ending() != Result.Ending.SATURATED) {
                assertThat(counts.running()).isZero();
            }
            requests += counts.requests();
        }
        assertThat(requests).isEqualTo(result.requests());
        for (var station : result.stations().values()) {
            assertThat(station.busy()).isBetween(0.0, 1.0);
            assertThat(station.waiting()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameSeedGivesTheSameResultOnAnyThreadAndInAUsedWorkspace(long seed) {
        var alone = Simulation.run(network(seed), plan(seed));
        var elsewhere = CompletableFuture.supplyAsync(() -> {
            var workspace = new Workspace();
            Simulation.run(network(seed + 1), plan(seed), workspace, () -> false);
            return Simulation.run(network(seed), plan(seed), workspace, () -> false);
        });
        assertThat(elsewhere.join()).isEqualTo(alone);
    }

    /// The accounts of the typical and of the slow sum to latencies that lie where those requests do.
    @ParameterizedTest
    @MethodSource("seeds")
    void attributedTimeIsTheWholeLatency(long seed) {
        var result = Simulation.run(network(seed), plan(seed));
        for (var path : result.paths().values()) {
            if (path.latency().isEmpty()
                    || path.warmup() > 0
                    || path.latency().get().p99().value() < 1e-6) {
                continue;
            }
            Attribution.Band slow = path.attribution().slow();
            double share = 0;
            double waiting = 0;
            for (var part : slow.parts()) {
                share += part.share();
                waiting += part.phase() == Attribution.Phase.QUEUE ? part.seconds() : 0;
            }
            assertThat(slow.seconds())
                    .isGreaterThan(0.9 * path.latency().get().p99().value());
            assertThat(share).isCloseTo(1, within(1e-6));
            for (var remark : slow.remarks()) {
                double most = switch (remark.remark()) {
                    case SLOWEST, COLD -> slow.seconds();
                    case BEHIND_LONG, OTHER_FREE, STILL, LATE -> waiting;
                };
                assertThat(remark.seconds()).isBetween(0.0, most * (1 + 1e-9));
            }
        }
    }

    /// A station that one path alone visits: another path beside it must not change a single draw of the
    /// first.
    @ParameterizedTest
    @MethodSource("seeds")
    void aPathBesideItDoesNotShiftAnothersDraws(long seed) {
        var network = network(seed);
        List<Station> stations = new ArrayList<>(network.stations());
        stations.addFirst(Station.of("other", 1, 1, new Service.Each(new Exponential(0.1))));
        Path first = network.paths().getFirst();
        List<Path> paths = List.of(new Path("beside", new Arrivals.Poisson(1), new Step.Visit("other")), first);
        var horizon = new Plan.Horizon.Episode(0, 1_000, 1);
        var plan = new Plan(seed, horizon, Optional.empty(), Load.EVEN, List.of());
        var alone = Simulation.run(new Network(network.stations(), List.of(first)), plan);
        var beside = Simulation.run(new Network(stations, paths), plan);
        assertThat(beside.path(first.name()).counts())
                .isEqualTo(alone.path(first.name()).counts());
        assertThat(beside.path(first.name()).latency())
                .isEqualTo(alone.path(first.name()).latency());
    }

    /// With the same luck, one more replica at each station misses the 90th percentile of before no more often than
    /// before, but for what chance does to the few who meet others there.
    @ParameterizedTest
    @MethodSource("seeds")
    void anotherReplicaIsNoWorse(long seed) {
        List<Station> stations = new ArrayList<>();
        for (Station station : network(seed).stations()) {
            boolean served = station.service() instanceof Service.Each || station.service() instanceof Service.Shared;
            Service service = served ? station.service() : new Service.Each(new Exponential(0.3));
            stations.add(Station.of(station.name(), station.replicas(), station.slots(), service)
                    .with(Balance.LEAST_LOADED));
        }
        List<Station> more = stations.stream()
                .map(each -> each.withReplicas(each.replicas() + 1))
                .toList();
        Path first = network(seed).paths().getFirst();
        List<Path> paths = List.of(new Path("p", new Arrivals.Poisson(0.6), plain(first.step())));
        var horizon = new Plan.Horizon.Episode(0, 10_000, 1);
        var plan = new Plan(seed, horizon, Optional.empty(), Load.EVEN, List.of());
        var before = Simulation.run(new Network(stations, paths), plan).path("p");
        var after = Simulation.run(new Network(more, paths), plan).path("p");
        if (before.latency().isPresent()) {
            assertThat(after.latency()).isPresent();
            double target = before.latency().get().at(0.9).value();
            double noise = 0.02 * target + 1e-9;
            assertThat(after.latency().get().at(0.9).value()).isLessThanOrEqualTo(target + noise);
        }
    }

    /// The step without the policies that may make more work of less waiting.
    private static Step plain(Step step) {
        return switch (step) {
            case Step.Visit visit -> visit;
            case Step.Sequence(var steps) ->
                new Step.Sequence(steps.stream().map(NetworkProperty::plain).toList());
            case Step.Together(var needed, var branches) ->
                new Step.Together(
                        needed, branches.stream().map(NetworkProperty::plain).toList());
            case Step.When(var share, var then, var otherwise) -> new Step.When(share, plain(then), plain(otherwise));
            case Step.Lookup lookup -> new Step.Lookup(lookup.cache(), lookup.refill(), plain(lookup.behind()));
            case Step.Pause pause -> pause;
            case Step.Call call -> plain(call.of());
        };
    }
}
