package dev.plumbline.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Parts of a sentence.
final class Clauses {
    /// Words that begin a clause of circumstances.
    private static final Set<String> SUBORDINATE = Words.list("""
            while when whenever if""");
    /// Words that begin circumstances if no number follows, of which they may be the comparison.
    private static final Set<String> ADVERBIAL = Words.list("""
            during under after following despite without provided upon until unless once""");
    /// Words that do so at the beginning of a sentence, if a comma ends what they begin.
    private static final Set<String> FIRST = Words.list("""
            with at in on over for from across among given via by without before""");
    /// The beginnings of verbs for what somebody does to get an answer.
    private static final List<String> REQUESTS =
            List.of("click", "press", "select", "enter", "submit", "request", "open", "search", "ask", "tap", "choos");
    /// How much a word counts in such a clause for what the sentence is about.
    private static final double ASIDE = 0.5;
    /// Where nothing ends a clause at the sentence's beginning, it is taken to be as long.
    private static final int UNENDED = 6;

    private Clauses() {}

    /// The circumstances of a sentence: `when the link is down`, `In each release, `. The word that begins such a
    /// clause is left out, so that a phrase that begins with it counts in full.
    static List<Phrase.Span> asides(Words words) {
        List<Phrase.Span> asides = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean begins = SUBORDINATE.contains(words.text(i)) || isAdverbial(words, i);
            int end = begins ? end(words, i) : isFirst(words, i) ? comma(words, i) : i;
            if (end > i) {
                asides.add(new Phrase.Span(i + 1, end));
                i = end - 1;
            }
        }
        return asides;
    }

    /// Whether it says when it holds by a clause, other than by the request that each answer has: what somebody does to
    /// get it, as in `when streaming a movie` or `when a nurse opens a chart`. What names a number is a load.
    static boolean conditional(Words words, boolean ofRequests) {
        return asides(words).stream()
                .filter(aside -> SUBORDINATE.contains(words.text(aside.from() - 1)))
                .anyMatch(aside -> !ofRequests || !isRequest(words, aside));
    }

    private static boolean isRequest(Words words, Phrase.Span aside) {
        boolean asks = words.text(aside.from()).endsWith("ing");
        boolean person = false;
        for (int i = aside.from(); i < aside.to(); i++) {
            if (Numerals.at(words, i)) {
                return false;
            }
            person |= People.isOne(words.text(i));
            asks |= person && REQUESTS.stream().anyMatch(words.text(i)::startsWith);
        }
        return asks;
    }

    private static boolean isAdverbial(Words words, int at) {
        boolean more = at + 1 < words.size() && !Numerals.at(words, at + 1);
        return more && ADVERBIAL.contains(words.text(at)) && !words.text(at - 1).equals("at"); // not "at once"
    }

    /// How much each word counts: less where it speaks of circumstances.
    static double[] counts(Words words) {
        double[] counts = new double[words.size()];
        Arrays.fill(counts, 1);
        asides(words).forEach(aside -> Arrays.fill(counts, aside.from(), aside.to(), ASIDE));
        return counts;
    }

    private static boolean isFirst(Words words, int at) {
        return FIRST.contains(words.text(at)) && (at == 0 || words.get(at - 1).isStop());
    }

    /// The comma that ends what begins there; the beginning where a sentence ends before.
    private static int comma(Words words, int start) {
        for (int i = start; i < words.size() && !words.get(i).isStop(); i++) {
            if (words.text(i).equals(",")) {
                return i;
            }
        }
        return start;
    }

    private static int end(Words words, int start) {
        int end = start + 1;
        while (end < words.size()
                && !words.text(end).equals(",")
                && !words.get(end).isStop()) {
            end++;
        }
        boolean first = start == 0 || words.get(start - 1).isStop();
        boolean unended = end == words.size() || words.get(end).isStop();
        return first && unended ? Math.min(end, start + UNENDED) : end;
    }

    /// Whether something is said of each of several things, other than stretches of time: `for each accent`.
    static boolean everyOf(Words words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean each = words.text(i).equals("each")
                    || words.text(i).equals("every")
                    || words.text(i).equals("per");
            String next = words.text(i + 1);
            boolean led = i > 0 && !Numerals.at(words, i - 1);
            boolean things = words.get(i + 1).isWord() && !UnitWords.isTime(next) && !next.matches("other|release");
            if (each && led && things) {
                return true;
            }
        }
        return false;
    }
}
