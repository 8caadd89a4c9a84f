package dev.plumbline.ask;

import java.util.Arrays;
import java.util.Set;

/// Parts of a sentence.
final class Clauses {
    /// Words that begin a clause of circumstances.
    private static final Set<String> CIRCUMSTANCES = Words.list("""
            while when whenever if during under after following despite unless once provided""");
    /// How much a word counts in such a clause for what the sentence is about.
    private static final double ASIDE = 0.5;
    /// Where nothing ends a clause at the sentence's beginning, it is taken to be as long.
    private static final int UNENDED = 6;

    private Clauses() {}

    /// How much each word counts: less where it speaks of circumstances. The word that begins such a clause counts in
    /// full, so that a phrase that begins with it does.
    static double[] counts(Words words) {
        double[] counts = new double[words.size()];
        Arrays.fill(counts, 1);
        for (int i = 0; i < words.size(); i++) {
            boolean beyond = i + 1 < words.size() && !Numerals.at(words, i + 1);
            if (CIRCUMSTANCES.contains(words.text(i)) && beyond) {
                int end = end(words, i);
                Arrays.fill(counts, i + 1, end, ASIDE);
                i = end - 1;
            }
        }
        return counts;
    }

    private static int end(Words words, int start) {
        int end = start + 1;
        while (end < words.size()
                && !words.text(end).equals(",")
                && !words.get(end).isStop()) {
            end++;
        }
        boolean first = start == 0 || words.get(start - 1).isStop();
        return first && end == words.size() ? Math.min(end, start + UNENDED) : end;
    }

    /// Whether something is said of each of several things, other than stretches of time: `for each accent`.
    static boolean everyOf(Words words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean each = words.text(i).equals("each")
                    || words.text(i).equals("every")
                    || words.text(i).equals("per");
            String next = words.text(i + 1);
            boolean led = i > 0 && !Numerals.at(words, i - 1);
            if (each && led && words.get(i + 1).isWord() && !UnitWords.isTime(next) && !next.equals("release")) {
                return true;
            }
        }
        return false;
    }
}
