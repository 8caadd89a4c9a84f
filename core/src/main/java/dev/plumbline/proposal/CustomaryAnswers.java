package dev.plumbline.proposal;

import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.Map;

/// Proposals where no design says anything: what is usual in the field, with who says so.
final class CustomaryAnswers implements Answers {
    private static final Answer FOUR_WEEKS =
            Answer.usual("28 day", "four whole weeks, in which each weekday counts alike");
    private static final Map<RequirementKind, Answer> WINDOWS = Map.of(
            RequirementKind.AVAILABILITY,
            Answer.usual("30 day", "long enough for an incident and a quiet time"),
            RequirementKind.DRIFT,
            Answer.usual("2 week", "two windows of a week, so that one odd weekday does not count"),
            RequirementKind.COST,
            Answer.usual("1 month", "as it is billed"),
            RequirementKind.CARBON,
            Answer.usual("1 month", "as it is billed"));
    private static final Map<RequirementKind, String> METRICS = Map.of(
            RequirementKind.CALIBRATION, "ece",
            RequirementKind.SAFETY, "unsupported-rate",
            RequirementKind.FAIRNESS, "true-positive-rate");
    private static final Answer AT_PEAK =
            Answer.usual("at peak", "that is when it is slow, and when most people are there");
    private static final Map<RequirementKind, Answer> CONDITIONS = Map.of(
            RequirementKind.RECOVERY,
            Answer.usual("the loss of one zone", "a fault has to be named to be rehearsed"),
            RequirementKind.DURABILITY,
            Answer.usual("the loss of one zone", "a fault has to be named to be rehearsed"),
            RequirementKind.STALENESS,
            Answer.usual("while the primary is up", "after it has failed over is another promise"),
            RequirementKind.FALLBACK,
            Answer.usual("at peak", "when the model is slowest, it is needed most"),
            RequirementKind.COLD_START,
            Answer.usual("at each scale-out", "hidden among warm requests nobody sees it"),
            RequirementKind.SCALING,
            Answer.usual("the load doubles", "a step has to be named"),
            RequirementKind.COST,
            Answer.usual("at the forecast load, idle machines included", "what is idle is paid for too"));

    @Override
    public Subject subject(RequirementKind kind, String ask) {
        return Subject.unknown(kind);
    }

    @Override
    public String metric(RequirementKind kind) {
        return usualMetric(kind);
    }

    static String usualMetric(RequirementKind kind) {
        return METRICS.getOrDefault(kind, "<metric>");
    }

    @Override
    public Answer answer(RequirementKind kind, Subject subject, Element element) {
        return switch (element) {
            case SCALE -> Answer.usual(scale(kind, subject), "which of yours, only you can say");
            case TARGET -> CustomaryTargets.of(kind);
            case STATISTIC -> statistic(kind);
            case SEGMENT -> Answer.usual("every segment of <attribute>", "an overall figure hides whom it fails");
            case WINDOW -> window(kind);
            case CONDITION -> condition(kind);
            case METER -> Answer.usual("at the client's edge", "a server does not see the time before its door");
        };
    }

    /// What is measured, of which thing.
    static String scale(RequirementKind kind, Subject subject) {
        return "%s (%s)".formatted(kind.scale(), subject.name());
    }

    static Answer statistic(RequirementKind kind) {
        return kind == RequirementKind.TIME_TO_FIRST_TOKEN || kind == RequirementKind.TIME_PER_OUTPUT_TOKEN
                ? Answer.usual("p95", "answers differ in length, and the longest would decide a p99")
                : Answer.usual("p99", "one in a hundred is felt by everybody who comes back");
    }

    static Answer window(RequirementKind kind) {
        return WINDOWS.getOrDefault(kind, FOUR_WEEKS);
    }

    static Answer condition(RequirementKind kind) {
        return CONDITIONS.getOrDefault(kind, AT_PEAK);
    }
}
