package dev.plumbline.ask;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads numbers in digits and in words: `1,000`, `56k`, `two million`, `one hundred`, `half an`.
final class Numerals {
    private static final Map<String, Double> WORDS = Map.ofEntries(
            Map.entry("zero", 0.0),
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("thirteen", 13.0),
            Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0),
            Map.entry("sixteen", 16.0),
            Map.entry("seventeen", 17.0),
            Map.entry("eighteen", 18.0),
            Map.entry("nineteen", 19.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0));
    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("hundred", 1e2),
            Map.entry("dozen", 12.0),
            Map.entry("thousand", 1e3),
            Map.entry("k", 1e3),
            Map.entry("million", 1e6),
            Map.entry("m", 1e6),
            Map.entry("mio", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("bn", 1e9));
    /// Scales that are also units or abbreviations, and so count only behind a number that they touch.
    private static final Set<String> TOUCHING = Words.list("""
            k m bn""");

    /// A number that ends before a word.
    record Numeral(double value, int to) {}

    private Numerals() {}

    /// Whether a word is a number.
    static boolean isOne(String word) {
        return WORDS.containsKey(word);
    }

    /// Whether a number starts there.
    static boolean at(Words words, int index) {
        return index < words.size() && value(words, index).isPresent();
    }

    private static OptionalDouble value(Words words, int index) {
        Words.Word word = words.get(index);
        if (word.isNumber()) {
            return OptionalDouble.of(
                    Double.parseDouble(word.text().replace(",", "").replace(" ", "")));
        }
        if (isHalfOf(words, index)) {
            return OptionalDouble.of(0.5);
        }
        Double named = WORDS.get(word.text());
        return named == null ? OptionalDouble.empty() : OptionalDouble.of(named);
    }

    /// `half a million`.
    private static boolean isHalfOf(Words words, int index) {
        return words.text(index).equals("half")
                && words.text(index + 1).equals("a")
                && SCALES.containsKey(words.text(index + 2));
    }

    /// The number that starts there.
    static Numeral read(Words words, int index) {
        double value = value(words, index).orElseThrow();
        int at = index + (isHalfOf(words, index) ? 2 : 1);
        boolean tens = !words.get(index).isNumber() && value >= 20 && value < 100;
        if (tens && at < words.size() && WORDS.getOrDefault(words.text(at), 10.0) < 10) {
            value += WORDS.getOrDefault(words.text(at++), 0.0);
        }
        while (at < words.size() && SCALES.containsKey(words.text(at))) {
            boolean touches = words.get(at).start() == words.get(at - 1).end();
            if (TOUCHING.contains(words.text(at)) && !touches) {
                break;
            }
            value *= SCALES.getOrDefault(words.text(at++), 1.0);
        }
        return new Numeral(value, at);
    }
}
