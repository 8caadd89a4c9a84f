package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Nouns that name what is measured, so that only the number is missing: "a large number of games", "the confidence
/// falls below the threshold".
final class Scales {
    private static final Map<RequirementKind, Filed<Phrase>> NAMED = named();

    private static final Filed<Phrase> NONE = Filed.phrases("");

    /// A measure as what the sentence is about: in front of its verb, or behind one that turns it up or down.
    private static final Filed<Phrase> SAID_OF = Filed.phrases("""
            time (to|between|of|from|until|for) .. (shall|should|must|has|have|is|needs|will|may),
            (delay|duration|latency|interval|age|rate|number|share|percentage) (to|between|of|from|until|for)?
            .. (shall|should|must|has|have|is|needs|will|may), (cost|bill|spend|accuracy|precision|recall) ..
            (shall|should|must|has|have|is|needs|will|may), (keep*|kept|hold*|limit*) (the|our|its|their)? _?
            (time|delay|duration|latency|rate|number|share|percentage|cost|costs|bill|spend),
            (improv*|reduc*|lower*) ..
            (time|delay|duration|latency|rate|number|share|percentage|cost|costs|bill|spend|accuracy|precision|recall),
            (rais*|increas*|minimi*|maximi*) (the|our|its|their)? _?
            (rate|number|share|cost|costs|accuracy|precision)""");

    private Scales() {}

    private static Map<RequirementKind, Filed<Phrase>> named() {
        Map<RequirementKind, Filed<Phrase>> named = new EnumMap<>(RequirementKind.class);
        put(named, RequirementKind.LATENCY, """
            (response|reply|load*|processing|turnaround|wait*) time*, the response (shall|should|must|is|will),
            latency, latencies, p50, p95, p99""");
        put(named, RequirementKind.TIME_TO_FIRST_TOKEN, "time to (the)? first (token|word), ttft");
        put(named, RequirementKind.TIME_PER_OUTPUT_TOKEN, "time per (output)? token, tpot, (tokens|words) per second");
        put(
                named,
                RequirementKind.THROUGHPUT,
                "throughput, (number|volume) of, (requests|transactions|queries) per second");
        put(named, RequirementKind.CAPACITY, "(number|amount|volume) of, (concurrent|simultaneous) _");
        put(named, RequirementKind.AVAILABILITY, "uptime, up time, downtime, down time, number of failures");
        put(
                named,
                RequirementKind.RECOVERY,
                "rto, (recovery|restore|restoration) (time|times), mttr, mean time to (repair|recover)");
        put(named, RequirementKind.DURABILITY, "rpo, (amount|number) of");
        put(named, RequirementKind.FRESHNESS, "age of, (feature|data) age");
        put(named, RequirementKind.STALENESS, "(replication|replica) lag, age of");
        put(
                named,
                RequirementKind.QUALITY,
                "precision, recall, f1, auc, auroc, ndcg, mape, (error|hit) rate, false (positive|negative) rate*");
        put(named, RequirementKind.CALIBRATION, "calibration error, ece, brier (score)?");
        put(
                named,
                RequirementKind.FAIRNESS,
                "(gap|gaps|difference|ratio|disparity) (in|of|between), (rate*|tpr|fpr) (gap*|ratio)");
        put(
                named,
                RequirementKind.DRIFT,
                "psi, population stability index, kl divergence, ks statistic, (drift|distance) (score|metric)");
        put(
                named,
                RequirementKind.FALLBACK,
                "(confidence|score*|probability|latency|error) _? _? _? threshold, confidence _? below");
        put(named, RequirementKind.COST, "(cost|costs|price|spend) per");
        put(named, RequirementKind.CARBON, "(co2e|emissions|energy|kwh) per");
        put(named, RequirementKind.SAFETY, "(hallucination|violation|refusal|toxicity) rate");
        put(named, RequirementKind.ONLINE_EFFECT, "(conversion|retention|churn|click) (through)? rate, conversion");
        return Map.copyOf(named);
    }

    private static void put(Map<RequirementKind, Filed<Phrase>> named, RequirementKind kind, String phrases) {
        named.put(kind, Filed.phrases(phrases));
    }

    /// All entries, for the test that makes each of them speak.
    static List<Phrase> lexicon() {
        return Stream.concat(NAMED.values().stream(), Stream.of(SAID_OF))
                .flatMap(each -> each.all().stream())
                .toList();
    }

    /// Whether the sentence says what is measured: by a name that its kind has for it, or by a measure of which
    /// something is said, as in `the delay between request and answer must be short` or `keep the bill small`.
    static boolean named(RequirementKind kind, Words words) {
        return ElementPhrases.any(NAMED.getOrDefault(kind, NONE), words, List.of())
                || ElementPhrases.any(SAID_OF, words, List.of());
    }
}
