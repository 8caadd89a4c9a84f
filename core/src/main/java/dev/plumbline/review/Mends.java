package dev.plumbline.review;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Verdict;
import java.util.List;
import java.util.Optional;

/// What a search for mends has found.
///
/// @param design the design's name
/// @param file its file, as the user named it
/// @param before the verdict on the requirement as the design stands; empty where nothing is missed or at risk
/// @param cost money per month as the design stands; empty where nothing has a price
/// @param mends those that none other beats in both gain and cost, the cheapest first
/// @param tried how much was tried
public record Mends(
        String design,
        String file,
        Optional<Verdict> before,
        Optional<Figure> cost,
        List<Mend> mends,
        Tried tried,
        Run run) {
    public Mends {
        mends = List.copyOf(mends);
    }

    /// How much of the search was done.
    ///
    /// @param candidates edits, and combinations of them, that were simulated
    /// @param skipped those that were due and were not tried before the budget ended
    /// @param hurting those that would have helped and were dropped since another requirement got worse
    /// @param hurt the requirements that they made worse
    /// @param end why the search ended
    public record Tried(int candidates, int skipped, int hurting, List<String> hurt, End end) {
        public Tried {
            hurt = List.copyOf(hurt);
        }
    }

    /// Why a search ended.
    public enum End {
        /// All that was due was tried.
        COMPLETE,
        /// The budget was spent.
        SPENT,
        /// The user stopped it.
        INTERRUPTED
    }
}
