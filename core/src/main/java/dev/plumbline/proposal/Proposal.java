package dev.plumbline.proposal;

import dev.plumbline.ask.AskReading;
import java.util.List;
import java.util.Optional;

/// An ask, what it leaves open, and a requirement that would answer it. It is proposed, and not agreed.
///
/// @param reading the ask or, where it was several, one of its parts
/// @param of what it is about: a name of the design, or a place to be filled in, such as `<operation>`
/// @param questions what it leaves open, the most consequential first
/// @param must all answers as one sentence of the language; empty where the design has no such thing, or the language
///     no word for it
public record Proposal(AskReading reading, String of, List<Question> questions, Optional<String> must) {
    public Proposal {
        questions = List.copyOf(questions);
    }
}
