package dev.plumbline.simulation;

import java.util.List;

/// What every arrival rate is multiplied by over simulated time: straight lines between points, level before
/// the first and after the last. Two points at the same time make a step.
public record Load(List<Point> points) {
    /// @param at seconds from the start, zero or more
    /// @param factor zero or more
    public record Point(double at, double factor) {}

    public static final Load EVEN = new Load(List.of(new Point(0, 1)));

    public Load {
        points = List.copyOf(points);
        double before = 0;
        for (Point point : points) {
            if (!(point.at >= before) || !(point.factor >= 0)) {
                throw new IllegalArgumentException(
                        "load points must be in order of time, with factors of zero or more");
            }
            before = point.at;
        }
        if (points.isEmpty() || !(points.getLast().factor > 0)) {
            throw new IllegalArgumentException("the last load factor must be positive");
        }
    }

    /// Rises in a straight line from 1 at `from` to `factor` within `ramp` seconds, stays for `lasts`, falls
    /// back at once.
    public static Load surge(double from, double ramp, double factor, double lasts) {
        double top = from + ramp;
        return new Load(List.of(
                new Point(from, 1), new Point(top, factor), new Point(top + lasts, factor), new Point(top + lasts, 1)));
    }
}
