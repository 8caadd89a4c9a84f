package dev.plumbline.proposal;

import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.Map;
import java.util.Optional;

/// The language's sentence for a kind of requirement, filled in.
///
/// @param of what it is about
/// @param metric the metric, where the kind is about one
record Form(RequirementKind kind, String of, String metric, Map<Element, Answer> answers) {
    /// The sentence; empty where the language has none for the kind, or a value is only words.
    Optional<String> sentence() {
        String target = text(Element.TARGET);
        boolean isNumber = !target.isEmpty() && Character.isDigit(target.charAt(0));
        return isNumber
                ? reading()
                        .map(reading -> reading + tail())
                        .filter(each -> !each.contains("<m") && !each.contains("<a"))
                : Optional.empty();
    }

    private Optional<String> reading() {
        String target = text(Element.TARGET);
        String statistic = text(Element.STATISTIC);
        String pattern = switch (kind) {
            case LATENCY -> "%2$s latency of %1$s <= %3$s";
            case TIME_TO_FIRST_TOKEN -> "%2$s ttft of %1$s <= %3$s";
            case TIME_PER_OUTPUT_TOKEN -> "%2$s tpot of %1$s <= %3$s";
            case THROUGHPUT, CAPACITY -> "throughput of %1$s >= %3$s";
            case AVAILABILITY -> "availability of %1$s >= %3$s";
            case FRESHNESS -> "%2$s age of %1$s <= %3$s";
            case STALENESS -> "stale reads of %1$s <= %3$s";
            case DRIFT -> "drift of %1$s <= %3$s";
            case SKEW -> "skew of %1$s <= %3$s";
            case RETRAINING -> "p99 age of %1$s <= %3$s";
            case COST -> "cost <= %3$s";
            case FALLBACK -> "fallbacks of %1$s <= %3$s";
            case CARBON -> "carbon <= %3$s";
            case QUALITY -> "%4$s of %1$s >= %3$s";
            case CALIBRATION, SAFETY -> "%4$s of %1$s <= %3$s";
            case FAIRNESS -> "gap of %4$s of %1$s across " + attribute() + " <= %3$s";
            case ONLINE_EFFECT -> "lift of %1$s >= %3$s";
            case RECOVERY, DURABILITY, LABEL_DELAY, COLD_START, SCALING, ROLLBACK, PRIVACY ->
                kind.word() + " of %1$s <= %3$s";
            case RESIDENCY, EXPLAINABILITY, AUDIT -> kind.word() + " of %1$s >= %3$s";
            case USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> "";
        };
        return pattern.isEmpty() ? Optional.empty() : Optional.of(pattern.formatted(of, statistic, target, metric));
    }

    private String attribute() {
        String segment = text(Element.SEGMENT);
        return segment.substring(segment.lastIndexOf(' ') + 1);
    }

    /// The circumstance, the window and the segments, in the order of the language.
    private String tail() {
        String condition = text(Element.CONDITION);
        String window = text(Element.WINDOW);
        String segment = text(Element.SEGMENT);
        boolean known = condition.equals("at peak") || condition.startsWith("during ");
        return (known ? " " + condition : "")
                + (window.isEmpty() ? "" : " over " + window)
                + (segment.isEmpty() || segment.contains("<") || kind == RequirementKind.FAIRNESS
                        ? ""
                        : " for " + segment);
    }

    private String text(Element element) {
        Answer answer = answers.get(element);
        return answer == null ? "" : answer.text();
    }
}
