package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Units as people write them in prose.
final class UnitWords {
    /// @param scale to seconds for a time, to a share for a share, 1 otherwise
    record Unit(Measures measures, double scale) {}

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final Map<String, Unit> UNITS = units();
    private static final Map<String, String> RHYTHMS = Map.of(
            "hourly",
            "hour",
            "daily",
            "day",
            "nightly",
            "day",
            "weekly",
            "week",
            "monthly",
            "month",
            "quarterly",
            "quarter",
            "yearly",
            "year",
            "annually",
            "year");
    private static final Set<String> RATES = Set.of("rps", "qps", "tps", "tpm", "fps");
    /// Words between a number and its unit that change nothing here.
    static final Set<String> BETWEEN = Words.list("""
            business working calendar consecutive full elapsed whole clock""");

    private UnitWords() {}

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        put(units, Measures.TIME, 1e-6, "us microsecond microseconds");
        put(units, Measures.TIME, 1e-3, "ms msec msecs millisecond milliseconds milli millis");
        put(units, Measures.TIME, 1, "s sec secs second seconds");
        put(units, Measures.TIME, MINUTE, "min mins minute minutes");
        put(units, Measures.TIME, HOUR, "h hr hrs hour hours");
        put(units, Measures.TIME, DAY, "d day days night nights");
        put(units, Measures.TIME, 7 * DAY, "week weeks");
        put(units, Measures.TIME, 30.4375 * DAY, "month months");
        put(units, Measures.TIME, 91.3125 * DAY, "quarter quarters");
        put(units, Measures.TIME, 365.25 * DAY, "year years");
        put(units, Measures.SHARE, 0.01, "% percent percentage pct pp points");
        put(units, Measures.MONEY, 1, "usd eur gbp chf dollar dollars euro euros cent cents pounds");
        put(units, Measures.DATA, 1, "bytes byte kb mb gb tb pb kib mib gib tib kbytes mbytes megabytes gigabytes");
        put(units, Measures.DATA, 1, "terabytes kilobytes petabytes bits kbps mbps gbps mbit gbit");
        put(units, Measures.MASS, 1, "co2e gco2e gco2 gco2eq grams kg tonnes");
        put(units, Measures.ENERGY, 1, "kwh wh mwh joule joules watts kw");
        put(units, Measures.CLOCK, 1, "am pm oclock");
        put(units, Measures.ORDINAL, 1, "percentile percentiles");
        return Map.copyOf(units);
    }

    private static void put(Map<String, Unit> units, Measures measures, double scale, String words) {
        for (String word : words.split(" ")) {
            units.put(word, new Unit(measures, scale));
        }
    }

    static Optional<Unit> of(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    /// `hourly` and its kin.
    static Optional<Unit> rhythm(String word) {
        return Optional.ofNullable(RHYTHMS.get(word)).flatMap(UnitWords::of);
    }

    static boolean isTime(String word) {
        return of(word).filter(unit -> unit.measures() == Measures.TIME).isPresent();
    }

    /// `rps` and its kin, which are rates by themselves.
    static boolean isRate(String word) {
        return RATES.contains(word);
    }
}
