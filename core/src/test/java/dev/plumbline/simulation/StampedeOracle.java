package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.caching.Popularity;
import dev.plumbline.caching.Refill;
import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Generator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cache that is emptied, against a cache of real keys in front of the same store.
final class StampedeOracle {
    private static final int KEYS = 5_000;
    private static final int ENTRIES = 2_000;
    private static final double SKEW = 1;
    private static final double RATE = 500;
    private static final double FLUSH = 5;
    private static final double END = 35;
    private static final double SERVICE = 0.02;
    private static final int SEEDS = 20;

    private static final Refill REFILL = Refill.lru(Popularity.zipf(KEYS, SKEW), ENTRIES);

    private static Network network(int servers, Waiting waiting) {
        Station cache = Station.of("cache", 1, 1000, new Service.Each(new Constant(1e-4)));
        Station store = new Station(
                "store",
                1,
                servers,
                new Service.Each(new Exponential(SERVICE)),
                Balance.RANDOM,
                waiting,
                Optional.empty(),
                Optional.empty(),
                Pacing.EVEN,
                0);
        return new Network(
                List.of(cache, store),
                List.of(new Path(
                        "read",
                        new Arrivals.Poisson(RATE),
                        new Step.Sequence(
                                new Step.Visit("cache"), new Step.Lookup("cache", REFILL, new Step.Visit("store"))))));
    }

    private static Result run(int seed, int servers, Waiting waiting, double from, double to, boolean flush) {
        Plan plan = new Plan(seed, new Plan.Horizon.Episode(from, to, 1), Optional.empty(), Load.EVEN, List.of());
        return Simulation.run(
                network(servers, waiting), flush ? plan.flushing(List.of(new Flush("cache", FLUSH, 1))) : plan);
    }

    /// Visits to the store from the flush until the end.
    private static double misses(int servers, Waiting waiting, double to) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += run(seed, servers, waiting, 0, to, true).station("store").visits()
                    - run(seed, servers, waiting, 0, FLUSH, false)
                            .station("store")
                            .visits();
        }
        return sum / SEEDS;
    }

    /// The same with real keys, of which one that is asked for is known once the store has answered.
    private static double missesOfRealKeys(int servers, int limit, double to) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += missesOfRealKeys(new Generator(Generator.mixed(seed)), servers, limit, to);
        }
        return sum / SEEDS;
    }

    private static double missesOfRealKeys(Generator luck, int servers, int limit, double to) {
        double[] upTo = new double[KEYS];
        for (int i = 0; i < KEYS; i++) {
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + Math.pow(i + 1, -SKEW);
        }
        boolean[] known = new boolean[KEYS];
        double[] free = new double[servers];
        PriorityQueue<double[]> answers = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        int misses = 0;
        for (double now = luck.nextExponential() / RATE; now < to - FLUSH; now += luck.nextExponential() / RATE) {
            while (!answers.isEmpty() && answers.peek()[0] <= now) {
                known[(int) answers.poll()[1]] = true;
            }
            int found = Arrays.binarySearch(upTo, luck.nextDouble() * upTo[KEYS - 1]);
            int key = found < 0 ? -found - 1 : found;
            if (!known[key]) {
                misses++;
                if (answers.size() < servers + (long) limit) {
                    Arrays.sort(free);
                    free[0] = Math.max(free[0], now) + SERVICE * luck.nextExponential();
                    answers.add(new double[] {free[0], key});
                }
            }
        }
        return misses;
    }

    /// So short that nothing is dropped from the cache again, as the real keys are not.
    private static final double SHORT = FLUSH + 4;

    @ParameterizedTest
    @ValueSource(ints = {40, 8, 4})
    void asManyMissesReachTheStoreAsWithRealKeys(int servers) {
        double real = missesOfRealKeys(servers, Integer.MAX_VALUE, SHORT);
        assertThat(misses(servers, Waiting.UNLIMITED, SHORT)).isCloseTo(real, within(0.03 * real));
    }

    @Test
    void aStoreThatTurnsRequestsAwayFillsItsCacheLater() {
        double real = missesOfRealKeys(4, 10, SHORT);
        double patient = misses(40, Waiting.UNLIMITED, SHORT);
        assertThat(misses(4, new Waiting(10, Waiting.Order.FIFO), SHORT)).isCloseTo(real, within(0.03 * real));
        assertThat(real).isGreaterThan(1.05 * patient);
    }

    @Test
    void aStoreSizedForMissesOfAWarmCacheIsFloodedAndRecovers() {
        double warm = RATE * (1 - REFILL.warm()) * SERVICE;
        int servers = (int) Math.ceil(warm / 0.6);
        var before = run(1, servers, Waiting.UNLIMITED, 0, END, false).path("read");
        var during = run(1, servers, Waiting.UNLIMITED, FLUSH, FLUSH + 10, true).path("read");
        var after = run(1, servers, Waiting.UNLIMITED, END, END + 20, true).path("read");
        double usual = before.latency().orElseThrow().p99().value();
        assertThat(during.latency().orElseThrow().p99().value()).isGreaterThan(10 * usual);
        assertThat(after.latency().orElseThrow().p99().value()).isCloseTo(usual, within(0.25 * usual));
    }

    @Test
    void untilItIsEmptiedItIsWarm() {
        Result result = run(1, 40, Waiting.UNLIMITED, 0, 200, false);
        double missed = (double) result.station("store").visits()
                / result.station("cache").visits();
        assertThat(missed).isCloseTo(1 - REFILL.warm(), within(0.005));
    }

    @Test
    void aSampleOfTheRequestsFillsItAsFast() {
        double all = misses(40, Waiting.UNLIMITED, END);
        Network thinned = new Network(
                network(40, Waiting.UNLIMITED).stations(),
                network(40, Waiting.UNLIMITED).paths().stream()
                        .map(path -> new Path(path.name(), path.arrivals().thinned(10), path.step()))
                        .toList());
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Plan plan = new Plan(seed, new Plan.Horizon.Episode(0, END, 1), Optional.empty(), Load.EVEN, List.of());
            sum += Simulation.run(thinned, plan.flushing(List.of(new Flush("cache", FLUSH, 10))))
                    .station("store")
                    .visits();
        }
        double warm = FLUSH * RATE * (1 - REFILL.warm());
        assertThat(10 * sum / SEEDS - warm).isCloseTo(all, within(0.05 * all));
    }
}
