package dev.plumbline.export;

import dev.plumbline.requirement.Requirement;
import java.math.BigDecimal;
import java.util.List;

/// What a monitoring system holds a running system to: one requirement, overall or in one segment.
///
/// @param name its name in files: letters, digits and hyphens
/// @param requirement what it came from
/// @param place where that stands, such as `design.yaml:14`
/// @param title what is promised, in words
/// @param indicator what is counted or read
/// @param share the share of events, or of readings, that has to be good; above 0 and below 1
/// @param unit the unit of a bound that files hold as a bare number; empty where there is none
/// @param notes what was taken for true, and what an operator has to see to
record Objective(
        String name,
        Requirement requirement,
        String place,
        String title,
        Indicator indicator,
        BigDecimal share,
        Period period,
        String unit,
        List<String> notes) {
    Objective {
        notes = List.copyOf(notes);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "The share (%s) of an objective lies between 0 and 1.".formatted(share.toPlainString()));
        }
    }

    /// The same under another name.
    Objective named(String other) {
        return new Objective(other, requirement, place, title, indicator, share, period, unit, notes);
    }

    /// What the requirement says, for a comment: id, ask and line.
    String origin() {
        return requirement.id()
                + requirement.ask().map(ask -> " · \"" + ask + "\"").orElse("")
                + " · " + place;
    }

    /// So many of them, in words.
    static String counted(int count) {
        return count + (count == 1 ? " objective" : " objectives");
    }
}
