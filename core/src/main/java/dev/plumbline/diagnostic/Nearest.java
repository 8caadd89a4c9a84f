package dev.plumbline.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The known word a reader most likely meant, for the "did you mean" of a message.
///
/// Distance is optimal string alignment (Damerau 1964, each stretch edited once): an insertion, deletion,
/// replacement or swap of neighbours costs 1. Letters that differ only by case, and `-` against `_`, cost nothing
/// at first and decide between equals. Cost: the product of the lengths, for each known word.
public final class Nearest {
    private static final int SHORTEST_PREFIX = 3;

    private Nearest() {}

    /// The known word nearest to `word`, if one is near enough to be worth offering: one edit for a word of up to
    /// five letters, a third of the longer word's length otherwise. The beginning of a known word counts as one
    /// edit. Words equally near are told apart by exact case, then by the alphabet, so that the answer never
    /// depends on order.
    public static Optional<String> to(String word, Collection<String> known) {
        String best = "";
        int bestEdits = Integer.MAX_VALUE;
        int bestExact = Integer.MAX_VALUE;
        for (String candidate : known) {
            int edits = edits(word, candidate);
            if (edits > allowed(word, candidate)) {
                continue;
            }
            int exact = distance(word, candidate);
            boolean nearer = edits != bestEdits
                    ? edits < bestEdits
                    : exact != bestExact ? exact < bestExact : candidate.compareTo(best) < 0;
            if (nearer) {
                best = candidate;
                bestEdits = edits;
                bestExact = exact;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static int allowed(String word, String candidate) {
        int longer = Math.max(word.length(), candidate.length());
        if (Math.min(word.length(), candidate.length()) < 2 || longer < 2) {
            return 0;
        }
        return longer <= 5 ? 1 : longer / 3;
    }

    private static int edits(String word, String candidate) {
        String folded = fold(word);
        String known = fold(candidate);
        if (folded.length() >= SHORTEST_PREFIX && known.startsWith(folded) && !known.equals(folded)) {
            return 1;
        }
        return distance(folded, known);
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /// Optimal string alignment distance; exact about case.
    static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }
}
