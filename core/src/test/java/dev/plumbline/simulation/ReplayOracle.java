package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import dev.plumbline.queueing.MarkovQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recorded requests, replayed.
class ReplayOracle {
    private static final double[] AT = {0, 1, 1, 4, 10};

    private static Trace trace(double... at) {
        return new Trace("requests.csv", at, new int[0], new int[0], new double[0]);
    }

    private static List<Double> arrivals(Arrivals arrivals, Load load, int count) {
        Source source = new Source(new Path("ask", arrivals, new Step.Pause(new Constant(0))), 0, load, new Streams(1));
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(source.next);
            source.arrive();
        }
        return times;
    }

    /// Five requests in ten seconds have four distances of 2.5 s; the next round follows after another.
    @Test
    void comesAsItWasRecordedAndOverAgain() {
        Trace trace = trace(AT);
        assertThat(trace.rate()).isEqualTo(0.4);
        assertThat(arrivals(new Arrivals.Replayed(0.4, trace), Load.EVEN, 11))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.0, 1.0, 1.0, 4.0, 10.0, 12.5, 13.5, 13.5, 16.5, 22.5, 25.0);
    }

    @Test
    void isStretchedToAnotherRate() {
        assertThat(arrivals(new Arrivals.Replayed(4, trace(AT)), Load.EVEN, 6))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.0, 0.1, 0.1, 0.4, 1.0, 1.25);
    }

    /// Twice the load from second 2 on: what was recorded after takes half as long.
    @Test
    void followsTheLoad() {
        Load load = new Load(List.of(new Load.Point(2, 1), new Load.Point(2, 2)));
        assertThat(arrivals(new Arrivals.Replayed(0.4, trace(AT)), load, 6))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.0, 1.0, 1.0, 3.0, 6.0, 7.25);
    }

    /// A recording of a Poisson process gives the queue of a Poisson process.
    @Test
    void aRecordedPoissonProcessIsOne() {
        Generator random = new Generator(3);
        double[] at = new double[1_000_000];
        for (int i = 1; i < at.length; i++) {
            at[i] = at[i - 1] + random.nextExponential() / 55;
        }
        var exact = new MarkovQueue(0.8, 1, 1);
        var network = Network.single(
                Station.of("queue", 1, 1, new Service.Each(new Exponential(1))), new Arrivals.Replayed(0.8, trace(at)));
        var latency = Simulation.run(network, Plan.steady(1, 1_000_000))
                .path("queue")
                .latency()
                .orElseThrow();
        assertThat(latency.mean().value()).isCloseTo(exact.meanSojourn(), within(0.03 * exact.meanSojourn()));
    }

    /// One in k of evenly spaced requests, by chance: distances of a geometric number of steps.
    @ParameterizedTest
    @ValueSource(doubles = {2.5, 40})
    void aSampleKeepsTheRateAndTakesEachRowAsOften(double oneIn) {
        double[] at = new double[1001];
        for (int i = 0; i < at.length; i++) {
            at[i] = i;
        }
        Replay replay = new Replay(trace(at), oneIn, new Generator(5));
        int[] taken = new int[at.length];
        double sum = 0;
        double squares = 0;
        int draws = 1_000_000;
        for (int i = 0; i < draws; i++) {
            double distance = replay.next();
            sum += distance;
            squares += distance * distance;
            taken[replay.row]++;
        }
        assertThat(sum / draws).isCloseTo(1, within(0.005));
        // A geometric number with mean k has the variance k (k - 1).
        assertThat(squares / draws - 1).isCloseTo(1 - 1 / oneIn, within(0.01));
        for (int each : taken) {
            assertThat((double) each).isCloseTo(draws / 1001.0, within(0.25 * draws / 1001));
        }
    }

    @Test
    void whatWasRecordedTravelsWithTheRequest() {
        var trace = new Trace(
                "requests.csv", new double[] {0, 1, 2}, new int[] {10, 20, 30}, new int[] {1, 2, 3}, new double[] {
                    0.5, 1.5, 2.5
                });
        var queue = Station.of("queue", 1, 1, new Service.Each(new Constant(100)))
                .with(new Waiting(Integer.MAX_VALUE, Waiting.Order.LIFO));
        Step both = Step.all(List.of(new Step.Visit("queue"), new Step.Visit("queue")));
        var network = new Network(
                List.of(queue),
                List.of(
                        new Path("plain", new Arrivals.Regular(0.001), new Step.Visit("queue")),
                        new Path("ask", new Arrivals.Replayed(1, trace), both)));
        var plan = new Plan(1, new Plan.Horizon.Episode(0, 10, 1), Optional.empty(), Load.EVEN, List.of());
        var engine = new Engine(network, plan, new Streams(1), new Workspace());
        engine.pump(4, 3.5);
        List<String> seen = new ArrayList<>();
        for (int token = 0; token < 12; token++) {
            seen.add("%d %d %.1f"
                    .formatted(engine.marks.prompt(token), engine.marks.output(token), engine.marks.bytes(token)));
        }
        // Four requests, each with its two branches; the fourth is the first row again.
        assertThat(seen)
                .containsExactly(
                        "10 1 0.5",
                        "10 1 0.5",
                        "10 1 0.5",
                        "20 2 1.5",
                        "20 2 1.5",
                        "20 2 1.5",
                        "30 3 2.5",
                        "30 3 2.5",
                        "30 3 2.5",
                        "10 1 0.5",
                        "10 1 0.5",
                        "10 1 0.5");
    }

    @Test
    void aTraceIsAscendingFromZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> trace(0));
        assertThatIllegalArgumentException().isThrownBy(() -> trace(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> trace(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> trace(0, 2, 1));
    }
}
