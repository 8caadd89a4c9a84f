package dev.plumbline.ask;

import dev.plumbline.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A rule about the words of an ask.
///
/// @param id its name
/// @param phrases the words it fires on
/// @param guard where it stays silent all the same
record WordRule(String id, Severity severity, Filed<Phrase> phrases, Guard guard, String why, String mend) {
    /// Whether a match counts.
    @FunctionalInterface
    interface Guard {
        Guard NONE = (_, _, _) -> true;

        boolean lets(Words words, List<Mention> mentions, Phrase.Span match);
    }

    /// Where it first fires, if it does; the longest phrase counts.
    Optional<Phrase.Span> find(Words words, List<Mention> mentions) {
        for (int i = 0; i < words.size(); i++) {
            OptionalInt end = longest(words, i);
            if (end.isPresent() && guard.lets(words, mentions, new Phrase.Span(i, end.getAsInt()))) {
                return Optional.of(new Phrase.Span(i, end.getAsInt()));
            }
        }
        return Optional.empty();
    }

    private OptionalInt longest(Words words, int at) {
        OptionalInt best = OptionalInt.empty();
        for (Phrase phrase : phrases.startingWith(words.text(at))) {
            OptionalInt end = phrase.match(words, at);
            if (end.isPresent() && (best.isEmpty() || end.getAsInt() > best.getAsInt())) {
                best = end;
            }
        }
        return best;
    }
}
