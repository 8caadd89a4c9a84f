package dev.plumbline.scorecard;

import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Decision;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;

/// What a design review would ask.
///
/// @param decided what was decided, and why
/// @param open what nobody has settled yet
/// @param risky requirements that are missed or at risk, the least likely first
/// @param contradictory what the design is at odds with, requirements that cannot all hold among it
/// @param orphanRequirements requirements that no component answers
/// @param orphanComponents components that serve no requirement
public record Review(
        List<Decision> decided,
        List<Open> open,
        List<Verdict> risky,
        List<Contradiction> contradictory,
        List<Orphan> orphanRequirements,
        List<Orphan> orphanComponents) {
    public Review {
        decided = List.copyOf(decided);
        open = List.copyOf(open);
        risky = List.copyOf(risky);
        contradictory = List.copyOf(contradictory);
        orphanRequirements = List.copyOf(orphanRequirements);
        orphanComponents = List.copyOf(orphanComponents);
    }

    /// Something that is not settled.
    ///
    /// @param what the question, or the requirement
    /// @param why why it is open; empty for a question that nobody has answered
    /// @param where `design.yaml:14`; empty where it has no line
    public record Open(String what, String why, String where) {}

    /// Things that cannot all hold.
    ///
    /// @param where `design.yaml:14`
    public record Contradiction(String what, String why, String where) {
        static Contradiction of(Diagnostic finding) {
            return new Contradiction(
                    finding.what(),
                    finding.why(),
                    finding.place().file() + ":" + finding.place().line());
        }
    }

    /// Something that hangs together with nothing.
    public record Orphan(String name, String why, String where) {}
}
