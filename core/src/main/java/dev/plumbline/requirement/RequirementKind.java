package dev.plumbline.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a requirement is about. A kind says what is measured, which elements a requirement of that kind has to state,
/// what to propose where one is missing, and which mistake is made most often.
///
/// The kinds from `latency` to `audit` are those of machine-learning systems, and a design can hold each of them. The
/// last nine are qualities of software at large: an ask may be about them and is told so, but nothing here judges them.
public enum RequirementKind {
    LATENCY(
            "request duration of an operation",
            "stqwcm",
            "p99 over 28 days, at the forecast peak, at the client's edge",
            "a mean, or a time that is measured at the server only"),
    TIME_TO_FIRST_TOKEN(
            "time from the request to the first token of the answer",
            "stqwcm",
            "p95, with the length of prompts as a condition",
            "one \"latency\" for a stream"),
    TIME_PER_OUTPUT_TOKEN(
            "time for each further token of the answer",
            "stqwcm",
            "p95, with the length of answers as a condition",
            "one \"latency\" for a stream"),
    THROUGHPUT(
            "completed work per second",
            "stc",
            "the peak hour times 1.5, with the latency bound kept",
            "the average of a day"),
    CAPACITY("concurrent users, items or bytes", "stc", "as many as in 12 months", "no service level at that many"),
    AVAILABILITY(
            "valid events that are answered well, as a share",
            "stwm",
            "30 days, degraded answers counted apart",
            "hours of service instead of a share"),
    RECOVERY(
            "time to restore after a fault",
            "stc",
            "for each named fault, rehearsed every quarter",
            "\"continues to operate\""),
    DURABILITY("data that a fault loses", "stc", "for each named fault", "\"continues to operate\""),
    FRESHNESS(
            "age of a feature when it is used",
            "stq",
            "p99 of the age, at the read",
            "the pipeline's interval taken for the age"),
    STALENESS(
            "share of reads that miss what was written, or the age of what is served",
            "stc",
            "while the primary is up, and after it failed over",
            "a consistency level without a name"),
    QUALITY(
            "a named metric at a named threshold",
            "stgwm",
            "overall, and a floor in each segment with its number of positives",
            "accuracy where one class is rare"),
    CALIBRATION(
            "gap of the stated and the observed rate",
            "stgw",
            "the expected calibration error, monthly",
            "no bins named"),
    ONLINE_EFFECT(
            "lift on an outcome, and guardrails",
            "stw",
            "the least effect that can be detected, and the days it takes",
            "an offline metric as proof"),
    FAIRNESS(
            "difference of a rate between groups",
            "stgw",
            "with its confidence interval and the number in each group",
            "a gap smaller than its noise"),
    DRIFT(
            "distance from a baseline",
            "stw",
            "a PSI of 0.2 on two windows, for the top features and the score",
            "no baseline named"),
    LABEL_DELAY(
            "age and share of labels",
            "stg",
            "p95 of the delay, and the share that has come after it",
            "an alarm on quality that is faster than its labels"),
    SKEW(
            "share of rows that differ between training and serving",
            "stw",
            "0.1 % of sampled features",
            "no sample named"),
    COLD_START("time to the first good answer", "stc", "p95, for each scale-out", "hidden inside a p99"),
    SCALING("time to serve a step in load", "stc", "twice the load within 5 minutes", "a pattern instead of a time"),
    COST(
            "money per 1,000 predictions, and per month",
            "stwc",
            "at the forecast load, idle machines included",
            "the list price of one machine"),
    PRIVACY(
            "retention, purpose, and what can be found out about a person",
            "st",
            "days to erase everywhere, features and models included",
            "\"anonymised\""),
    RESIDENCY("share of copies that are in place", "stw", "100 %, backups and logs included", "exports for analytics"),
    EXPLAINABILITY(
            "who gets which reasons, how soon",
            "st",
            "the first reasons, their p95 and the share covered",
            "\"fully explainable\""),
    FALLBACK(
            "answers given when the model cannot",
            "stc",
            "the value that triggers it, the quality of the answer, the share allowed",
            "\"graceful degradation\""),
    RETRAINING(
            "age of the model when it is replaced",
            "st",
            "a trigger of time, labels or drift, and a gate",
            "\"regularly\""),
    ROLLBACK("time until the former model serves again", "st", "minutes, rehearsed", "nobody has tried it"),
    SAFETY(
            "share of unsupported or harmful answers",
            "stgw",
            "of a sample of stated size, with the judge's own error",
            "zero, without a sample"),
    CARBON("g CO2e per 1,000 predictions", "stw", "with the source of the grid's intensity", "\"minimise\""),
    AUDIT(
            "share of predictions that can be traced and made again",
            "st",
            "for so many months",
            "no time for which it is kept"),

    USABILITY("what people achieve, and how soon", "stg", "a share of named users, within a time", "\"easy\""),
    SECURITY("attacks withstood, holes closed in time", "st", "a named threat and a time to close it", "\"secure\""),
    OBSERVABILITY(
            "share of events that can be seen, and how soon", "st", "a share, and a time to see it", "\"logged\""),
    DEPLOYABILITY("time from a change to its use", "st", "a time for one release", "\"easily deployed\""),
    BATCH_DURATION("duration of a job", "st", "a time for a stated amount of data", "no amount of data"),
    MAINTAINABILITY("effort of a change", "st", "person hours for a named change", "\"maintainable\""),
    PORTABILITY("platforms on which it works", "st", "a list with versions", "\"any platform\""),
    COMPLIANCE("rules that are kept", "st", "the rule's number and who attests it", "\"complies with law\""),
    INTEROPERABILITY("systems and formats it works with", "st", "a list with versions", "\"compatible\"");

    private final String scale;
    private final String needs;
    private final String proposal;
    private final String trap;

    RequirementKind(String scale, String needs, String proposal, String trap) {
        this.scale = scale;
        this.needs = needs;
        this.proposal = proposal;
        this.trap = trap;
    }

    /// Its name in files and reports: `cold-start`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is measured.
    public String scale() {
        return scale;
    }

    /// The elements that a requirement of this kind has to state, in their order.
    public List<Element> needs() {
        return Element.of(needs);
    }

    public boolean needs(Element element) {
        return needs().contains(element);
    }

    /// What to propose where nothing is said.
    public String proposal() {
        return proposal;
    }

    /// The mistake that is made most often.
    public String trap() {
        return trap;
    }

    /// Whether it is a kind of machine-learning systems, of which a design can have requirements.
    public boolean ofDesigns() {
        return compareTo(USABILITY) < 0;
    }

    /// The kind of that name.
    public static Optional<RequirementKind> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
