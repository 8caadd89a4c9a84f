package dev.plumbline.smell;

import dev.plumbline.design.Data;
import dev.plumbline.design.Step;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Statistic;
import dev.plumbline.smell.Held.Stated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Statistics of requests that say nothing, or something else than is meant.
final class StatisticsRules {
    static final List<Smell> RULES = List.of(
            new MeanNotTail(),
            new PercentileUnsupported(),
            new BudgetBelowOneEvent(),
            new PercentileSum(),
            new FanOutBlind(),
            new WindowVsCadence());

    private StatisticsRules() {}

    /// A mean or a median, and nothing about the slow ones.
    static final class MeanNotTail implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                boolean middle =
                        each.reading().which().map(MeanNotTail::isMiddle).orElse(false);
                boolean tail = held.stated().stream()
                        .anyMatch(other ->
                                other.reading().kind() == each.reading().kind()
                                        && other.of().equals(each.of())
                                        && other.reading()
                                                .which()
                                                .filter(which -> !isMiddle(which))
                                                .isPresent());
                if (middle && !tail) {
                    problems.warning(
                            "statistics.mean-not-tail",
                            each.requirement().place(),
                            "\"%s\" bounds the middle of the requests and nothing bounds the slow ones"
                                    .formatted(each.id()),
                            "half of all requests may take any time, and who waits longest complains",
                            "ask for a p99 as well, or instead");
                }
            }
        }

        private static boolean isMiddle(Statistic which) {
            return switch (which) {
                case Statistic.Mean() -> true;
                case Statistic.Max() -> false;
                case Statistic.Percentile percentile -> percentile.level() <= 0.5;
            };
        }
    }

    /// Too few requests beyond the percentile to measure it.
    static final class PercentileUnsupported implements Smell {
        /// Its standard error is then a third of what it estimates.
        private static final double LEAST = 10;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                Optional<Double> window = held.window(each);
                Optional<Double> rate = held.rate(each.of());
                if (window.isEmpty() || rate.isEmpty() || each.level().isEmpty()) {
                    continue;
                }
                double all = rate.get() * window.get();
                double beyond = all * (1 - each.level().get());
                if (beyond < LEAST) {
                    problems.warning(
                            "statistics.percentile-unsupported",
                            each.requirement().place(),
                            "only %s of %s requests in %s lie beyond the %s of \"%s\""
                                    .formatted(
                                            Held.number(beyond),
                                            Held.number(all),
                                            Held.time(window.get()),
                                            each.reading().which().orElseThrow().sentence(),
                                            each.id()),
                            "fewer than ten leave the measured percentile to chance",
                            "judge it over %s, or ask for a lower percentile"
                                    .formatted(
                                            Held.time(LEAST / (1 - each.level().get()) / rate.get())));
                }
            }
        }
    }

    /// A budget that one failure spends.
    static final class BudgetBelowOneEvent implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.AVAILABILITY)) {
                Optional<Double> window = held.window(each);
                Optional<Double> rate = held.rate(each.of());
                Optional<Double> target = held.target(each);
                if (window.isEmpty() || rate.isEmpty() || target.isEmpty()) {
                    continue;
                }
                double budget = rate.get() * window.get() * (1 - target.get());
                if (budget < 1) {
                    problems.warning(
                            "statistics.budget-below-one-event",
                            each.requirement().place(),
                            "of %s requests in %s, \"%s\" lets %s fail"
                                    .formatted(
                                            Held.number(rate.get() * window.get()),
                                            Held.time(window.get()),
                                            each.id(),
                                            Held.number(budget)),
                            "a single failure misses the target, and no operation can prevent each of them",
                            "judge it over %s, or lower the target"
                                    .formatted(Held.time(window.get() / Math.max(budget, 1e-9))));
                }
            }
        }
    }

    /// A budget in which p99s were added.
    static final class PercentileSum implements Smell {
        private static final double CLOSE = 0.01;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated parent : held.of(RequirementKind.LATENCY)) {
                Step.Sequence steps = held.design().paths().get(parent.of());
                Optional<Double> target = held.target(parent);
                if (steps == null || target.isEmpty() || parent.level().isEmpty()) {
                    continue;
                }
                List<String> added = new ArrayList<>();
                double sum = 0;
                for (Step step : steps.steps()) {
                    Optional<Stated> child = step instanceof Step.Call call
                            ? held.first(RequirementKind.LATENCY, call.target())
                                    .filter(each -> each.level().equals(parent.level()))
                            : Optional.empty();
                    if (child.isPresent()) {
                        sum += held.target(child.get()).orElse(0.0);
                        added.add(child.get().id());
                    }
                }
                if (added.size() > 1 && Math.abs(sum - target.get()) <= CLOSE * sum) {
                    problems.error(
                            "statistics.percentile-sum",
                            parent.requirement().place(),
                            "the target of \"%s\" is the sum of those of %s"
                                    .formatted(parent.id(), String.join(" and ", added)),
                            "percentiles do not add: steps are seldom slow together, and the sum promises too little",
                            "simulate the path, and set its target by what users need");
                }
            }
        }
    }

    /// A parent that waits for many and promises what each of them does.
    static final class FanOutBlind implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated parent : held.of(RequirementKind.LATENCY)) {
                Step.Sequence steps = held.design().paths().get(parent.of());
                if (steps != null && parent.level().isPresent()) {
                    steps.steps().forEach(step -> forks(held, parent, step, problems));
                }
            }
        }

        private static void forks(Held held, Stated parent, Step step, Problems problems) {
            if (!(step instanceof Step.Parallel(int need, var branches, var _)) || need < branches.size()) {
                return;
            }
            Map<String, Integer> counts = new HashMap<>();
            branches.forEach(branch -> {
                if (branch instanceof Step.Call call) {
                    counts.merge(call.target(), 1, Integer::sum);
                }
            });
            double level = parent.level().orElseThrow();
            counts.forEach((target, copies) -> held.first(RequirementKind.LATENCY, target)
                    .filter(child -> child.level().equals(parent.level()))
                    .filter(child -> copies > 1 && same(held, parent, child))
                    .ifPresent(child -> problems.error(
                            "statistics.fan-out-blind",
                            parent.requirement().place(),
                            "\"%s\" promises of %d parallel calls what \"%s\" promises of one"
                                    .formatted(parent.id(), copies, child.id()),
                            "1 - %s^%d: %s of its requests wait for a call that is slower"
                                    .formatted(level, copies, Quantity.percent(1 - Math.pow(level, copies), 5)),
                            "ask p%s of each call, or give the parent more time"
                                    .formatted(Quantity.percent(Math.pow(level, 1.0 / copies), 5)
                                            .replace(" %", "")))));
        }

        private static boolean same(Held held, Stated parent, Stated child) {
            return held.target(parent).orElse(Double.MAX_VALUE)
                    <= held.target(child).orElse(0.0) * 1.001;
        }
    }

    /// A window too short for what is evaluated in it.
    static final class WindowVsCadence implements Smell {
        private static final double LEAST = 3;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                Optional<Double> window = held.window(each);
                Optional<Double> interval = interval(held, each);
                if (window.isPresent() && interval.isPresent() && window.get() < LEAST * interval.get()) {
                    problems.warning(
                            "statistics.window-vs-cadence",
                            each.requirement().place(),
                            "\"%s\" is judged over %s, and what it is about changes every %s"
                                    .formatted(each.id(), Held.time(window.get()), Held.time(interval.get())),
                            "a window that holds fewer than three values shows one of them, and no trend",
                            "judge it over %s or more".formatted(Held.time(LEAST * interval.get())));
                }
            }
        }

        private static Optional<Double> interval(Held held, Stated each) {
            boolean ofData = each.reading() instanceof Reading.Age
                    || each.reading() instanceof Reading.Drift
                    || each.reading() instanceof Reading.Skew;
            Data data = held.design().data().get(each.of());
            if (ofData && data != null && data.compute() instanceof Data.Compute.Batch(var every, var _)) {
                return held.value(every);
            }
            TrainedModel model = held.design().models().get(each.of());
            return ofData && model != null ? model.every().flatMap(held::value) : Optional.empty();
        }
    }
}
