package dev.plumbline.scale;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Status;
import java.util.List;
import java.util.Optional;

/// A requirement's chance against scale.
///
/// @param id the requirement
/// @param meter what it reads
/// @param target relation and target, such as `<= 120 ms`
/// @param points by scale, ascending; nearer together where the chance changes
/// @param breaks where it stops being met or starts to be, by scale
public record Curve(String id, String meter, String target, List<Point> points, List<Break> breaks) {
    public Curve {
        points = List.copyOf(points);
        breaks = List.copyOf(breaks);
    }

    /// One scale.
    ///
    /// @param at in base units of the driving assumption
    /// @param value what was read; empty where arithmetic alone says that nobody is answered
    /// @param reason why it is missed or at risk there, in one sentence with numbers
    /// @param strain the component of the path with the least to spare; empty where nothing is simulated
    public record Point(double at, double chance, Optional<Figure> value, String reason, Optional<Strain> strain) {
        public Status status() {
            return Status.of(chance);
        }
    }

    /// How hard a component works.
    ///
    /// @param offered work that arrives over what it can do, in the median world; 1 or more cannot last
    public record Strain(String component, double offered) {}

    /// Whether it is met, or missed, at every scale that was looked at.
    public boolean isSteady(Status status) {
        return points.stream().allMatch(point -> point.status() == status);
    }

    /// Whether more can only hurt, as it does where there is one break at most.
    public boolean isMonotone() {
        return breaks.size() <= 1;
    }

    /// The breaks up to the one at which it first stops being met. What comes after that is not the design that was
    /// asked for: a path whose component is hopelessly overloaded is answered by its fallback, and fast.
    public List<Break> first() {
        int stop = 0;
        while (stop < breaks.size() && breaks.get(stop).turn() == Break.Turn.STARTS) {
            stop++;
        }
        return breaks.subList(0, Math.min(stop + 1, breaks.size()));
    }

    /// The chance at a scale, between points on a straight line over the logarithm of scale.
    public double chance(double at) {
        if (at <= points.getFirst().at()) {
            return points.getFirst().chance();
        }
        for (int i = 1; i < points.size(); i++) {
            Point right = points.get(i);
            if (at <= right.at()) {
                Point left = points.get(i - 1);
                double share = Math.log(at / left.at()) / Math.log(right.at() / left.at());
                return left.chance() + share * (right.chance() - left.chance());
            }
        }
        return points.getLast().chance();
    }
}
