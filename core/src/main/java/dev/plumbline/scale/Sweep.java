package dev.plumbline.scale;

import dev.plumbline.assessment.Run;
import dev.plumbline.quantity.Dimension;
import java.util.List;
import java.util.Optional;

/// A design from a small to a large scale.
///
/// @param from the smallest scale, in base units of the driving assumption
/// @param to the largest
/// @param curves the requirements that something reads, in file order
/// @param limits where parts of it have no more to give, by scale
/// @param changes what moves the first limits, one on top of the other
/// @param money the currency and time in which costs are told, as a dimension; empty where nothing has a price
/// @param unread the others, with why
/// @param fixed what stays as the design states it, whatever the scale
/// @param complete false when it was interrupted, so that breaks are less exact, or missing
public record Sweep(
        String design,
        String file,
        DrivingAssumption by,
        double from,
        double to,
        List<Curve> curves,
        List<Limit> limits,
        List<Change> changes,
        Optional<Dimension> money,
        List<Unread> unread,
        List<String> fixed,
        boolean complete,
        Run run) {
    public Sweep {
        curves = List.copyOf(curves);
        limits = List.copyOf(limits);
        changes = List.copyOf(changes);
        unread = List.copyOf(unread);
        fixed = List.copyOf(fixed);
    }

    /// A requirement that nothing reads.
    public record Unread(String id, String reason) {}

    /// How many times today's value a scale is.
    public double headroom(double at) {
        return at / by.now().median();
    }

    /// After how many months of the growth that the design states a scale is reached; below 0 where it has been
    /// passed,
    /// not a number where nothing grows.
    public double months(double at) {
        return by.monthly().isPresent() && by.monthly().getAsDouble() > 1
                ? Math.log(headroom(at)) / Math.log(by.monthly().getAsDouble())
                : Double.NaN;
    }
}
