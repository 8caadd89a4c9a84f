package dev.plumbline.quantity;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.StandardNormal;
import dev.plumbline.probability.Streams;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Which level each unknown has in each world: Latin hypercube sampling (M. McKay, R. Beckman, W. Conover, 1979) at
/// the
/// midpoints of as many equal parts as there are worlds. Each unknown's permutation comes from the stream of its own
/// name, so that adding one never shifts another.
final class Draws {
    private static final int WORTH_SHARING = 4096;

    private final double[] levels;
    private final double[] scores;
    private final int[][] ranks;

    Draws(Worlds worlds, List<Program.Draw> draws) {
        this(worlds, draws, _ -> worlds.seed());
    }

    /// @param seeds by the number of a draw: the seed of its permutation
    Draws(Worlds worlds, List<Program.Draw> draws, IntToLongFunction seeds) {
        int count = worlds.count();
        levels = new double[count];
        scores = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (i + 0.5) / count;
        }
        range(count, count).forEach(i -> scores[i] = StandardNormal.quantile(levels[i]));
        ranks = new int[draws.size()][];
        range(draws.size(), count).forEach(i -> {
            Program.Draw draw = draws.get(i);
            ranks[i] = permutation(
                    count, new Streams(seeds.applyAsLong(i)).of(draw.definition(), "unknown " + draw.ordinal()));
        });
    }

    static IntStream range(int end, int work) {
        IntStream range = IntStream.range(0, end);
        return work >= WORTH_SHARING ? range.parallel() : range;
    }

    /// R. Durstenfeld's shuffle (1964), inside out.
    private static int[] permutation(int count, Generator random) {
        int[] ranks = new int[count];
        for (int i = 1; i < count; i++) {
            int other = random.below(i + 1);
            ranks[i] = ranks[other];
            ranks[other] = i;
        }
        return ranks;
    }

    /// The rank of a draw in every world, from 0; not to be changed.
    int[] ranks(int draw) {
        return ranks[draw];
    }

    double level(int rank) {
        return levels[rank];
    }

    double score(int rank) {
        return scores[rank];
    }
}
