package dev.plumbline.proposal;

import dev.plumbline.design.Design;
import dev.plumbline.design.Practice;
import dev.plumbline.design.Scenario;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Proposals computed from a design, and the custom where it gives no grounds.
final class DesignAnswers implements Answers {
    /// Fewer samples beyond a percentile leave its estimate to chance.
    private static final double LEAST_BEYOND = 10;

    private static final double WINDOW_SECONDS = 28 * 86_400.0;
    private static final double MONTH_MINUTES = 30 * 24 * 60.0;

    private final Grounds grounds;
    private final Design design;
    private final DesignTargets targets;

    DesignAnswers(Grounds grounds) {
        this.grounds = grounds;
        this.design = grounds.design();
        this.targets = new DesignTargets(grounds);
    }

    @Override
    public Subject subject(RequirementKind kind, String ask) {
        return Subject.in(grounds, kind, ask);
    }

    /// The metric of the task is the first word of its offline metric: `recall at 90 % precision` is a recall.
    @Override
    public String metric(RequirementKind kind) {
        return kind == RequirementKind.QUALITY
                ? offline().map(text -> text.split("[ ,@]", 2)[0]).orElse("<metric>")
                : CustomaryAnswers.usualMetric(kind);
    }

    private Optional<String> offline() {
        return design.practice().task().flatMap(Practice.Task::offline);
    }

    @Override
    public Answer answer(RequirementKind kind, Subject subject, Element element) {
        return switch (element) {
            case SCALE -> scale(kind, subject);
            case TARGET -> targets.of(kind, subject).orElseGet(() -> CustomaryTargets.of(kind));
            case STATISTIC -> statistic(kind, subject);
            case SEGMENT -> segment();
            case WINDOW -> window(kind, subject);
            case CONDITION -> condition(kind, subject);
            case METER -> meter(subject);
        };
    }

    private Answer scale(RequirementKind kind, Subject subject) {
        if (kind == RequirementKind.QUALITY && offline().isPresent()) {
            return Answer.fromDesign(
                    "%s of %s".formatted(offline().get(), subject.name()), "the offline metric of your task");
        }
        String text = CustomaryAnswers.scale(kind, subject);
        return subject.isKnown()
                ? Answer.fromDesign(text, subject.why())
                : Answer.usual(text, "what " + kind.word() + " is about");
    }

    /// The highest percentile that the path's requests can tell from chance.
    private Answer statistic(RequirementKind kind, Subject subject) {
        Optional<Double> perSecond = grounds.average(subject.name()).map(Quantity::value);
        boolean writes = grounds.writer(subject.name()).isPresent();
        if (kind == RequirementKind.LATENCY && writes) {
            return Answer.fromDesign("p95", "a language model answers, and its longest answers would decide a p99");
        }
        if (kind != RequirementKind.LATENCY || perSecond.isEmpty()) {
            return CustomaryAnswers.statistic(kind);
        }
        double beyond = perSecond.get() * WINDOW_SECONDS * 0.01;
        if (beyond < LEAST_BEYOND) {
            return Answer.fromDesign(
                    "p90", "of so few requests in 28 days only %.0f would lie beyond a p99".formatted(beyond));
        }
        return Answer.fromDesign(
                "p99",
                "somebody waits, and %s requests in 28 days lie beyond it, enough to measure"
                        .formatted(Quantity.plain(beyond)));
    }

    private Answer segment() {
        List<String> slices =
                design.practice().task().map(Practice.Task::slices).orElse(List.of());
        if (!slices.isEmpty()) {
            return Answer.fromDesign(
                    "every segment of " + slices.getFirst(), "the first of the slices that the task names");
        }
        if (design.regions().size() > 1) {
            return Answer.fromDesign(
                    "every segment of region",
                    "users are in " + String.join(" and ", design.regions().keySet()));
        }
        return Answer.usual("every segment of <attribute>", "an overall figure hides whom it fails");
    }

    private Answer window(RequirementKind kind, Subject subject) {
        Answer usual = CustomaryAnswers.window(kind);
        Optional<Double> perSecond = grounds.average(subject.name()).map(Quantity::value);
        if (kind == RequirementKind.LATENCY && perSecond.isPresent()) {
            return Answer.fromDesign(
                    usual.text(),
                    "four whole weeks, %s requests".formatted(Quantity.plain(perSecond.get() * WINDOW_SECONDS)));
        }
        if (kind == RequirementKind.AVAILABILITY) {
            double share = Steps.share(grounds.availability(subject.name()).orElse(0.999));
            Quantity lost = new Quantity((1 - share) * MONTH_MINUTES * 60, Dimension.TIME);
            return new Answer(
                    usual.text(),
                    "in which %s leaves %s without answers".formatted(Quantity.percent(share, 6), lost),
                    grounds.availability(subject.name()).isPresent() ? Answer.Basis.DESIGN : Answer.Basis.CUSTOM);
        }
        Optional<Answer> labelled = Optional.ofNullable(design.models().get(subject.name()))
                .flatMap(model -> model.labelsAfter())
                .filter(_ -> kind.needs(Element.SEGMENT))
                .map(after -> Answer.fromDesign(
                        usual.text(),
                        "four whole weeks, judged %s later, when 99 %% of their labels are there"
                                .formatted(new Quantity(grounds.quantile(after, 0.99), Dimension.TIME))));
        return labelled.orElse(usual);
    }

    private Answer condition(RequirementKind kind, Subject subject) {
        Answer usual = CustomaryAnswers.condition(kind);
        if (kind == RequirementKind.RECOVERY || kind == RequirementKind.DURABILITY) {
            return during(Scenario.Disturbance.Kill.class::isInstance).orElse(usual);
        }
        Optional<Quantity> peak =
                grounds.peak(subject.name()).or(() -> grounds.busiest().flatMap(grounds::peak));
        return usual.text().equals("at peak") && peak.isPresent()
                ? Answer.fromDesign("at peak", peak.get() + ", your stated peak")
                : usual;
    }

    private Optional<Answer> during(Predicate<Scenario.Disturbance> wanted) {
        return design.scenarios().values().stream()
                .filter(each -> each.disturbances().stream().anyMatch(wanted))
                .findFirst()
                .map(each -> Answer.fromDesign("during " + each.name(), "the fault that your scenarios name"));
    }

    private Answer meter(Subject subject) {
        return grounds.entrance(subject.name())
                .map(first -> Answer.fromDesign("at " + first, "the outermost hop that is yours"))
                .orElseGet(
                        () -> Answer.usual("at the client's edge", "a server does not see the time before its door"));
    }
}
