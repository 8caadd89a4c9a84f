package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The words in front of a number that say on which side of it the good values lie.
///
/// @param from the index of the first of them; that of the number where there are none
record Comparison(Sense sense, int from) {
    private record Entry(Phrase phrase, Sense sense) {}

    private static final String AT_MOST = """
            (no|not) (more|longer|greater|later|higher|larger|slower|worse) than?, (no|not) later, (no|not)
            (exceed|exceeds|exceeding), (less|fewer|lower|shorter|faster|sooner|smaller) than, less than or
            equal to, at most, (up|down) to, under, below, within (a|an)?, in, in
            (under|about|approximately), (a|the)? maximum of, max, maximum, <=, <, \u2264, =<, (by|after),
            before, until, (exceed|exceeds), (stay|stays|remains) (under|below)""";
    private static final String AT_LEAST = """
            (no|not) (less|fewer|lower|shorter|earlier) than, at least, (a|the)? minimum of, minimum,
            (more|greater|higher|longer) than, above, over, >=, >, \u2265, =>, exceeding, at or above, as
            many as, as much as""";
    private static final String BARE = "every, for, about, approximately, of, to, at, with, around, exactly, equal to";
    private static final Filed<Entry> ENTRIES = Filed.of(entries(), Entry::phrase);
    private static final int LONGEST = 5;

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        phrases(AT_MOST).forEach(phrase -> entries.add(new Entry(phrase, Sense.AT_MOST)));
        phrases(AT_LEAST).forEach(phrase -> entries.add(new Entry(phrase, Sense.AT_LEAST)));
        phrases(BARE).forEach(phrase -> entries.add(new Entry(phrase, Sense.BARE)));
        return List.copyOf(entries);
    }

    private static List<Phrase> phrases(String text) {
        return Phrase.all(text);
    }

    /// All entries, for the test that makes each of them speak.
    static List<Phrase> lexicon() {
        return ENTRIES.all().stream().map(Entry::phrase).toList();
    }

    /// What stands in front of the number; the longest entry wins.
    static Comparison before(Words words, int number) {
        for (int length = Math.min(LONGEST, number); length > 0; length--) {
            for (Entry entry : ENTRIES.startingWith(words.text(number - length))) {
                OptionalInt end = entry.phrase().match(words, number - length);
                if (end.isPresent() && end.getAsInt() == number) {
                    return new Comparison(entry.sense(), number - length);
                }
            }
        }
        return new Comparison(Sense.BARE, number);
    }
}
