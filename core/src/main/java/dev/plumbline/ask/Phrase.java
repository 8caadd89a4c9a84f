package dev.plumbline.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A pattern of words in a lexicon: `response time`, `respon*` and `*ed` (any word that begins or ends so), `(under|at)
/// peak` (either
/// word), `(a|the)? crash` (may be left out), `_` (any one word, number or sign), `..` (a few of them or none), `#`
/// (any number), `@country`, `@group` (by which people are told apart).
///
/// The pattern is over whole words as [Words] cuts them, so that an entry of several words can speak, and a test makes
/// every entry do so.
final class Phrase {
    private static final String GAP = "..";
    /// How many words a gap spans at most.
    private static final int LONGEST_GAP = 8;

    private final String pattern;
    private final List<Slot> slots;

    /// One place of a pattern.
    ///
    /// @param words as the pattern lists them
    /// @param literal those of them that stand for themselves
    /// @param open the others
    /// @param isGap whether it stands for a few words
    private record Slot(List<String> words, Set<String> literal, List<String> open, boolean optional, boolean isGap) {
        static Slot of(List<String> words, boolean optional) {
            List<String> open = words.stream()
                    .filter(each -> each.contains("*") || each.matches("[_#]|@country|@group"))
                    .toList();
            return new Slot(
                    words,
                    words.stream().filter(each -> !open.contains(each)).collect(Collectors.toUnmodifiableSet()),
                    open,
                    optional,
                    words.contains(GAP));
        }

        boolean fits(Words.Word word) {
            if (literal.contains(word.text())) {
                return true;
            }
            for (String each : open) {
                if (fits(each, word)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean fits(String each, Words.Word word) {
            return switch (each) {
                case "_" -> isInside(word);
                case "#" -> word.isNumber() || Numerals.isOne(word.text());
                case "@country" -> Countries.isOne(word.text());
                case "@group" -> People.isGroup(word.text());
                default ->
                    each.startsWith("*")
                            ? word.text().endsWith(each.substring(1))
                            : word.text().startsWith(each.substring(0, each.length() - 1));
            };
        }
    }

    private Phrase(String pattern, List<Slot> slots) {
        this.pattern = pattern;
        this.slots = slots;
    }

    static Phrase of(String pattern) {
        List<Slot> slots = new ArrayList<>();
        for (String part : pattern.strip().split("\\s+")) {
            boolean optional = part.endsWith("?");
            String bare = optional ? part.substring(0, part.length() - 1) : part;
            boolean group = bare.startsWith("(") && bare.endsWith(")");
            slots.add(Slot.of(List.of((group ? bare.substring(1, bare.length() - 1) : bare).split("\\|")), optional));
        }
        if (slots.stream().allMatch(Slot::optional)) {
            throw new IllegalArgumentException("The phrase (%s) would match nothing at all.".formatted(pattern));
        }
        return new Phrase(pattern, List.copyOf(slots));
    }

    /// Patterns that stand side by side, cut at commas.
    static List<Phrase> all(String patterns) {
        List<Phrase> found = new ArrayList<>();
        for (String each : patterns.split(",")) {
            if (!each.isBlank()) {
                found.add(of(each));
            }
        }
        return List.copyOf(found);
    }

    /// The index behind the match that begins at `from`, if there is one; the longest where words may be left out.
    OptionalInt match(Words words, int from) {
        return match(words, from, 0);
    }

    private OptionalInt match(Words words, int at, int slot) {
        if (slot == slots.size()) {
            return OptionalInt.of(at);
        }
        Slot due = slots.get(slot);
        if (due.isGap()) {
            return beyondGap(words, at, slot);
        }
        if (at < words.size() && due.fits(words.get(at))) {
            OptionalInt rest = match(words, at + 1, slot + 1);
            if (rest.isPresent()) {
                return rest;
            }
        }
        return due.optional() ? match(words, at, slot + 1) : OptionalInt.empty();
    }

    private OptionalInt beyondGap(Words words, int at, int slot) {
        for (int next = at; next <= Math.min(words.size(), at + LONGEST_GAP); next++) {
            OptionalInt rest = match(words, next, slot + 1);
            if (rest.isPresent() || next == words.size() || !isInside(words.get(next))) {
                return rest;
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isInside(Words.Word word) {
        return !word.isStop() && !word.text().equals(",");
    }

    /// The first letters, so many at most, of the words that it may begin with; empty if it may begin with any.
    Set<String> starts(int letters) {
        Set<String> starts = new TreeSet<>();
        for (Slot slot : slots) {
            for (String word : slot.words()) {
                String bare = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
                boolean any = word.matches("[_#@*].+|[_#]") || (bare.length() < letters && !bare.equals(word));
                if (any) {
                    return Set.of();
                }
                starts.add(bare.substring(0, Math.min(letters, bare.length())));
            }
            if (!slot.optional()) {
                break;
            }
        }
        return starts;
    }

    /// Where it first matches, if it does.
    Optional<Span> find(Words words) {
        for (int i = 0; i < words.size(); i++) {
            OptionalInt end = match(words, i);
            if (end.isPresent()) {
                return Optional.of(new Span(i, end.getAsInt()));
            }
        }
        return Optional.empty();
    }

    /// Indexes of words, from one up to, not including, another.
    record Span(int from, int to) {
        boolean overlaps(int start, int end) {
            return from < end && start < to;
        }
    }

    /// Texts that it is meant to match, one for every word it knows.
    List<String> examples() {
        int most = slots.stream().mapToInt(slot -> slot.words().size()).max().orElse(0);
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<String> words = new ArrayList<>();
            for (Slot slot : slots) {
                String word = slot.words().get(i % slot.words().size());
                words.add(
                        word.equals("_") || word.equals(GAP)
                                ? "word"
                                : word.equals("#")
                                        ? "7"
                                        : word.startsWith("@")
                                                ? (word.equals("@country") ? "france" : "gender")
                                                : word.replace("*", word.startsWith("*") ? "mov" : ""));
            }
            examples.add(String.join(" ", words));
        }
        return examples;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
