package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class MenderTest {
    /// Two causes at once: a batch waits for more than it needs to, and without that wait its replicas have too much to
    /// do. A third replica can be paid for, a fourth cannot.
    private static final String TWO_KNOBS = """
            design: two-knobs
            workload: {rank: {rate: 690 .. 710 req/s}}   # as measured
            components:
              ranker:
                kind: model
                replicas: 2          # what the budget allowed
                price: 300 USD/month
                batch: {max: 8, wait: 40 ms, time: 5 ms + 1 ms * size}
            paths: {rank: [ranker]}
            requirements:
              quick: {must: p95 latency of rank <= 18 ms}
              cheap: {must: cost <= 1000 USD/month}
            """;

    private static final String ONE_KNOB = """
            design: one-knob
            workload: {ask: {rate: 90 req/s}}
            components:
              server: {kind: service, replicas: 2, price: 50 USD/month, time: {exponential: 20 ms}}
            paths: {ask: [server]}
            requirements:
              quick: {must: p95 latency of ask <= 110 ms}
            """;

    private static final Mends TWO_KNOBS_MENDED = Clinic.mend(TWO_KNOBS);

    @Test
    void noSingleKnobMendsTwoCauses() {
        var sites = new Sites(Clinic.bundle(TWO_KNOBS));
        List<Move> moves = Neighbours.of(Clinic.read(TWO_KNOBS), sites, "quick");
        assertThat(moves).hasSizeGreaterThan(10);
        for (Move move : moves) {
            String mended = Patch.of(move.edits())
                    .orElseThrow()
                    .texts()
                    .values()
                    .iterator()
                    .next();
            boolean both = Clinic.verdict(mended, "quick").status() == Status.MET
                    && Clinic.verdict(mended, "cheap").status() == Status.MET;
            assertThat(both).as(move.words()).isFalse();
        }
    }

    @Test
    void twoKnobsTogetherAreFound() {
        assertThat(Clinic.verdict(TWO_KNOBS, "quick").status()).isEqualTo(Status.MISSED);
        Mends mends = TWO_KNOBS_MENDED;
        assertThat(mends.tried().end()).isEqualTo(Mends.End.COMPLETE);
        assertThat(mends.mends()).isNotEmpty().allMatch(Mend::confirmed);
        assertThat(mends.mends())
                .filteredOn(mend -> mend.after().status() == Status.MET)
                .anySatisfy(mend -> assertThat(mend.moves())
                        .extracting(Move::what)
                        .contains("replicas of ranker", "batch wait of ranker"));
    }

    @Test
    void whatIsProposedHoldsWhenItIsApplied() {
        for (Mend mend : TWO_KNOBS_MENDED.mends()) {
            String mended = Clinic.mended(mend);
            assertThat(mended).contains("# as measured").contains("# what the budget allowed");
            assertThat(Clinic.verdict(mended, "quick").chance())
                    .isEqualTo(mend.after().chance());
            assertThat(Clinic.verdict(mended, "cheap").status()).isEqualTo(Status.MET);
        }
    }

    @Test
    void aMendThatBreaksAnotherRequirementIsDroppedAndTold() {
        Mends mends = TWO_KNOBS_MENDED;
        assertThat(mends.tried().hurting()).isPositive();
        assertThat(mends.tried().hurt()).containsExactly("cheap");
    }

    @Test
    void noneOfTheMendsIsBeatenInGainAndCost() {
        List<Mend> mends = Clinic.mend(ONE_KNOB).mends();
        assertThat(mends).hasSizeGreaterThan(1);
        for (Mend one : mends) {
            assertThat(mends)
                    .as(one.moves().toString())
                    .noneMatch(other -> cost(other) < cost(one)
                            && chance(other) > chance(one)
                            && one.assumes().containsAll(other.assumes()));
        }
    }

    @Test
    void aComponentThatGetsTooMuchGetsReplicasAndNoMoreThanItNeeds() {
        String overloaded = ONE_KNOB.replace("90 req/s", "230 req/s").replace("110 ms", "500 ms");
        // 230 req/s of 20 ms are 4.6 servers' work: 5 are too near to that, and 3 * 2 are more than enough.
        assertThat(Clinic.mend(overloaded).mends())
                .filteredOn(mend -> mend.after().status() == Status.MET)
                .flatExtracting(Mend::moves)
                .flatExtracting(move -> move.copies().stream().toList())
                .isNotEmpty()
                .allSatisfy(copies -> assertThat(copies.to()).isBetween(5, 6));
    }

    private static double chance(Mend mend) {
        return mend.after().chance().orElseThrow();
    }

    private static double cost(Mend mend) {
        return mend.cost().orElseThrow().interval().value();
    }

    @Test
    void theSameSeedGivesTheSameMends() {
        assertThat(Clinic.mend(ONE_KNOB)).isEqualTo(Clinic.mend(ONE_KNOB));
    }

    @Test
    void whatIsMetNeedsNoMend() {
        Mends mends = Clinic.mend(ONE_KNOB.replace("110 ms", "2 s"));
        assertThat(mends.before()).isEmpty();
        assertThat(mends.mends()).isEmpty();
    }

    @Test
    void aSmallBudgetSaysWhatItLeftOut() {
        Mends mends = Clinic.mend(ONE_KNOB, new Effort(Duration.ofHours(1), 300_000), Progress.SILENT);
        assertThat(mends.tried().end()).isEqualTo(Mends.End.SPENT);
        assertThat(mends.tried().skipped()).isPositive();
    }

    /// The clock goes on by 0.1 s whenever somebody looks at it, so that the time runs out long before the work.
    @Test
    void theBudgetIsKeptAndLeavesTimeToConfirm() {
        AtomicInteger looked = new AtomicInteger();
        Supplier<Duration> clock = () -> Duration.ofMillis(100L * looked.incrementAndGet());
        Mends mends = Clinic.mend(ONE_KNOB, new Effort(Duration.ofSeconds(20), 1_000_000_000), Progress.SILENT, clock);
        assertThat(mends.tried().end()).isEqualTo(Mends.End.SPENT);
        assertThat(mends.tried().skipped()).isPositive();
        assertThat(mends.mends()).isNotEmpty().allMatch(Mend::confirmed);
        assertThat(looked.get() * 0.1).isLessThan(20.5);
    }

    @Test
    void everyKnobOfAComponentIsTurned() {
        String design = """
            design: knobs
            workload: {ask: {rate: 90 req/s}}
            components:
              server:
                kind: service
                replicas: 2
                time: {exponential: 20 ms}
                scale: {on: busy > 60 %, from: 2, to: 3, after: 1 min}
              items: {kind: cache, hit: 92 %, time: 1 ms, behind: server, queue: {limit: 50}}
            paths: {ask: [items]}
            requirements: {quick: {must: p95 latency of ask <= 110 ms}}
            """;
        assertThat(Neighbours.of(Clinic.read(design), new Sites(Clinic.bundle(design)), "quick"))
                .extracting(Move::words)
                .contains(
                        "hit of items: 92 % → 96 %",
                        "hit of items: 92 % → 98.4 %",
                        "queue limit of items: 50 → 100",
                        "queue limit of server: none → 20",
                        "scale from of server: 2 → 3",
                        "scale on of server: busy > 60 % → busy > 45 %",
                        "hedge of items in ask: none → p95")
                .doesNotContain(
                        "queue limit of items: none → 20", "scale from of server: 2 → 4", "replicas of server: 2 → 3");
    }

    @Test
    void anInterruptedSearchGivesTheBestSoFar() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void done(String what, int done, int of) {
                if (what.equals("trying pairs")) {
                    asked.set(1);
                }
            }

            @Override
            public boolean interrupted() {
                return asked.get() > 0;
            }
        };
        Mends mends = Clinic.mend(ONE_KNOB, new Effort(Duration.ofHours(1), 1_000_000_000), impatient);
        assertThat(mends.tried().end()).isEqualTo(Mends.End.INTERRUPTED);
        assertThat(mends.mends()).isNotEmpty().noneMatch(Mend::confirmed);
    }
}
