package dev.plumbline.proposal;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Practice;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.RequirementKind;
import java.util.Optional;

/// Targets that a design could keep, each from its own numbers; empty where it gives none.
final class DesignTargets {
    /// A target needs room for what waits in queues.
    private static final double ROOM = 3;
    private static final double SPARE = 1.5;
    private static final double MARGIN = 1.2;
    /// Up to there a wait feels like none, keeps the flow of thought, or holds the attention (Nielsen 1993, chapter 5).
    private static final double[] FELT = {0.1, 1, 10};
    private static final String[] FEELING = {"feels instant", "keeps the flow of thought", "holds the attention"};

    private final Grounds grounds;
    private final Design design;

    DesignTargets(Grounds grounds) {
        this.grounds = grounds;
        this.design = grounds.design();
    }

    Optional<Answer> of(RequirementKind kind, Subject subject) {
        if (!subject.isKnown()) {
            return Optional.empty();
        }
        String name = subject.name();
        return switch (kind) {
            case LATENCY -> latency(name);
            case THROUGHPUT -> throughput(name);
            case CAPACITY -> capacity(name);
            case AVAILABILITY -> availability(name);
            case FRESHNESS -> freshness(name);
            case QUALITY -> quality();
            case ONLINE_EFFECT -> effect();
            case LABEL_DELAY -> labels(name);
            case RETRAINING -> retraining(name);
            case COLD_START, SCALING -> scaling();
            case COST -> cost();
            case CARBON -> carbon();
            case PRIVACY -> privacy();
            case ROLLBACK -> rollback();
            case FALLBACK -> fallback(name);
            case TIME_TO_FIRST_TOKEN,
                    TIME_PER_OUTPUT_TOKEN,
                    RECOVERY,
                    DURABILITY,
                    STALENESS,
                    CALIBRATION,
                    FAIRNESS,
                    DRIFT,
                    SKEW,
                    RESIDENCY,
                    EXPLAINABILITY,
                    SAFETY,
                    AUDIT,
                    USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> Optional.empty();
        };
    }

    private Optional<Answer> latency(String path) {
        double work = grounds.work(path);
        if (work <= 0) {
            return Optional.empty();
        }
        Quantity worked = time(work);
        for (int i = 0; i < FELT.length; i++) {
            if (ROOM * work <= FELT[i]) {
                return Optional.of(Answer.fromDesign(
                        time(FELT[i]).toString(),
                        "it %s (Nielsen 1993), and the steps' medians come to %s without a queue"
                                .formatted(FEELING[i], worked)));
            }
        }
        return Optional.of(Answer.fromDesign(
                Steps.up(time(ROOM * work)).toString(),
                "three times what the steps' medians come to without a queue, " + worked));
    }

    private Optional<Answer> throughput(String path) {
        return grounds.peak(path)
                .map(peak -> Answer.fromDesign(
                        Steps.up(peak.times(Quantity.plain(SPARE))).toString(),
                        "%s at your stated peak, and half as much again to spare".formatted(peak)));
    }

    private Optional<Answer> capacity(String path) {
        return grounds.atHorizon(path + ".peak_requests")
                .map(peak -> Answer.fromDesign(
                        Steps.up(peak).toString(),
                        "%s at the peak %s from now, by your own growth"
                                .formatted(
                                        peak,
                                        design.horizon()
                                                .flatMap(grounds::value)
                                                .map(Quantity::toString)
                                                .orElse(""))));
    }

    private Optional<Answer> availability(String path) {
        return grounds.availability(path)
                .map(product -> Answer.fromDesign(
                        Quantity.percent(Steps.share(product), 6),
                        "what it needs works together %s of the time".formatted(Quantity.percent(product, 5))));
    }

    private Optional<Answer> freshness(String name) {
        Data data = design.data().get(name);
        if (data == null) {
            return Optional.empty();
        }
        double late = data.from().stream()
                .map(design.sources()::get)
                .filter(java.util.Objects::nonNull)
                .map(EventSource::late)
                .flatMap(Optional::stream)
                .mapToDouble(each -> grounds.quantile(each, 0.99))
                .max()
                .orElse(0);
        return switch (data.compute()) {
            case Data.Compute.Batch(var every, var takes) -> {
                double period = grounds.quantile(every, 0.5);
                double run = grounds.quantile(takes, 0.5);
                yield Optional.of(Answer.fromDesign(
                        Steps.up(time(period + run + late)).toString(),
                        "a run every %s takes %s, and events come up to %s late"
                                .formatted(time(period), time(run), time(late))));
            }
            case Data.Compute.Stream _ ->
                data.lag().map(lag -> {
                    double behind = grounds.quantile(lag, 0.99);
                    return Answer.fromDesign(
                            Steps.up(time(behind + late)).toString(),
                            "the stream lags up to %s, and events come up to %s late"
                                    .formatted(time(behind), time(late)));
                });
            case Data.Compute.OnDemand _, Data.Compute.Unstated _ -> Optional.empty();
        };
    }

    private Optional<Answer> quality() {
        Optional<Practice.Task> task = design.practice().task();
        return task.flatMap(Practice.Task::baseline)
                .flatMap(baseline -> baseline.value()
                        .flatMap(grounds::value)
                        .map(value -> Answer.fromDesign(
                                Quantity.percent(value.value(), 6),
                                "of %s, which %s reach already"
                                        .formatted(
                                                task.flatMap(Practice.Task::offline)
                                                        .orElse("the offline metric"),
                                                baseline.what()))));
    }

    private Optional<Answer> effect() {
        return design.practice()
                .rollout()
                .flatMap(Practice.Rollout::canary)
                .flatMap(Practice.Canary::detects)
                .flatMap(grounds::value)
                .map(least -> Answer.fromDesign(
                        Quantity.percent(least.value(), 6), "the least change that your canary has to see"));
    }

    private Optional<Answer> labels(String model) {
        return Optional.ofNullable(design.models().get(model))
                .flatMap(TrainedModel::labelsAfter)
                .map(after -> time(grounds.quantile(after, 0.95)))
                .map(p95 -> Answer.fromDesign(
                        Steps.up(p95).toString(), "95 %% of labels are there after %s".formatted(p95)));
    }

    private Optional<Answer> retraining(String name) {
        TrainedModel model = design.models().get(name);
        if (model == null || model.every().isEmpty() || model.takes().isEmpty()) {
            return Optional.empty();
        }
        double every = grounds.quantile(model.every().get(), 0.5);
        double takes = grounds.quantile(model.takes().get(), 0.5);
        double tried = design.practice()
                .rollout()
                .flatMap(Practice.Rollout::canary)
                .map(canary -> grounds.quantile(canary.lasts(), 0.5))
                .orElse(0.0);
        String then = tried > 0 ? ", and tried for %s before it serves all".formatted(time(tried)) : "";
        return Optional.of(Answer.fromDesign(
                Steps.up(time(every + takes + tried)).toString(),
                "it is trained every %s, which takes %s%s".formatted(time(every), time(takes), then)));
    }

    private Optional<Answer> scaling() {
        return design.components().values().stream()
                .flatMap(each -> each.scale().stream())
                .map(Component.Scale::after)
                .findFirst()
                .flatMap(grounds::value)
                .map(after -> Answer.fromDesign(
                        Steps.up(after).toString(), "a new replica serves %s after the decision".formatted(after)));
    }

    private Optional<Answer> cost() {
        return grounds.value("cost")
                .map(cost -> Answer.fromDesign(
                        Steps.up(cost.times(Quantity.plain(MARGIN))).toString(),
                        "your machines and data come to %s, and a fifth to spare".formatted(cost)));
    }

    private Optional<Answer> carbon() {
        return grounds.value("carbon_per_1000")
                .or(() -> grounds.value("carbon"))
                .map(mass -> Answer.fromDesign(Steps.up(mass).toString(), "by your machines it comes to " + mass));
    }

    private Optional<Answer> privacy() {
        return design.practice()
                .privacy()
                .flatMap(Practice.Privacy::eraseWithin)
                .flatMap(grounds::value)
                .map(within -> Answer.fromDesign(within.toString(), "what your privacy section promises already"));
    }

    private Optional<Answer> rollback() {
        return design.practice()
                .rollout()
                .flatMap(Practice.Rollout::rollback)
                .flatMap(grounds::value)
                .map(within -> Answer.fromDesign(within.toString(), "what your rollout section promises already"));
    }

    /// As often as what has a fallback fails, and as much again for what is slow.
    private Optional<Answer> fallback(String path) {
        return grounds.availability(path)
                .map(product -> Math.max(
                        0.01, Steps.up(Quantity.plain(2 * (1 - product))).value()))
                .filter(share -> share < 1)
                .map(share -> Answer.fromDesign(
                        Quantity.percent(share, 6), "room for outages and for calls that come too late"));
    }

    private static Quantity time(double seconds) {
        return new Quantity(seconds, Dimension.TIME);
    }
}
