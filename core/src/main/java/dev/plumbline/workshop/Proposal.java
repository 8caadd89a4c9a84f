package dev.plumbline.workshop;

import java.util.List;
import java.util.Optional;

/// An answer that may be taken.
///
/// @param text as a person would type it
/// @param reasons why this one, a clause each; none if it is only usual
/// @param story what the story says instead, where the proposal was computed and the story has another
public record Proposal(String text, List<String> reasons, Optional<String> story) {
    public Proposal {
        reasons = List.copyOf(reasons);
    }

    /// @param reason empty if there is none
    static Proposal of(String text, String reason) {
        return new Proposal(text, reason.isEmpty() ? List.of() : List.of(reason), Optional.empty());
    }
}
