package dev.plumbline.requirement;

import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence cut into words; a relation such as `<=` is a word of its own, with or without spaces around it.
///
/// @param typed the scalar that holds the sentence
record Words(Scalar typed, List<Word> all) {
    /// @param start the offset of its first char in the sentence
    /// @param depth how many parentheses are open around it
    record Word(String text, int start, int depth) {
        int end() {
            return start + text.length();
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        boolean is(String word) {
            return lower().equals(word);
        }

        boolean startsNumber() {
            return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || "$.".indexOf(text.charAt(0)) >= 0);
        }

        boolean isRelation() {
            return !text.isEmpty() && isRelation(text.charAt(0));
        }

        private static boolean isRelation(char c) {
            return "<>=!\u2264\u2265".indexOf(c) >= 0;
        }
    }

    static Words of(Scalar typed) {
        String text = typed.text();
        List<Word> words = new ArrayList<>();
        int depth = 0;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            boolean relation = Word.isRelation(text.charAt(at));
            while (at < text.length()
                    && !Character.isWhitespace(text.charAt(at))
                    && Word.isRelation(text.charAt(at)) == relation) {
                at++;
            }
            if (at == start) {
                at++;
                continue;
            }
            String word = text.substring(start, at);
            words.add(new Word(word, start, depth));
            depth += count(word, '(') - count(word, ')');
        }
        return new Words(typed, List.copyOf(words));
    }

    private static int count(String word, char c) {
        return (int) word.chars().filter(each -> each == c).count();
    }

    String text() {
        return typed.text();
    }

    /// The words from the one with index `from` up to, not including, `to`.
    Words part(int from, int to) {
        return new Words(typed, all.subList(from, Math.max(from, to)));
    }

    int size() {
        return all.size();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Word get(int index) {
        return all.get(index);
    }

    /// Whether the word with that index is there and is `word`.
    boolean is(int index, String word) {
        return index < all.size() && all.get(index).is(word);
    }

    /// What was typed from the first word to the last.
    String joined() {
        return all.isEmpty()
                ? ""
                : text().substring(all.getFirst().start(), all.getLast().end());
    }

    Span span() {
        return all.isEmpty()
                ? typed.span()
                : typed.part(all.getFirst().start(), all.getLast().end());
    }

    Span span(Word word) {
        return typed.part(word.start(), word.end());
    }

    Name name(Word word) {
        return new Name(word.text(), span(word));
    }
}
