package dev.plumbline.requirement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

    /// What a design promises of a thing and no engine computes: a time to recover, a time to erase, a share that lies
    /// in place.
    ///
    /// @param kind one of [#DECLARED]
    record Declared(RequirementKind kind, Name of) implements Reading {
        public Declared {
            if (!DECLARED.contains(kind)) {
                throw new IllegalArgumentException("The kind (%s) has a reading of its own.".formatted(kind.word()));
            }
        }
    }

    /// The kinds that are read as they are called: `recovery of score`, `cold-start of ranker`.
    Set<RequirementKind> DECLARED = Collections.unmodifiableSet(EnumSet.of(
            RequirementKind.RECOVERY,
            RequirementKind.DURABILITY,
            RequirementKind.LABEL_DELAY,
            RequirementKind.COLD_START,
            RequirementKind.SCALING,
            RequirementKind.PRIVACY,
            RequirementKind.RESIDENCY,
            RequirementKind.EXPLAINABILITY,
            RequirementKind.ROLLBACK,
            RequirementKind.AUDIT));

    /// Whether a greater value is the better one, as people mean it.
    default boolean moreIsBetter() {
        return switch (this) {
            case Throughput _, Success _, Availability _ -> true;
            case ModelMetric(Name metric, Name _) -> !Metrics.SMALL.contains(metric.text());
            case Declared(RequirementKind kind, Name _) ->
                kind == RequirementKind.RESIDENCY
                        || kind == RequirementKind.EXPLAINABILITY
                        || kind == RequirementKind.AUDIT;
            case Latency _,
                    Age _,
                    StaleReads _,
                    Fallbacks _,
                    Cost _,
                    Storage _,
                    Energy _,
                    Carbon _,
                    Gap _,
                    Drift _,
                    Skew _,
                    Ttft _,
                    Tpot _ -> false;
        };
    }

    /// So many of something counted, that money, electricity or mass is divided by.
    default Optional<Amount> per() {
        return switch (this) {
            case Cost(var per) -> per;
            case Energy(var per) -> per;
            case Carbon(var per) -> per;
            case Latency _,
                    Throughput _,
                    Success _,
                    Availability _,
                    Age _,
                    StaleReads _,
                    Fallbacks _,
                    Storage _,
                    ModelMetric _,
                    Gap _,
                    Drift _,
                    Skew _,
                    Ttft _,
                    Tpot _,
                    Declared _ -> Optional.empty();
        };
    }

    /// What it is about. An age may be that of data or of a model, which only the design tells:
    /// [RequirementKind#FRESHNESS] stands for both.
    default RequirementKind kind() {
        return switch (this) {
            case Latency _ -> RequirementKind.LATENCY;
            case Throughput _ -> RequirementKind.THROUGHPUT;
            case Success _, Availability _ -> RequirementKind.AVAILABILITY;
            case Age _ -> RequirementKind.FRESHNESS;
            case StaleReads _ -> RequirementKind.STALENESS;
            case Fallbacks _ -> RequirementKind.FALLBACK;
            case Cost _ -> RequirementKind.COST;
            case Storage _ -> RequirementKind.CAPACITY;
            case Energy _, Carbon _ -> RequirementKind.CARBON;
            case ModelMetric(Name metric, Name _) -> Metrics.kind(metric.text());
            case Gap _ -> RequirementKind.FAIRNESS;
            case Drift _ -> RequirementKind.DRIFT;
            case Skew _ -> RequirementKind.SKEW;
            case Ttft _ -> RequirementKind.TIME_TO_FIRST_TOKEN;
            case Tpot _ -> RequirementKind.TIME_PER_OUTPUT_TOKEN;
            case Declared(RequirementKind kind, Name _) -> kind;
        };
    }

    /// The statistic, where it differs from request to request.
    default Optional<Statistic> which() {
        return switch (this) {
            case Latency(Statistic statistic, Name _) -> Optional.of(statistic);
            case Age(Statistic statistic, Name _) -> Optional.of(statistic);
            case Ttft(Statistic statistic, Name _) -> Optional.of(statistic);
            case Tpot(Statistic statistic, Name _) -> Optional.of(statistic);
            case Throughput _,
                    Success _,
                    Availability _,
                    StaleReads _,
                    Fallbacks _,
                    Cost _,
                    Storage _,
                    Energy _,
                    Carbon _,
                    ModelMetric _,
                    Gap _,
                    Drift _,
                    Skew _,
                    Declared _ -> Optional.empty();
        };
    }

    /// The part of the design that it is read off; empty where it is the whole.
    default Optional<Name> subject() {
        return switch (this) {
            case Latency(Statistic _, Name path) -> Optional.of(path);
            case Throughput(Name path) -> Optional.of(path);
            case Success(Name path) -> Optional.of(path);
            case Availability(Name thing) -> Optional.of(thing);
            case Age(Statistic _, Name of) -> Optional.of(of);
            case StaleReads(Name store) -> Optional.of(store);
            case Fallbacks(Name path) -> Optional.of(path);
            case Storage(Name data) -> Optional.of(data);
            case ModelMetric(Name _, Name model) -> Optional.of(model);
            case Gap(Name _, Name model, Name _) -> Optional.of(model);
            case Drift(Name data) -> Optional.of(data);
            case Skew(Name data) -> Optional.of(data);
            case Ttft(Statistic _, Name llm) -> Optional.of(llm);
            case Tpot(Statistic _, Name llm) -> Optional.of(llm);
            case Declared(RequirementKind _, Name of) -> Optional.of(of);
            case Cost _, Energy _, Carbon _ -> Optional.empty();
        };
    }

    /// The path whose requests it is taken from; empty where it is read off something else.
    default Optional<Name> requestsOf() {
        return switch (this) {
            case Latency _, Throughput _, Success _, Fallbacks _ -> subject();
            case Availability _,
                    Age _,
                    StaleReads _,
                    Cost _,
                    Storage _,
                    Energy _,
                    Carbon _,
                    ModelMetric _,
                    Gap _,
                    Drift _,
                    Skew _,
                    Ttft _,
                    Tpot _,
                    Declared _ -> Optional.empty();
        };
    }

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
            case Declared(RequirementKind kind, Name of) -> kind.word() + " of " + of.text();
        };
    }

    private static String per(Optional<Amount> per) {
        return per.map(amount -> " per " + amount.text()).orElse("");
    }
}
