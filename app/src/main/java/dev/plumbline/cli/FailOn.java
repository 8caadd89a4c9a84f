package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Status;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.report.Tally;
import java.util.Locale;

/// From what on a report counts as a failure, which is exit code 1. A requirement that is missed weighs as much as an
/// error, one that is at risk or cannot be measured as much as a warning; one without evidence fails nothing, since it
/// is
/// Plumbline that cannot read it.
enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the assessment is a failure.
    boolean fails(Assessment assessment) {
        Tally tally = Tally.of(assessment);
        boolean errors = tally.of(Status.MISSED) > 0 || tally.of(Severity.ERROR) > 0;
        boolean warnings =
                tally.of(Status.AT_RISK) > 0 || tally.of(Status.UNMEASURABLE) > 0 || tally.of(Severity.WARNING) > 0;
        return switch (this) {
            case ERROR -> errors;
            case WARNING -> errors || warnings;
            case NEVER -> false;
        };
    }
}
