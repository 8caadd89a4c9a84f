package dev.plumbline.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves that are made together.
///
/// @param moves no two of one knob
record Candidate(List<Move> moves, Patch patch) {
    Candidate {
        moves = List.copyOf(moves);
    }

    static Optional<Candidate> of(Move move) {
        return Patch.of(move.edits()).map(patch -> new Candidate(List.of(move), patch));
    }

    /// Both together; empty where they turn one knob or change the same text.
    Optional<Candidate> and(Candidate other) {
        for (Move each : other.moves) {
            if (moves.stream().anyMatch(mine -> mine.what().equals(each.what()))) {
                return Optional.empty();
            }
        }
        List<Move> all = new ArrayList<>(moves);
        all.addAll(other.moves);
        return patch.and(other.patch).map(both -> new Candidate(all, both));
    }

    /// The candidate with another move for one of its own.
    Optional<Candidate> with(Move instead, Move of) {
        List<Move> changed = new ArrayList<>(moves);
        changed.replaceAll(each -> each.equals(of) ? instead : each);
        return Patch.of(changed.stream().flatMap(each -> each.edits().stream()).toList())
                .map(both -> new Candidate(changed, both));
    }

    /// What it turns and to what, in no order: two candidates with the same are the same.
    Set<String> key() {
        Set<String> words = new HashSet<>();
        moves.forEach(move -> words.add(move.words()));
        return words;
    }

    /// What has to hold for the simulation to be right about it.
    List<String> assumes() {
        return moves.stream()
                .flatMap(move -> move.assumes().stream())
                .distinct()
                .toList();
    }

    double growth() {
        return moves.stream().mapToDouble(Move::growth).sum();
    }
}
