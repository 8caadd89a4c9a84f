package dev.plumbline.requirement;

import dev.plumbline.source.Node.Scalar;
import java.util.Optional;

/// What a requirement says, in one sentence: reading, relation, target and the circumstances.
///
/// Printing a sentence and parsing it again gives the same sentence.
///
/// @param typed the scalar it was read from
public record Sentence(
        Reading reading,
        Relation relation,
        Amount target,
        Circumstance circumstance,
        Optional<Window> window,
        Segments segments,
        Scalar typed) {

    /// As the language writes it: `p99 latency of rank <= 120 ms at peak over 28 day`.
    public String sentence() {
        return reading.sentence()
                + " " + relation.symbol()
                + " " + target.text()
                + circumstance.sentence()
                + window.map(over -> " over " + over.sentence()).orElse("")
                + segments.sentence();
    }
}
