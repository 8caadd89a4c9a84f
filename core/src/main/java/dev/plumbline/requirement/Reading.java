package dev.plumbline.requirement;

import java.util.Optional;

/// What is read off a design, running or planned: the meter of a requirement. An engine that can read a meter gives
/// evidence for it.
public sealed interface Reading {
    /// Time from the arrival of a request on a path to its answer.
    record Latency(Statistic statistic, Name path) implements Reading {}

    /// Answers of a path per time.
    record Throughput(Name path) implements Reading {}

    /// The share of a path's requests that are answered in time, by whatever means.
    record Success(Name path) implements Reading {}

    /// The share of time, or of requests, in which a path or component answers at all.
    record Availability(Name thing) implements Reading {}

    /// How old data, or the model itself, is when it is used.
    record Age(Statistic statistic, Name of) implements Reading {}

    /// The share of reads of a store that miss a write which was acknowledged before.
    record StaleReads(Name store) implements Reading {}

    /// The share of a path's requests that are answered by a fallback.
    record Fallbacks(Name path) implements Reading {}

    /// Money per time, or for so many of something counted.
    record Cost(Optional<Amount> per) implements Reading {}

    /// Bytes that data takes, copies included.
    record Storage(Name data) implements Reading {}

    /// Electricity, as an amount per time or for so many of something counted.
    record Energy(Optional<Amount> per) implements Reading {}

    /// Mass of CO2e, as an amount per time or for so many of something counted.
    record Carbon(Optional<Amount> per) implements Reading {}

    /// A metric of a model's predictions, such as `auc`.
    record ModelMetric(Name metric, Name model) implements Reading {}

    /// The greatest difference of a metric between the groups of an attribute.
    record Gap(Name metric, Name model, Name attribute) implements Reading {}

    /// How far the distribution of data has moved from its baseline.
    record Drift(Name data) implements Reading {}

    /// The share of rows that differ between training and serving.
    record Skew(Name data) implements Reading {}

    /// Time to the first token of a language model's answer.
    record Ttft(Statistic statistic, Name llm) implements Reading {}

    /// Time for each further token of a language model's answer.
    record Tpot(Statistic statistic, Name llm) implements Reading {}

    /// As the language writes it, such as `p99 latency of rank`.
    default String sentence() {
        return switch (this) {
            case Latency(Statistic statistic, Name path) -> statistic.sentence() + " latency of " + path.text();
            case Throughput(Name path) -> "throughput of " + path.text();
            case Success(Name path) -> "success of " + path.text();
            case Availability(Name thing) -> "availability of " + thing.text();
            case Age(Statistic statistic, Name of) -> statistic.sentence() + " age of " + of.text();
            case StaleReads(Name store) -> "stale reads of " + store.text();
            case Fallbacks(Name path) -> "fallbacks of " + path.text();
            case Cost(Optional<Amount> per) -> "cost" + per(per);
            case Storage(Name data) -> "storage of " + data.text();
            case Energy(Optional<Amount> per) -> "energy" + per(per);
            case Carbon(Optional<Amount> per) -> "carbon" + per(per);
            case ModelMetric(Name metric, Name model) -> metric.text() + " of " + model.text();
            case Gap(Name metric, Name model, Name attribute) ->
                "gap of %s of %s across %s".formatted(metric.text(), model.text(), attribute.text());
            case Drift(Name data) -> "drift of " + data.text();
            case Skew(Name data) -> "skew of " + data.text();
            case Ttft(Statistic statistic, Name llm) -> statistic.sentence() + " ttft of " + llm.text();
            case Tpot(Statistic statistic, Name llm) -> statistic.sentence() + " tpot of " + llm.text();
        };
    }

    private static String per(Optional<Amount> per) {
        return per.map(amount -> " per " + amount.text()).orElse("");
    }
}
