package dev.plumbline.smell;

import dev.plumbline.design.Practice;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Segments;
import dev.plumbline.smell.Held.Stated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Metrics of predictions that so few samples, or so uneven ones, cannot tell.
final class SampleRules {
    static final List<Smell> RULES = List.of(new GapBelowNoise(), new SliceTooThin(), new AccuracyUnderImbalance());

    private SampleRules() {}

    /// What a window of so many seconds holds of a model's predictions; four weeks where none is stated.
    private static double predictions(Held held, Stated each) {
        return held.reaching(each.of()) * held.window(each).orElse(28 * 86_400.0);
    }

    /// The share of predictions on which a rate is taken: of true and false positives it is the positives.
    private static double counted(Held held, String metric) {
        boolean positives = POSITIVES.contains(metric);
        Optional<Double> base = held.design()
                .practice()
                .rollout()
                .flatMap(Practice.Rollout::canary)
                .flatMap(Practice.Canary::base)
                .flatMap(held::value);
        return positives ? base.orElse(1.0) : 1;
    }

    private static final Set<String> POSITIVES =
            Set.of("recall", "true-positive-rate", "false-negative-rate", "precision");

    /// A gap between groups that is smaller than its own noise: two shares of `n` each differ by less than
    /// `1.96 sqrt(2 p (1 - p) / n)` in 19 of 20 cases without any cause, so that `n` has to be at least
    /// `2 1.96² p (1 - p) / d²` (A. Agresti, "An Introduction to Categorical Data Analysis", 2007, 2.2.1).
    static final class GapBelowNoise implements Smell {
        /// The rate that is taken where none is known.
        private static final double RATE = 0.8;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.FAIRNESS)) {
                Optional<Double> gap = held.target(each);
                double group = each.reading() instanceof Reading.Gap(var metric, var _, var _)
                        ? predictions(held, each) * counted(held, metric.text()) / 2
                        : 0;
                if (gap.isPresent() && group > 0 && group < needed(gap.get(), RATE)) {
                    problems.warning(
                            "statistics.gap-below-noise",
                            each.requirement().place(),
                            "%s in each of two groups cannot show the gap of %s that \"%s\" allows"
                                    .formatted(Held.number(group), Quantity.percent(gap.get(), 5), each.id()),
                            "at a rate of 80 %% it takes %s in each to tell that from chance"
                                    .formatted(Held.number(needed(gap.get(), RATE))),
                            "allow a wider gap, or judge it over a longer window");
                }
            }
        }

        static double needed(double gap, double rate) {
            return gap <= 0 ? Double.POSITIVE_INFINITY : Math.ceil(2 * 1.96 * 1.96 * rate * (1 - rate) / (gap * gap));
        }
    }

    /// A floor in segments that hold too few.
    static final class SliceTooThin implements Smell {
        /// At a rate of 0.8 the interval is then 3.5 points to each side.
        private static final double LEAST = 500;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                int segments = segments(held, each.sentence().segments());
                if (segments == 0 || !(each.reading() instanceof Reading.ModelMetric(var metric, var _))) {
                    continue;
                }
                double slice = predictions(held, each) * counted(held, metric.text()) / segments;
                if (slice > 0 && slice < LEAST) {
                    problems.warning(
                            "statistics.slice-too-thin",
                            each.requirement().place(),
                            "a segment of \"%s\" holds %s, were they all alike"
                                    .formatted(each.id(), Held.number(slice)),
                            "below 500 an %s of 80 %% is known to %s points at best"
                                    .formatted(metric.text(), Held.number(100 * 1.96 * Math.sqrt(0.16 / slice))),
                            "join segments, or judge it over a longer window");
                }
            }
        }

        private static int segments(Held held, Segments segments) {
            return switch (segments) {
                case Segments.All() -> 0;
                case Segments.Every(var attribute) ->
                    attribute.text().equals("region")
                            ? Math.max(1, held.design().regions().size())
                            : 2;
                case Segments.Named(var names) -> names.size();
            };
        }
    }

    /// An accuracy that always saying the same would reach.
    static final class AccuracyUnderImbalance implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Optional<Double> base = held.design()
                    .practice()
                    .rollout()
                    .flatMap(Practice.Rollout::canary)
                    .flatMap(Practice.Canary::base)
                    .flatMap(held::value);
            if (base.isEmpty()) {
                return;
            }
            double majority = Math.max(base.get(), 1 - base.get());
            for (Stated each : held.of(RequirementKind.QUALITY)) {
                boolean accuracy = each.reading() instanceof Reading.ModelMetric(var metric, var _)
                        && metric.text().equals("accuracy");
                if (accuracy && held.target(each).orElse(2.0) <= majority + 0.01) {
                    problems.warning(
                            "statistics.accuracy-under-imbalance",
                            each.requirement().place(),
                            "\"%s\" asks for an accuracy of %s"
                                    .formatted(
                                            each.id(),
                                            Quantity.percent(held.target(each).orElseThrow(), 5)),
                            "always giving the commoner answer is right in %s of cases"
                                    .formatted(Quantity.percent(majority, 5)),
                            "ask for recall at a precision instead");
                }
            }
        }
    }
}
