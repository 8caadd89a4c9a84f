package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Lognormal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls, limits, pauses and losses around a station that writes tokens.
class GenerationPolicyTest {
    private static final double STEP = 0.01;
    private static final Pace EVEN = new GenerationOracle.Linear(STEP, 0, 0, 0, 0);

    private static Station station(int slots, int output) {
        return Station.of(
                "llm",
                1,
                slots,
                GenerationOracle.service(
                        new Constant(32), new Constant(output), EVEN, 1024, Service.Prefill.CHUNKED, 10_000));
    }

    private static Result run(Station station, Arrivals arrivals, Step step, long requests) {
        return Simulation.run(
                new Network(List.of(station), List.of(new Path("ask", arrivals, step))), Plan.steady(1, requests));
    }

    @Test
    void anAnswerThatTakesTooLongIsAFallback() {
        var call = new Step.Call(new Step.Visit("llm"), 0.5).cancelling().orElse(new Step.Sequence());
        var result = run(station(8, 100), new Arrivals.Poisson(2), call, 20_000);
        assertThat(result.path("ask").counts().fallback()).isEqualTo(20_000);
        assertThat(result.path("ask").latency().orElseThrow().at(0.5).value()).isCloseTo(0.5, within(0.005));
    }

    /// Callers give up after half of what an answer takes. With their work dropped the places are free again for the
    /// next; without, the station is full of answers that nobody reads.
    @Test
    void aCallerWhoHangsUpFreesThePlace() {
        var kept = new Step.Call(new Step.Visit("llm"), 0.5).orElse(new Step.Sequence());
        var busy = run(station(8, 100), new Arrivals.Poisson(6), kept, 20_000);
        var freed = run(station(8, 100), new Arrivals.Poisson(6), kept.cancelling(), 20_000);
        assertThat(busy.station("llm").busy()).isCloseTo(0.75, within(0.03));
        assertThat(freed.station("llm").busy()).isCloseTo(0.38, within(0.03));
    }

    @Test
    void aHedgeAnswersSoonerWhereOneReplicaPauses() {
        var replicas = station(8, 20)
                .withReplicas(6)
                .with(new Hiccups(5, new Constant(2)))
                .with(Balance.LEAST_LOADED);
        var plain = run(replicas, new Arrivals.Poisson(2), new Step.Visit("llm"), 20_000);
        var hedged = new Step.Call(new Step.Visit("llm"), Double.POSITIVE_INFINITY)
                .with(Hedge.afterSeconds(0.3))
                .cancelling();
        var result = run(replicas, new Arrivals.Poisson(2), hedged, 20_000);
        assertThat(result.path("ask").latency().orElseThrow().at(0.95).value())
                .isLessThan(
                        0.6 * plain.path("ask").latency().orElseThrow().at(0.95).value());
    }

    /// A pause of two seconds holds up every step that it meets, and is booked as such.
    @Test
    void aPauseHoldsUpTheWholeBatch() {
        var paused = station(64, 100).with(new Hiccups(18, new Constant(2)));
        var result = run(paused, new Arrivals.Regular(1), new Step.Visit("llm"), 50_000);
        var latency = result.path("ask").latency().orElseThrow();
        assertThat(latency.at(0.5).value()).isCloseTo(1.005, within(0.02));
        // An answer takes a second: it is held up whole when a pause begins within it, one in twenty seconds, and in
        // part when it comes during one, as two in twenty seconds do.
        assertThat(latency.mean().value()).isCloseTo(1.005 + 2.0 / 20 + 2.0 / 20 * 1, within(0.02));
        double held = result.path("ask").attribution().slow().parts().stream()
                .filter(part -> part.phase() == Attribution.Phase.HICCUP)
                .mapToDouble(Attribution.Part::seconds)
                .sum();
        assertThat(held).isBetween(1.0, 2.1);
    }

    @Test
    void aFullQueueShedsAndNothingElseDoes() {
        var limited = station(4, 100).with(Waiting.atMost(2));
        var calm = run(limited, new Arrivals.Poisson(0.5), new Step.Visit("llm"), 20_000);
        var busy = run(limited, new Arrivals.Poisson(40), new Step.Visit("llm"), 20_000);
        assertThat(calm.path("ask").counts().shed()).isLessThan(100);
        assertThat(busy.path("ask").counts().shed() / 20_000.0).isCloseTo(0.9, within(0.02));
        assertThat(busy.station("llm").queue()).isLessThan(2.5);
    }

    @Test
    void aLostReplicaFailsWhatItHeldAndComesBackEmpty() {
        var plan = new Plan(
                5,
                new Plan.Horizon.Episode(0, 100, 1),
                Optional.empty(),
                Load.EVEN,
                List.of(new Outage("llm", 1, 40, 60)));
        var network = new Network(
                List.of(station(64, 100)), List.of(new Path("ask", new Arrivals.Regular(10), new Step.Visit("llm"))));
        var counts = Simulation.run(network, plan).path("ask").counts();
        // Ten were being written, and two hundred came meanwhile.
        assertThat(counts.failed()).isBetween(205L, 215L);
        assertThat(counts.answered()).isEqualTo(counts.requests() - counts.failed());
    }

    @Test
    void aPromptThatIsTooLongFailsAndALongAnswerIsCutOff() {
        var service = new Service.Generation(
                new Service.Lengths(new Constant(600), new Constant(1_000), 0),
                Service.Reuse.NONE,
                EVEN,
                1024,
                Service.Prefill.CHUNKED,
                new Service.Room(1_000, 700));
        var cut = run(Station.of("llm", 1, 4, service), new Arrivals.Regular(0.1), new Step.Visit("llm"), 100);
        assertThat(cut.path("ask").latency().orElseThrow().mean().value()).isCloseTo(100 * STEP, within(1e-9));
        var small = new Service.Generation(
                service.lengths(), service.reuse(), EVEN, 1024, service.prefill(), new Service.Room(10, 700));
        var failed = run(Station.of("llm", 1, 4, small), new Arrivals.Regular(0.1), new Step.Visit("llm"), 100);
        assertThat(failed.path("ask").counts().failed()).isEqualTo(100);
    }

    @Test
    void weightsThatDoNotFitAnswerNothing() {
        var none = new Service.Generation(
                new Service.Lengths(new Constant(6), new Constant(10), 0),
                Service.Reuse.NONE,
                EVEN,
                1024,
                Service.Prefill.CHUNKED,
                new Service.Room(0, 700));
        var result = run(Station.of("llm", 1, 4, none), new Arrivals.Regular(1), new Step.Visit("llm"), 1_000);
        assertThat(result.path("ask").counts().failed()).isEqualTo(1_000);
        assertThat(result.station("llm").busy()).isZero();
    }

    /// Last come, first served: who comes while others wait is next.
    @Test
    void theOrderOfTheQueueIsKept() {
        var fifo = station(2, 50).with(new Waiting(1_000, Waiting.Order.FIFO));
        var lifo = station(2, 50).with(new Waiting(1_000, Waiting.Order.LIFO));
        var one = run(fifo, new Arrivals.Poisson(3.8), new Step.Visit("llm"), 100_000);
        var other = run(lifo, new Arrivals.Poisson(3.8), new Step.Visit("llm"), 100_000);
        assertThat(other.station("llm").waiting())
                .isCloseTo(
                        one.station("llm").waiting(),
                        within(0.1 * one.station("llm").waiting()));
        assertThat(other.path("ask").latency().orElseThrow().at(0.5).value())
                .isLessThan(one.path("ask").latency().orElseThrow().at(0.5).value());
    }

    /// A prefix that all share is neither read nor kept again.
    @Test
    void aSharedPrefixSavesReadingAndRoom() {
        var pace = new GenerationOracle.Linear(1e-3, 1e-4, 0, 0, 0);
        var lengths = new Service.Lengths(new Constant(1_600), new Constant(20), 0);
        var room = new Service.Room(1_000, 4_000);
        var fresh = new Service.Generation(lengths, Service.Reuse.NONE, pace, 2048, Service.Prefill.CHUNKED, room);
        var shared =
                new Service.Generation(lengths, new Service.Reuse(1_440, 0), pace, 2048, Service.Prefill.CHUNKED, room);
        var arrivals = new Arrivals.Regular(1);
        var one = run(Station.of("llm", 1, 64, fresh), arrivals, new Step.Visit("llm"), 1_000)
                .station("llm");
        var other = run(Station.of("llm", 1, 64, shared), arrivals, new Step.Visit("llm"), 1_000)
                .station("llm");
        assertThat(one.written().orElseThrow().first().mean().value()).isCloseTo(0.161, within(1e-9));
        assertThat(other.written().orElseThrow().first().mean().value()).isCloseTo(0.017, within(1e-9));
        assertThat(other.busy()).isLessThan(0.2 * one.busy());
    }

    /// Two lengths that go together make long ones longer and the mean the same.
    @Test
    void correlatedLengthsKeepTheirMeans() {
        var apart = longAnswers(0);
        var together = longAnswers(0.9);
        assertThat(together.mean().value())
                .isCloseTo(apart.mean().value(), within(0.02 * apart.mean().value()));
        assertThat(together.at(0.99).value()).isGreaterThan(1.1 * apart.at(0.99).value());
    }

    private static Result.Latency longAnswers(double correlation) {
        var pace = new GenerationOracle.Linear(1e-3, 1e-4, 0, 0, 0);
        var lengths = new Service.Lengths(Lognormal.of(1_000, 1), Lognormal.of(100, 1), correlation);
        var service = new Service.Generation(
                lengths,
                Service.Reuse.NONE,
                pace,
                1 << 20,
                Service.Prefill.CHUNKED,
                new Service.Room(1 << 20, 1 << 24));
        return run(Station.of("llm", 1, 64, service), new Arrivals.Regular(0.2), new Step.Visit("llm"), 50_000)
                .path("ask")
                .latency()
                .orElseThrow();
    }

    @Test
    void whoComesLaterMakesRoom() {
        var service = GenerationOracle.service(
                new Exponential(200), new Exponential(200), EVEN, 1024, Service.Prefill.CHUNKED, 200);
        var result = run(
                Station.of("llm", 1, 64, service).with(Waiting.atMost(500)),
                new Arrivals.Poisson(10),
                new Step.Visit("llm"),
                20_000);
        assertThat(result.station("llm").written().orElseThrow().preempted()).isGreaterThan(0.05);
        assertThat(result.path("ask").counts().answered()).isGreaterThan(1_000);
    }
}
