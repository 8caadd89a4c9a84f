package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The words that tell what an ask is about, each with a weight: 4 names the kind, 1 is a hint.
final class KindCues {
    /// The weight from which a phrase names its kind, wherever it stands.
    private static final int NAMES = 5;

    private KindCues() {}

    /// All entries, for the test that makes each of them speak.
    static List<Phrase> lexicon() {
        return KindLexicon.ENTRIES.stream().map(KindLexicon.Entry::phrase).toList();
    }

    /// What each kind's words weigh in the sentence. A word counts for every kind it hints at, once for each; of
    /// phrases of one kind that overlap only the heaviest counts.
    static Map<RequirementKind, Double> weigh(Words words) {
        Map<RequirementKind, int[]> best = new EnumMap<>(RequirementKind.class);
        for (KindLexicon.Entry cue : KindLexicon.ENTRIES) {
            int[] at = best.computeIfAbsent(cue.kind(), _ -> new int[words.size()]);
            for (int i = 0; i < words.size(); i++) {
                var end = cue.phrase().match(words, i);
                if (end.isPresent() && end.getAsInt() > i) {
                    cover(at, i, end.getAsInt(), cue.weight());
                }
            }
        }
        Map<RequirementKind, Double> weights = new EnumMap<>(RequirementKind.class);
        double[] counts = Clauses.counts(words);
        best.forEach((kind, at) -> weights.put(kind, total(at, counts)));
        return weights;
    }

    /// Notes a phrase at its first word, unless a heavier one stands there.
    private static void cover(int[] at, int from, int to, int weight) {
        int heaviest = 0;
        for (int i = from; i < to; i++) {
            heaviest = Math.max(heaviest, at[i]);
        }
        if (weight > heaviest) {
            for (int i = from; i < to; i++) {
                at[i] = 0;
            }
            at[from] = weight;
        }
    }

    /// The first words of a sentence say what it is about; what stands further back is often its circumstances.
    private static double total(int[] at, double[] counts) {
        double total = 0;
        for (int i = 0; i < at.length; i++) {
            total += at[i] * (at[i] >= NAMES ? 1 : counts[i]) * (1 + 0.2 * (at.length - i) / at.length);
        }
        return total;
    }
}
