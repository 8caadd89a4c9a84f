package dev.plumbline.scale;

import dev.plumbline.assessment.Run;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Spread;
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

    /// Months of the growth that the design states.
    ///
    /// @param middle below 0 where it has been passed, not a number where nothing grows
    /// @param low the end of the 90 % interval, minus infinite where the break has none
    /// @param high the same, infinite where the break has none
    public record Months(double middle, double low, double high) {}

    /// After how many months of the growth that the design states a break is reached. What is not known of the break
    /// and of today's number is independent, so on a scale of ratios their intervals add up as squares.
    public Months months(Break turn) {
        double middle = grown(headroom(turn.at()));
        if (Double.isNaN(middle)) {
            return new Months(middle, middle, middle);
        }
        Spread now = by.now();
        double sooner = Math.hypot(grown(turn.at() / turn.low()), grown(now.high() / now.median()));
        double later = Math.hypot(grown(turn.high() / turn.at()), grown(now.median() / now.low()));
        return new Months(middle, middle - sooner, middle + later);
    }

    private double grown(double times) {
        return by.monthly().isPresent() && by.monthly().getAsDouble() > 1
                ? Math.log(times) / Math.log(by.monthly().getAsDouble())
                : Double.NaN;
    }
}
