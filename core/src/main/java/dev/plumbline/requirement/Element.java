package dev.plumbline.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a requirement states so that it can be judged, in the order in which it is asked for.
///
/// Planguage (Gilb 2005) calls them Scale, Goal, Meter and qualifiers; EARS (Mavin 2009) calls the condition While and
/// When.
public enum Element {
    /// What is measured, of which thing.
    SCALE('s', "what is measured"),
    /// The value it must not pass, with its unit.
    TARGET('t', "the value it must reach"),
    /// Which of many requests, rows or days count: a percentile, a share, the worst.
    STATISTIC('q', "which of the requests count"),
    /// For whom it holds besides overall.
    SEGMENT('g', "for whom it holds besides overall"),
    /// The stretch of time, or the sample, over which it is judged.
    WINDOW('w', "over how long it is judged"),
    /// The load, state, fault or environment under which it holds.
    CONDITION('c', "under which load, fault or circumstance"),
    /// Where and by what it is measured.
    METER('m', "where and by what it is measured");

    private final char letter;
    private final String words;

    Element(char letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /// Its name in files and reports: `statistic`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it says, in words.
    public String words() {
        return words;
    }

    /// The elements of these letters, such as `stqwcm`.
    static List<Element> of(String letters) {
        return Arrays.stream(values())
                .filter(each -> letters.indexOf(each.letter) >= 0)
                .toList();
    }

    /// The element of that name.
    public static Optional<Element> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// Names in their order, with commas.
    public static String list(List<Element> elements) {
        return String.join(", ", elements.stream().map(Element::word).toList());
    }
}
