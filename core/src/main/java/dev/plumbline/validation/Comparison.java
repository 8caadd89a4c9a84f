package dev.plumbline.validation;

/// A case with what became of it.
public record Comparison(Case given, Outcome outcome) {
    /// How ours stands to theirs.
    public enum Verdict {
        /// Within the tolerance.
        INSIDE,
        /// Beyond it.
        OUTSIDE,
        /// There is no figure of ours.
        NOT_COMPUTED
    }

    public Verdict verdict() {
        return switch (outcome) {
            case Outcome.Ours(var computed) ->
                given.tolerance().holds(computed, given.theirs()) ? Verdict.INSIDE : Verdict.OUTSIDE;
            case Outcome.NotComputed _, Outcome.Strange _ -> Verdict.NOT_COMPUTED;
        };
    }

    /// Why there is no figure; empty if there is one.
    public String why() {
        return switch (outcome) {
            case Outcome.Ours _ -> "";
            case Outcome.NotComputed(var why) -> why;
            case Outcome.Strange _ -> "no method here computes it from what is given";
        };
    }
}
