package dev.plumbline.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words that begin a reading, and what each asks for.
enum Meter {
    LATENCY("latency", true, true, false),
    THROUGHPUT("throughput", false, true, true),
    SUCCESS("success", false, true, true),
    AVAILABILITY("availability", false, true, true),
    AGE("age", true, true, false),
    STALE_READS("stale reads", false, true, false),
    FALLBACKS("fallbacks", false, true, false),
    COST("cost", false, false, false),
    STORAGE("storage", false, true, false),
    ENERGY("energy", false, false, false),
    CARBON("carbon", false, false, false),
    GAP("gap", false, true, false),
    DRIFT("drift", false, true, false),
    SKEW("skew", false, true, false),
    TTFT("ttft", true, true, false),
    TPOT("tpot", true, true, false),
    RECOVERY("recovery", false, true, false),
    DURABILITY("durability", false, true, false),
    LABEL_DELAY("label-delay", false, true, false),
    COLD_START("cold-start", false, true, false),
    SCALING("scaling", false, true, false),
    PRIVACY("privacy", false, true, false),
    RESIDENCY("residency", false, true, true),
    EXPLAINABILITY("explainability", false, true, true),
    ROLLBACK("rollback", false, true, false),
    AUDIT("audit", false, true, true);

    /// What people write instead.
    private static final Map<String, Meter> OTHERS = Map.ofEntries(
            Map.entry("response time", LATENCY),
            Map.entry("latencies", LATENCY),
            Map.entry("delay", LATENCY),
            Map.entry("duration", LATENCY),
            Map.entry("time", LATENCY),
            Map.entry("rps", THROUGHPUT),
            Map.entry("qps", THROUGHPUT),
            Map.entry("success rate", SUCCESS),
            Map.entry("error rate", SUCCESS),
            Map.entry("errors", SUCCESS),
            Map.entry("uptime", AVAILABILITY),
            Map.entry("freshness", AGE),
            Map.entry("staleness", AGE),
            Map.entry("lag", AGE),
            Map.entry("price", COST),
            Map.entry("budget", COST),
            Map.entry("size", STORAGE),
            Map.entry("power", ENERGY),
            Map.entry("electricity", ENERGY),
            Map.entry("co2", CARBON),
            Map.entry("co2e", CARBON),
            Map.entry("emissions", CARBON),
            Map.entry("fairness", GAP),
            Map.entry("rto", RECOVERY),
            Map.entry("rpo", DURABILITY),
            Map.entry("time to first token", TTFT),
            Map.entry("time per output token", TPOT));

    private final String word;
    private final boolean varies;
    private final boolean hasSubject;
    private final boolean moreIsBetter;

    Meter(String word, boolean varies, boolean hasSubject, boolean moreIsBetter) {
        this.word = word;
        this.varies = varies;
        this.hasSubject = hasSubject;
        this.moreIsBetter = moreIsBetter;
    }

    String word() {
        return word;
    }

    /// Whether it differs from request to request, so that a statistic has to say which counts.
    boolean varies() {
        return varies;
    }

    /// Whether `of` and a name follow.
    boolean hasSubject() {
        return hasSubject;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// The number of its words.
    int length() {
        return word.split(" ").length;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Meter::word).toList();
    }

    static Optional<Meter> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(meter -> meter.word.equals(lower)).findFirst();
    }

    /// The meter that another word for it means.
    static Optional<Meter> meantBy(String words) {
        return Optional.ofNullable(OTHERS.get(words.toLowerCase(Locale.ROOT)));
    }
}
