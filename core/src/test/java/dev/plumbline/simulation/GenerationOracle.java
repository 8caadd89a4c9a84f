package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.probability.Streams;
import dev.plumbline.queueing.ConstantServiceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Writing tokens against taking every step by itself, and against the queues it becomes at its ends.
class GenerationOracle {
    /// A pace that is linear in everything.
    record Linear(double fixed, double perToken, double perSampled, double perCachedToken, double perPair)
            implements Pace {
        @Override
        public double linear(int tokens) {
            return perToken * tokens;
        }

        @Override
        public double head(int sampled) {
            return perSampled * sampled;
        }
    }

    static final Pace PLAUSIBLE = new Linear(8e-3, 2e-5, 5e-6, 4e-8, 2e-10);

    static Service.Generation service(
            Distribution prompt, Distribution output, Pace pace, int chunk, Service.Prefill prefill, int blocks) {
        return new Service.Generation(
                new Service.Lengths(prompt, output, 0),
                Service.Reuse.NONE,
                pace,
                chunk,
                prefill,
                new Service.Room(blocks, 1 << 20));
    }

    private record Case(Service.Generation service, int slots, double rate, double seconds) {}

    /// Loads from idle to far beyond what the replica can do, caches from roomy to too small for the batch.
    private static Case drawn(long seed) {
        var random = new Generator(Generator.mixed(seed + 99));
        double prompt = 20 + 400 * random.nextDouble();
        double output = 5 + 120 * random.nextDouble();
        int slots = 1 + random.below(24);
        int chunk = Math.max(slots, 16 << random.below(6));
        int blocks = 16 + (int) (slots * (prompt + output) / 16 * (0.3 + 1.2 * random.nextDouble()));
        Service.Reuse reuse = random.below(2) == 0
                ? Service.Reuse.NONE
                : new Service.Reuse(random.below(80), 0.6 * random.nextDouble());
        Service.Prefill prefill = random.below(2) == 0 ? Service.Prefill.CHUNKED : Service.Prefill.FIRST;
        var service = new Service.Generation(
                new Service.Lengths(
                        Lognormal.of(prompt, 3 * random.nextDouble()),
                        Lognormal.of(output, 2 * random.nextDouble()),
                        random.below(2) * 0.5),
                reuse,
                PLAUSIBLE,
                chunk,
                prefill,
                new Service.Room(blocks, 2_000));
        double most = GenerationCapacity.computed(service, slots);
        double rate = most * (0.1 + 1.5 * random.nextDouble());
        return new Case(service, slots, rate, 200 / rate);
    }

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    /// The requests that the engine will draw.
    private static List<StepByStep.Request> requests(Network network, Case tried, long seed) {
        var streams = new Streams(seed);
        var program = Program.of(network, streams);
        var source = new Source(network.paths().getFirst(), 0, Load.EVEN, streams);
        var lengths = new Lengths(tried.service.lengths());
        var generator = new Generator(0);
        int longest = Math.min(
                tried.service.room().longest(),
                16 * (tried.service.room().blocks() - tried.service.reuse().prefix() / 16));
        List<StepByStep.Request> found = new ArrayList<>();
        while (source.next <= tried.seconds) {
            double arrival = source.next;
            generator.restart(source.luck() ^ program.salt[program.entries[0]]);
            source.arrive();
            lengths.draw(generator);
            if (lengths.prompt < longest) {
                found.add(new StepByStep.Request(
                        arrival, lengths.prompt, Math.min(lengths.output, longest - lengths.prompt)));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void manyStepsAtOnceAreStepsOneByOne(long seed) {
        Case tried = drawn(seed);
        var network = Network.single(
                Station.of("llm", 1, tried.slots, tried.service).with(Waiting.atMost(1 << 20)),
                new Arrivals.Poisson(tried.rate));
        var requests = requests(network, tried, seed);
        var plainly = new StepByStep(tried.service, tried.slots);
        plainly.run(requests);

        var horizon = new Plan.Horizon.Episode(0, tried.seconds, 1);
        var result = Simulation.run(network, new Plan(seed, horizon, Optional.empty(), Load.EVEN, List.of()));
        var path = result.path("llm");
        assertThat(path.counts().answered()).isEqualTo(requests.size());
        var station = result.station("llm");
        if (station.saturated().isPresent() || requests.isEmpty()) {
            return;
        }
        double latency = requests.stream()
                .mapToDouble(each -> each.end - each.arrival)
                .average()
                .orElseThrow();
        double first = requests.stream()
                .mapToDouble(each -> each.first - each.arrival)
                .average()
                .orElseThrow();
        var written = station.written().orElseThrow();
        assertThat(path.latency().orElseThrow().mean().value()).isCloseTo(latency, within(1e-9 * latency));
        assertThat(written.first().mean().value()).isCloseTo(first, within(1e-9 * first));
        requests.stream()
                .filter(each -> each.output > 1)
                .mapToDouble(each -> (each.end - each.first) / (each.output - 1))
                .average()
                .ifPresent(between -> assertThat(
                                written.between().orElseThrow().mean().value())
                        .isCloseTo(between, within(1e-9 * between)));
        assertThat(written.preempted() * station.visits()).isCloseTo(plainly.preempted, within(1e-6));
    }

    /// The cases above are worth trying: among them are batches, crowded caches and queues that only grow.
    @Test
    void theTriedLoadsHoldAllThatCanHappen() {
        int crowded = 0;
        int overloaded = 0;
        for (long seed = 0; seed < 80; seed++) {
            Case tried = drawn(seed);
            var network =
                    Network.single(Station.of("llm", 1, tried.slots, tried.service), new Arrivals.Poisson(tried.rate));
            var plainly = new StepByStep(tried.service, tried.slots);
            var requests = requests(network, tried, seed);
            plainly.run(requests);
            crowded += plainly.preempted > 0 ? 1 : 0;
            double last = requests.stream().mapToDouble(each -> each.end).max().orElse(0);
            overloaded += last > 1.2 * tried.seconds ? 1 : 0;
        }
        assertThat(crowded).isGreaterThan(30);
        assertThat(overloaded).isGreaterThan(10);
    }

    private static Station alone(Distribution prompt, Distribution output, Pace pace) {
        return Station.of("llm", 1, 1, service(prompt, output, pace, 4096, Service.Prefill.CHUNKED, 1 << 20));
    }

    /// One sequence at a time is one server: each answer takes one step for each of its tokens, the first of which
    /// reads the prompt.
    @ParameterizedTest
    @CsvSource({"0.3", "0.7", "0.9"})
    void oneSequenceAtATimeIsAQueueWithConstantService(double load) {
        double step = 0.01;
        var station = alone(new Constant(100), new Constant(50), new Linear(step, 0, 0, 0, 0));
        var exact = new ConstantServiceQueue(load / 0.5, 0.5);
        var result = SingleStationOracle.run(Network.single(station, new Arrivals.Poisson(load / 0.5)), 3, 400_000);
        assertThat(result.station("llm").waiting()).isCloseTo(exact.meanWait(), within(0.03 * exact.meanWait() + 1e-4));
        var written = result.station("llm").written().orElseThrow();
        assertThat(written.first().mean().value())
                .isCloseTo(exact.meanWait() + step, within(0.03 * exact.meanWait() + 1e-4));
        assertThat(written.between().orElseThrow().at(0.99).value()).isCloseTo(step, within(0.01 * step));
        assertThat(result.station("llm").busy()).isCloseTo(load, within(0.01));
        assertThat(result.station("llm").offered()).isCloseTo(load, within(0.02));
    }

    /// Pollaczek and Khinchine, with a prompt whose reading takes time and answers of varying length.
    @Test
    void oneSequenceAtATimeIsAQueueWithGeneralService() {
        var output = Lognormal.of(80, 1.2);
        var pace = new Linear(0.005, 2e-5, 0, 0, 0);
        double rate = 1.4;
        double mean = 0;
        double squares = 0;
        int draws = 400_000;
        for (int i = 0; i < draws; i++) {
            int tokens = (int) Math.max(1, Math.rint(output.quantile((i + 0.5) / draws)));
            double seconds = 0.005 + 2e-5 * 300 + (tokens - 1) * (0.005 + 2e-5);
            mean += seconds / draws;
            squares += seconds * seconds / draws;
        }
        double exact = rate * squares / (2 * (1 - rate * mean));
        var result = SingleStationOracle.run(
                Network.single(alone(new Constant(300), output, pace), new Arrivals.Poisson(rate)), 5, 1_000_000);
        assertThat(result.station("llm").waiting()).isCloseTo(exact, within(0.04 * exact));
    }

    /// With room for all and steps that take the same whatever is in them, nobody delays anybody: an answer takes its
    /// own steps after the one under way at its arrival.
    @Test
    void roomForAllIsNoQueueAtAll() {
        double step = 0.01;
        var service = service(
                new Constant(64),
                new Constant(40),
                new Linear(step, 0, 0, 0, 0),
                1 << 16,
                Service.Prefill.CHUNKED,
                1 << 20);
        var result = SingleStationOracle.run(
                Network.single(Station.of("llm", 1, 512, service), new Arrivals.Poisson(100)), 7, 200_000);
        var written = result.station("llm").written().orElseThrow();
        assertThat(written.first().mean().value()).isCloseTo(1.5 * step, within(0.01 * step));
        assertThat(result.path("llm").latency().orElseThrow().mean().value())
                .isCloseTo(40.5 * step, within(0.01 * step));
        assertThat(result.station("llm").batch()).isCloseTo(100 * 40 * step, within(0.5));
    }

    /// What it can do is found by working at the limit: twice as much as that never ends.
    @ParameterizedTest
    @CsvSource({"CHUNKED, 512", "CHUNKED, 64", "FIRST, 2048"})
    void moreThanItCanDoIsSaidWithTheRatio(Service.Prefill prefill, int chunk) {
        var service = service(new Exponential(600), new Exponential(120), PLAUSIBLE, chunk, prefill, 2_000);
        Station station = Station.of("llm", 2, 32, service);
        double most = throughput(station, 1_000);
        var calm = SingleStationOracle.run(Network.single(station, new Arrivals.Poisson(0.8 * most)), 3, 40_000);
        assertThat(calm.ending()).isNotEqualTo(Result.Ending.SATURATED);
        assertThat(calm.station("llm").written()).isPresent();
        for (double ratio : new double[] {1.15, 2}) {
            var result =
                    SingleStationOracle.run(Network.single(station, new Arrivals.Poisson(ratio * most)), 3, 40_000);
            assertThat(result.ending()).isEqualTo(Result.Ending.SATURATED);
            assertThat(result.station("llm").saturated().orElseThrow().ratio()).isCloseTo(ratio, within(0.06 * ratio));
            assertThat(result.path("llm").latency()).isEmpty();
        }
    }

    /// Answers a second when there is always somebody who waits.
    private static double throughput(Station station, double rate) {
        var limited = station.with(Waiting.atMost(200));
        var result = SingleStationOracle.run(Network.single(limited, new Arrivals.Poisson(rate)), 11, 2_000_000);
        return result.path("llm").counts().answered() / result.seconds();
    }
}
