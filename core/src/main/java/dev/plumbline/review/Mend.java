package dev.plumbline.review;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Verdict;
import java.util.List;
import java.util.Optional;

/// Edits that bring a requirement nearer, and what they cost.
///
/// @param moves the knobs that are turned
/// @param patch the edits of the design's text
/// @param after the verdict on the requirement with them
/// @param cost money per month with them; empty where nothing has a price
/// @param unpriced components that get more machines and whose price nothing tells
/// @param assumes what has to hold beyond the design for the simulation to be right
/// @param confirmed whether it was simulated in all worlds and against all requirements; else only in a few worlds
public record Mend(
        List<Move> moves,
        Patch patch,
        Verdict after,
        Optional<Figure> cost,
        List<String> unpriced,
        List<String> assumes,
        boolean confirmed) {
    public Mend {
        moves = List.copyOf(moves);
        unpriced = List.copyOf(unpriced);
        assumes = List.copyOf(assumes);
    }
}
