package dev.plumbline.scale;

import dev.plumbline.assessment.Status;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the breaks off a requirement's chances.
final class Breaks {
    /// A component that gets this share of what it can do is what ends a path.
    private static final double NEARLY_ALL = 0.9;

    private Breaks() {}

    static List<Break> of(Sentence must, List<Curve.Point> points) {
        List<Break> breaks = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            boolean before = points.get(i - 1).chance() >= 0.5;
            boolean after = points.get(i).chance() >= 0.5;
            if (before != after) {
                breaks.add(between(must, points, i));
            }
        }
        return breaks;
    }

    /// @param right the first point on the other side
    private static Break between(Sentence must, List<Curve.Point> points, int right) {
        boolean stops = points.get(right - 1).chance() >= 0.5;
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
        Curve.Point beyond = stops ? points.get(Math.min(high, points.size() - 1)) : points.get(Math.max(low, 0));
        return new Break(
                stops ? Break.Turn.STOPS : Break.Turn.STARTS,
                middle(points, right),
                low < 0 ? 0 : middle(points, low + 1),
                high == points.size() ? Double.POSITIVE_INFINITY : middle(points, high),
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
