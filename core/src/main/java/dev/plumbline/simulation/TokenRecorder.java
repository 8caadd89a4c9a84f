package dev.plumbline.simulation;

import dev.plumbline.statistics.Sections;

/// What is kept of the tokens that a station writes.
final class TokenRecorder {
    /// From the arrival of a request to its first token.
    final Sections first = new Sections();
    /// The mean time between the tokens of an answer that has more than one.
    final Sections between = new Sections();

    /// @param betweenTokens not a number for an answer of one token
    void record(double sinceArrival, double betweenTokens) {
        first.record(sinceArrival);
        if (!Double.isNaN(betweenTokens)) {
            between.record(betweenTokens);
        }
    }

    void clear() {
        first.clear();
        between.clear();
    }

    /// Starts a repetition.
    void next(boolean oneOfMany) {
        for (Sections each : new Sections[] {first, between}) {
            if (oneOfMany) {
                each.openOnlyOnNext();
            }
            each.next();
        }
    }
}
