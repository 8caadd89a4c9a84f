package dev.plumbline.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence cut into words, numbers and signs. Compounds such as `up-to-date` are cut at their hyphens, and a unit is
/// cut from its number, so that `250ms` reads like `250 ms`.
///
/// @param typed the sentence as typed
record Words(String typed, List<Word> all) {
    private static final Pattern PIECE = Pattern.compile(
            "\\d{1,3}(?: \\d{3})+(?!\\d)|\\d[\\d,]*\\d(?:\\.\\d+)?|\\d(?:\\.\\d+)?" // a number
                    + "|\\.\\d+" //
                    + "|\\p{L}[\\p{L}\\p{N}]*(?:['\u2019]\\p{L}+)?" // a word
                    + "|<=|>=|=<|=>|[<>=\u2264\u2265]" // a relation
                    + "|\\S");

    /// @param text in lower case
    /// @param start the offset of its first char in the sentence
    record Word(String text, int start, int end) {
        boolean isNumber() {
            return Character.isDigit(text.charAt(0)) || (text.length() > 1 && text.charAt(0) == '.');
        }

        boolean isWord() {
            return Character.isLetter(text.charAt(0));
        }

        /// Whether a clause ends here.
        boolean isStop() {
            return ".;:!?".contains(text);
        }
    }

    static Words of(String typed) {
        List<Word> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(typed);
        while (piece.find()) {
            String text = piece.group().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            text = text.endsWith("'s") ? text.substring(0, text.length() - 2) : text; // the month's
            if (!text.equals("-") && !text.equals("\u2010") && !text.equals("\u2011")) {
                words.add(new Word(text, piece.start(), piece.end()));
            }
        }
        return new Words(typed, List.copyOf(words));
    }

    /// The words of a list that is written as text.
    static Set<String> list(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    int size() {
        return all.size();
    }

    Word get(int index) {
        return all.get(index);
    }

    /// The word with that index in lower case, or an empty text where there is none.
    String text(int index) {
        return index >= 0 && index < all.size() ? all.get(index).text() : "";
    }

    /// What was typed from one word up to, not including, another.
    String typed(int from, int to) {
        return from >= to
                ? ""
                : typed.substring(all.get(from).start(), all.get(to - 1).end());
    }

    @Override
    public String toString() {
        return typed;
    }
}
