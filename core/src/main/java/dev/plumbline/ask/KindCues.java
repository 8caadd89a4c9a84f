package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The words that tell what an ask is about, each with a weight: 4 names the kind, 1 is a hint.
final class KindCues {
    /// The weight from which a phrase names its kind, wherever it stands.
    private static final int NAMES = 5;

    /// A phrase that stands in a sentence.
    private record Match(RequirementKind kind, int weight, int from, int to) {
        static final Comparator<Match> HEAVIEST_FIRST = Comparator.comparingInt((Match each) -> -each.weight())
                .thenComparingInt(each -> each.from() - each.to())
                .thenComparingInt(Match::from);
    }

    private KindCues() {}

    /// All entries, for the test that makes each of them speak.
    static List<Phrase> lexicon() {
        return KindLexicon.ENTRIES.all().stream().map(KindLexicon.Entry::phrase).toList();
    }

    /// What each kind's words weigh in the sentence. A word counts for every kind it hints at, once for each; of
    /// phrases of one kind that overlap only the heaviest counts.
    static Map<RequirementKind, Double> weigh(Words words) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (KindLexicon.Entry cue : KindLexicon.ENTRIES.startingWith(words.text(i))) {
                OptionalInt end = cue.phrase().match(words, i);
                if (end.isPresent() && end.getAsInt() > i) {
                    matches.add(new Match(cue.kind(), cue.weight(), i, end.getAsInt()));
                }
            }
        }
        matches.sort(Match.HEAVIEST_FIRST);
        Map<RequirementKind, int[]> best = new EnumMap<>(RequirementKind.class);
        Map<RequirementKind, BitSet> taken = new EnumMap<>(RequirementKind.class);
        for (Match match : matches) {
            BitSet covered = taken.computeIfAbsent(match.kind(), _ -> new BitSet());
            if (covered.get(match.from(), match.to()).isEmpty()) {
                covered.set(match.from(), match.to());
                best.computeIfAbsent(match.kind(), _ -> new int[words.size()])[match.from()] = match.weight();
            }
        }
        Map<RequirementKind, Double> weights = new EnumMap<>(RequirementKind.class);
        double[] counts = Clauses.counts(words);
        best.forEach((kind, at) -> weights.put(kind, total(at, counts)));
        return weights;
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
