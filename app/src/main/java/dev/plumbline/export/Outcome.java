package dev.plumbline.export;

import dev.plumbline.requirement.Requirement;
import java.util.List;

/// What became of a requirement.
public sealed interface Outcome {
    Requirement requirement();

    /// It became objectives.
    ///
    /// @param notes what was taken for true, and what an operator has to see to
    record Exported(Requirement requirement, List<String> notes) implements Outcome {
        public Exported {
            notes = List.copyOf(notes);
        }
    }

    /// It is in none of the files.
    ///
    /// @param reason a clause without a full stop
    record Left(Requirement requirement, String reason) implements Outcome {}
}
