package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No token is lost and none is made up, and what is kept never exceeds the cache. A pace of one second a token makes
/// the time that a replica works the number of tokens that went through the model.
class ContinuousBatchProperty {
    private static final Pace A_SECOND_EACH = new GenerationOracle.Linear(0, 1, 0, 0, 0);

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static final class Run {
        final Generator random;
        final Sequences sequences = new Sequences();
        final ContinuousBatch batch;
        final int blocks;
        final int requests;
        final int parts;
        final List<Integer> open = new ArrayList<>();
        long least;
        long written;
        double worked;
        int answered;

        Run(long seed) {
            random = new Generator(Generator.mixed(seed + 5));
            blocks = 24 + random.below(80);
            requests = 40 + random.below(80);
            parts = 2 << random.below(5);
            int slots = 1 + random.below(20);
            var service = new Service.Generation(
                    new Service.Lengths(new Constant(1), new Constant(1), 0),
                    Service.Reuse.NONE,
                    A_SECOND_EACH,
                    Math.max(slots, 8 << random.below(6)),
                    random.below(2) == 0 ? Service.Prefill.CHUNKED : Service.Prefill.FIRST,
                    new Service.Room(blocks, 1 << 20));
            var station = Station.of("llm", 1, slots, service);
            batch = new ContinuousBatch(station, service, sequences, new StepTimes(A_SECOND_EACH), new Tokens(), false);
        }

        void arrive(int token) {
            int longest = blocks * Service.Generation.BLOCK;
            sequences.hold(token);
            sequences.prompt[token] = 1 + random.below(longest / parts);
            sequences.output[token] = 1 + random.below(longest / parts);
            sequences.reused[token] = 0;
            sequences.shared[token] = 0;
            sequences.made[token] = 0;
            sequences.length[token] = 0;
            sequences.blocks[token] = 0;
            sequences.first[token] = Double.NaN;
            sequences.started[token] = Double.NaN;
            sequences.turn[token] = token;
            least += sequences.prompt[token] + sequences.output[token] - 1;
            open.add(token);
            batch.add(token);
        }

        void finish(int token) {
            assertThat(sequences.made[token]).isEqualTo(sequences.output[token]);
            assertThat(sequences.length[token]).isEqualTo(sequences.prompt[token] + sequences.output[token] - 1);
            assertThat(sequences.first[token]).isGreaterThanOrEqualTo(sequences.started[token]);
            open.remove(Integer.valueOf(token));
            written += sequences.made[token];
            answered++;
        }

        void keepsWithinTheCache() {
            int kept = open.stream().mapToInt(token -> sequences.blocks[token]).sum();
            assertThat(kept).isLessThanOrEqualTo(blocks);
            assertThat(batch.used()).isBetween(0.0, 1.0);
            for (int token : open) {
                assertThat(sequences.blocks[token] * Service.Generation.BLOCK)
                        .isGreaterThanOrEqualTo(sequences.blocks[token] == 0 ? 0 : sequences.length[token]);
            }
        }

        void toTheEnd() {
            double now = 0;
            int arrived = 0;
            while (answered < requests) {
                while (arrived < requests && (open.isEmpty() || random.below(3) == 0)) {
                    arrive(arrived++);
                }
                assertThat(batch.schedule(now)).isTrue();
                keepsWithinTheCache();
                worked += batch.end - batch.start;
                now = batch.end;
                batch.advance(now);
                for (int i = 0; i < batch.doneCount; i++) {
                    finish(batch.done[i]);
                }
                keepsWithinTheCache();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTokenGoesThroughTheModelOnceAndAgainOnlyWhenItsPlaceWasLost(long seed) {
        Run run = new Run(seed);
        run.toTheEnd();
        assertThat(run.open).isEmpty();
        assertThat(run.written)
                .isEqualTo(LongStream.range(0, run.requests)
                        .map(token -> run.sequences.output[(int) token])
                        .sum());
        if (run.batch.preempted == 0) {
            assertThat(run.worked).isCloseTo((double) run.least, within(1e-6 * run.least));
        } else {
            assertThat(run.worked).isGreaterThan((double) run.least);
        }
    }

    /// The cases above are worth trying: some crowd the cache, others never do.
    @org.junit.jupiter.api.Test
    void theTriedCachesAreRoomyAndCrowded() {
        long crowded = seeds().filter(seed -> {
                    Run run = new Run(seed);
                    run.toTheEnd();
                    return run.batch.preempted > 0;
                })
                .count();
        assertThat(crowded).isBetween(20L, 100L);
    }
}
