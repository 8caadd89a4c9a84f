package dev.plumbline.scale;

import dev.plumbline.assessment.Status;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads the breaks off a requirement's chances.
final class Breaks {
    /// A component that gets this share of what it can do is what ends a path.
    private static final double NEARLY_ALL = 0.9;

    private Breaks() {}

    static List<Break> of(Sentence must, List<Curve.Point> points) {
        return turns(points).stream().map(right -> between(must, points, right)).toList();
    }

    /// The points beyond breaks whose reason only a simulation of all worlds tells, and that were not looked at so.
    static List<Curve.Point> untold(Sentence must, List<Curve.Point> points) {
        return turns(points).stream()
                .map(right -> Ends.of(points, right).beyond())
                .filter(beyond -> why(must.reading(), beyond) == Break.Why.TAIL
                        && beyond.value().isEmpty())
                .toList();
    }

    /// The first points on the other side.
    private static List<Integer> turns(List<Curve.Point> points) {
        return IntStream.range(1, points.size())
                .filter(i -> holds(points.get(i - 1)) != holds(points.get(i)))
                .boxed()
                .toList();
    }

    private static boolean holds(Curve.Point point) {
        return point.chance() >= 0.5;
    }

    /// Where a break begins and ends.
    ///
    /// @param low the last point at which it has not begun; below 0 where it has at all that were looked at
    /// @param high the first at which it has ended; beyond the last where it has not at all
    /// @param beyond the one that shows why
    private record Ends(int low, int high, Curve.Point beyond) {
        static Ends of(List<Curve.Point> points, int right) {
            boolean stops = holds(points.get(right - 1));
            Status sure = stops ? Status.MET : Status.MISSED;
            Status done = stops ? Status.MISSED : Status.MET;
            int low = right - 1;
            while (low >= 0 && points.get(low).status() != sure) {
                low--;
            }
            int high = right;
            while (high < points.size() && points.get(high).status() != done) {
                high++;
            }
            return new Ends(low, high, points.get(stops ? Math.min(high, points.size() - 1) : Math.max(low, 0)));
        }
    }

    /// @param right the first point on the other side
    private static Break between(Sentence must, List<Curve.Point> points, int right) {
        Ends ends = Ends.of(points, right);
        Curve.Point beyond = ends.beyond();
        return new Break(
                holds(points.get(right - 1)) ? Break.Turn.STOPS : Break.Turn.STARTS,
                middle(points, right),
                ends.low() < 0 ? 0 : middle(points, ends.low() + 1),
                ends.high() == points.size() ? Double.POSITIVE_INFINITY : middle(points, ends.high()),
                why(must.reading(), beyond),
                component(must.reading(), beyond).orElse(""),
                reason(must.reading(), beyond));
    }

    /// Between a point and the one before it, on a scale of ratios.
    private static double middle(List<Curve.Point> points, int right) {
        return Math.sqrt(points.get(right - 1).at() * points.get(right).at());
    }

    private static Break.Why why(Reading reading, Curve.Point beyond) {
        return switch (reading) {
            case Reading.Latency _, Reading.Throughput _, Reading.Success _, Reading.Fallbacks _ ->
                isSaturated(beyond) ? Break.Why.SATURATION : Break.Why.TAIL;
            case Reading.Cost _ -> Break.Why.MONEY;
            case Reading.Storage _ -> Break.Why.STORAGE;
            case Reading.Energy _, Reading.Carbon _ -> Break.Why.ENERGY;
            case Reading.Availability _ -> Break.Why.AVAILABILITY;
            case Reading.Age _,
                    Reading.StaleReads _,
                    Reading.ModelMetric _,
                    Reading.Gap _,
                    Reading.Drift _,
                    Reading.Skew _,
                    Reading.Declared _ -> Break.Why.AGE;
            case Reading.Ttft _, Reading.Tpot _ -> Break.Why.TAIL;
        };
    }

    /// A simulation names the component that is worst off anywhere, which need not be on the path.
    private static String reason(Reading reading, Curve.Point beyond) {
        return component(reading, beyond)
                .map(component -> "%s gets %s times what it can do"
                        .formatted(
                                component,
                                Quantity.plain(beyond.strain().orElseThrow().offered())))
                .orElse(beyond.reason());
    }

    private static boolean isSaturated(Curve.Point point) {
        return point.strain().filter(each -> each.offered() >= NEARLY_ALL).isPresent();
    }

    private static Optional<String> component(Reading reading, Curve.Point beyond) {
        return why(reading, beyond) == Break.Why.SATURATION
                ? beyond.strain().map(each -> each.component())
                : Optional.empty();
    }
}
