package dev.plumbline.smell;

import dev.plumbline.design.Data;
import dev.plumbline.design.Practice;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Statistic;
import dev.plumbline.smell.Held.Stated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requirements that cannot hold together, or not beside the pipelines that the design has.
final class Contradictions {
    static final List<Smell> RULES = List.of(
            new TargetConflict(),
            new TolerableBeyondTarget(),
            new FreshnessVsInterval(),
            new AlarmBeforeLabel(),
            new RetrainVsStaleness());

    private Contradictions() {}

    /// Two targets for one thing.
    static final class TargetConflict implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Map<String, Stated> seen = new HashMap<>();
            for (Stated each : held.stated()) {
                String key = each.reading().sentence()
                        + (more(each) ? " >=" : " <=")
                        + circumstance(each)
                        + each.sentence().segments().sentence();
                Stated before = seen.putIfAbsent(key, each);
                if (before != null && !held.target(before).equals(held.target(each))) {
                    problems.error(
                            "conflict.target-conflict",
                            each.requirement().place(),
                            "\"%s\" and \"%s\" set two targets for the %s"
                                    .formatted(
                                            before.id(),
                                            each.id(),
                                            each.reading().sentence()),
                            "%s in one and %s in the other: what is built for one misses the other or pays for more"
                                    .formatted(
                                            before.sentence().target().text(),
                                            each.sentence().target().text()),
                            "keep the one that somebody needs, or write the looser as \"tolerable\"");
                }
            }
        }

        private static boolean more(Stated each) {
            Relation relation = each.sentence().relation();
            return relation == Relation.AT_LEAST || relation == Relation.MORE;
        }

        /// A latency without a load is judged at peak.
        private static String circumstance(Stated each) {
            return each.sentence().circumstance() instanceof Circumstance.Unstated
                    ? " at peak"
                    : each.sentence().circumstance().sentence();
        }
    }

    /// What is tolerable is stricter than the goal, or what would delight is looser.
    static final class TolerableBeyondTarget implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                held.target(each).ifPresent(goal -> {
                    double sign = each.sentence().relation().holds(1, 0) ? 1 : -1;
                    held.level(each, "tolerable")
                            .filter(tolerable -> sign * (tolerable - goal) > 0)
                            .ifPresent(_ -> fault(each, "tolerable", "stricter than its goal", problems));
                    held.level(each, "stretch")
                            .filter(stretch -> sign * (goal - stretch) > 0)
                            .ifPresent(_ -> fault(each, "stretch", "looser than its goal", problems));
                });
            }
        }

        private static void fault(Stated each, String level, String how, Problems problems) {
            problems.error(
                    "conflict.tolerable-beyond-target",
                    each.requirement().place(),
                    "what \"%s\" calls %s is %s".formatted(each.id(), level, how),
                    "a requirement is met before it is tolerated, and delights after it is met",
                    "exchange the two, or mend the one that was mistyped");
        }
    }

    /// Data that has to be younger than its pipeline makes it.
    static final class FreshnessVsInterval implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.FRESHNESS)) {
                Data data = held.design().data().get(each.of());
                Optional<Double> target = held.target(each);
                if (data == null
                        || target.isEmpty()
                        || !(data.compute() instanceof Data.Compute.Batch(var every, var takes))) {
                    continue;
                }
                double interval = held.value(every).orElse(0.0);
                double run = held.value(takes).orElse(0.0);
                double age = run + share(each) * interval;
                if (target.get() < age) {
                    problems.error(
                            "conflict.freshness-vs-interval",
                            each.requirement().place(),
                            "\"%s\" wants \"%s\" within %s, and its runs make it %s old"
                                    .formatted(each.id(), each.of(), Held.time(target.get()), Held.time(age)),
                            "a run every %s takes %s, and its rows are read until the next one's are there"
                                    .formatted(Held.time(interval), Held.time(run)),
                            "run it more often, compute it as a stream, or allow %s".formatted(Held.time(age)));
                }
            }
        }
    }

    /// The share of an interval that has passed, in the statistic that is asked for: rows are read at any moment of it.
    private static double share(Stated each) {
        return each.reading()
                .which()
                .map(which -> switch (which) {
                    case Statistic.Mean() -> 0.5;
                    case Statistic.Max() -> 1.0;
                    case Statistic.Percentile percentile -> percentile.level();
                })
                .orElse(1.0);
    }

    /// A loss of quality that has to be seen before its labels are there.
    static final class AlarmBeforeLabel implements Smell {
        private static final double LEVEL = 0.95;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                TrainedModel model = held.design().models().get(each.of());
                boolean judged = each.reading() instanceof Reading.ModelMetric || each.reading() instanceof Reading.Gap;
                Optional<Double> within = held.value(RequirementSection.within(each.id()));
                if (!judged || model == null || model.labelsAfter().isEmpty() || within.isEmpty()) {
                    continue;
                }
                double delay = held.grounds().quantile(model.labelsAfter().get(), LEVEL);
                if (within.get() < delay) {
                    problems.error(
                            "conflict.alarm-before-label",
                            each.requirement().place(),
                            "\"%s\" wants action within %s, and 95 %% of labels come after %s"
                                    .formatted(each.id(), Held.time(within.get()), Held.time(delay)),
                            "nobody can see a loss of quality before the truth is known",
                            "watch a proxy as well, such as drift or agreement with the rules, or allow "
                                    + Held.time(delay));
                }
            }
        }
    }

    /// A model that has to be younger than its making allows.
    static final class RetrainVsStaleness implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.FRESHNESS)) {
                TrainedModel model = held.design().models().get(each.of());
                Optional<Double> target = held.target(each);
                if (model == null || target.isEmpty() || model.every().isEmpty()) {
                    continue;
                }
                double every = model.every().flatMap(held::value).orElse(0.0);
                double takes = model.takes().flatMap(held::value).orElse(0.0);
                double canary = held.design()
                        .practice()
                        .rollout()
                        .flatMap(Practice.Rollout::canary)
                        .flatMap(each2 -> held.value(each2.lasts()))
                        .orElse(0.0);
                double age = takes + canary + share(each) * every;
                if (target.get() < age) {
                    problems.error(
                            "conflict.retrain-vs-staleness",
                            each.requirement().place(),
                            "\"%s\" wants \"%s\" within %s, and it is %s old by then"
                                    .formatted(each.id(), each.of(), Held.time(target.get()), Held.time(age)),
                            "it is trained every %s, which takes %s, and tried for %s before it serves all"
                                    .formatted(Held.time(every), Held.time(takes), Held.time(canary)),
                            "train it more often, or allow " + Held.time(age));
                }
            }
        }
    }
}
