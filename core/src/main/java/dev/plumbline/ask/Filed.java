package dev.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Entries filed by the first letters of the words that their phrases may begin with, so that of thousands only a few
/// are
/// tried at each word of a sentence.
final class Filed<T> {
    /// How many letters of a word an entry is filed under.
    private static final int LETTERS = 2;

    private final List<T> all;
    private final Map<String, List<T>> byStart = new HashMap<>();
    private final List<T> anywhere = new ArrayList<>();

    private Filed(List<T> entries, Function<T, Phrase> phrase) {
        this.all = List.copyOf(entries);
        for (T entry : all) {
            phrase.apply(entry).starts(LETTERS).forEach(start -> byStart.putIfAbsent(start, new ArrayList<>()));
        }
        for (T entry : all) {
            Set<String> starts = phrase.apply(entry).starts(LETTERS);
            byStart.forEach((start, filed) -> {
                if (starts.isEmpty() || starts.contains(start)) {
                    filed.add(entry);
                }
            });
            if (starts.isEmpty()) {
                anywhere.add(entry);
            }
        }
    }

    static <T> Filed<T> of(List<T> entries, Function<T, Phrase> phrase) {
        return new Filed<>(entries, phrase);
    }

    /// Patterns that stand side by side, cut at commas.
    static Filed<Phrase> phrases(String patterns) {
        return of(Phrase.all(patterns), Function.identity());
    }

    /// In the order in which they were written.
    List<T> all() {
        return all;
    }

    /// Those that may begin with that word, in the same order.
    List<T> startingWith(String word) {
        return byStart.getOrDefault(word.substring(0, Math.min(LETTERS, word.length())), anywhere);
    }
}
