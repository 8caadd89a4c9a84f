package dev.plumbline.review;

import java.util.List;
import java.util.Optional;

/// One knob turned.
///
/// @param what the knob: `replicas of ranker`, `hedge of ranker in rank`
/// @param from what it is now, as written; `none` where nothing is
/// @param to what it becomes
/// @param edits what turns it, made together
/// @param assumes what has to hold beyond the design for the simulation to be right about it
/// @param growth what it adds to the machines of a component, as a share of them; stands for cost where no price is
/// known
/// @param copies the replicas that it sets, where it sets any
public record Move(
        String what,
        String from,
        String to,
        List<Edit> edits,
        Optional<String> assumes,
        double growth,
        Optional<Copies> copies) {
    public Move {
        edits = List.copyOf(edits);
    }

    /// A number of replicas.
    record Copies(String component, int from, int to) {}

    /// A knob that needs no machines.
    static Move of(String what, String from, String to, Edit edit) {
        return new Move(what, from, to, List.of(edit), Optional.empty(), 0, Optional.empty());
    }

    Move assuming(String said) {
        return new Move(what, from, to, edits, Optional.of(said), growth, copies);
    }

    /// `replicas of ranker: 7 → 10`.
    public String words() {
        return "%s: %s → %s".formatted(what, from, to);
    }
}
