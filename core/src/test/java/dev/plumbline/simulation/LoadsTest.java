package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probability.Generator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadsTest {
    /// Against looking at every replica, with loads beyond those that are told apart.
    @ParameterizedTest
    @ValueSource(ints = {2, 24, 25, 64, 65, 200})
    void theLeastLoadedIsTheFirstOfThoseThatHoldFewest(int replicas) {
        Generator random = new Generator(replicas);
        Loads loads = new Loads(replicas, true);
        int[] held = new int[replicas];
        for (int step = 0; step < 60_000; step++) {
            int replica = random.below(replicas);
            if (held[replica] > 0 && random.nextDouble() < (step < 40_000 ? 0.3 : 0.6)) {
                held[replica]--;
                loads.left(replica);
            } else {
                held[replica]++;
                loads.entered(replica);
            }
            if (step % 7 == 0) {
                int first = random.below(replicas);
                int turn = first + random.below(replicas - first);
                assertThat(loads.least(first, held.length, turn)).isEqualTo(least(held, first, turn));
            }
        }
    }

    private static int least(int[] held, int first, int turn) {
        int best = turn;
        for (int i = 0; i < held.length - first; i++) {
            int replica = first + (turn - first + i) % (held.length - first);
            best = held[replica] < held[best] ? replica : best;
        }
        return best;
    }
}
