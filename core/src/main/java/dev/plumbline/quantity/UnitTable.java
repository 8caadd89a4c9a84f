package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The units every design knows. Data counts in powers of 1000 (`GB`) and of 1024 (`GiB`); a month is 30.4375 days
/// and a year 365.25 (the Julian year), so that twelve months are a year.
final class UnitTable {
    private UnitTable() {}

    static final List<String> NOUNS = List.of(
            "user",
            "req",
            "token",
            "row",
            "event",
            "session",
            "image",
            "param",
            "item",
            "post",
            "layer",
            "head",
            "sample",
            "prediction",
            "document",
            "record",
            "message",
            "vector",
            "step",
            "epoch",
            "query",
            "key",
            "partition",
            "shard",
            "page",
            "click",
            "view",
            "impression",
            "label",
            "feature",
            "chunk",
            "video",
            "frame",
            "machine",
            "node",
            "device",
            "core",
            "call",
            "job",
            "run",
            "order",
            "transaction",
            "customer",
            "person");

    /// Other words for a unit; they read alike and print as the first.
    static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("req", List.of("request")),
            Map.entry("param", List.of("parameter")),
            Map.entry("document", List.of("doc")),
            Map.entry("person", List.of("people")),
            Map.entry("us", List.of("µs", "μs")),
            Map.entry("s", List.of("second", "seconds", "sec")),
            Map.entry("min", List.of("minute", "minutes")),
            Map.entry("h", List.of("hour", "hours")),
            Map.entry("day", List.of("days")),
            Map.entry("week", List.of("weeks")),
            Map.entry("month", List.of("months")),
            Map.entry("year", List.of("years")),
            Map.entry("bit", List.of("bits")),
            Map.entry("KB", List.of("kB")),
            Map.entry("USD", List.of("$")),
            Map.entry("EUR", List.of("€")),
            Map.entry("GBP", List.of("£")));

    /// The currencies of ISO 4217 in which machines are priced and systems are paid for.
    private static final List<String> CURRENCIES = List.of(
            "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "BRL", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN",
            "CZK", "HUF", "RON", "BGN", "ISK", "TRY", "ZAR", "NGN", "KES", "EGP", "ILS", "AED", "SAR", "QAR", "KRW",
            "TWD", "HKD", "SGD", "MYR", "THB", "IDR", "PHP", "VND", "PKR", "BDT", "MXN", "ARS", "CLP", "COP", "PEN",
            "UAH", "KZT", "GEL", "RSD", "MAD");

    static List<UnitWord> words() {
        List<UnitWord> words = new ArrayList<>();
        words.add(word("%", "0.01", Dimension.NONE));
        time(words);
        data(words);
        String[] flops = {"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "ZFLOP", "YFLOP"};
        for (int i = 0; i < flops.length; i++) {
            words.add(word(flops[i], "1e" + 3 * i, Dimension.WORK));
        }
        energy(words);
        words.add(word("g", "0.001", Dimension.MASS));
        words.add(word("kg", "1", Dimension.MASS));
        words.add(word("t", "1000", Dimension.MASS));
        words.add(word("km", "1", Dimension.DISTANCE));
        CURRENCIES.forEach(code -> words.add(word(code, "1", Dimension.money(code))));
        NOUNS.forEach(noun -> words.add(word(noun, "1", Dimension.count(noun))));
        words.add(word("rps", "1", Dimension.REQUEST.per(Dimension.TIME)));
        return words;
    }

    private static void time(List<UnitWord> words) {
        words.add(word("ns", "1e-9", Dimension.TIME));
        words.add(word("us", "1e-6", Dimension.TIME));
        words.add(word("ms", "0.001", Dimension.TIME));
        words.add(word("s", "1", Dimension.TIME));
        words.add(word("min", "60", Dimension.TIME));
        words.add(word("h", "3600", Dimension.TIME));
        words.add(word("day", "86400", Dimension.TIME));
        words.add(word("week", "604800", Dimension.TIME));
        words.add(word("month", "2629800", Dimension.TIME));
        words.add(word("year", "31557600", Dimension.TIME));
    }

    private static void data(List<UnitWord> words) {
        String[] bytes = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};
        String[] bits = {"bit", "kbit", "Mbit", "Gbit", "Tbit"};
        String[] speeds = {"bps", "kbps", "Mbps", "Gbps", "Tbps"};
        String[] powersOf1024 = {"KiB", "MiB", "GiB", "TiB", "PiB"};
        BigDecimal eighth = new BigDecimal("0.125");
        for (int i = 0; i < bytes.length; i++) {
            words.add(word(bytes[i], "1e" + 3 * i, Dimension.DATA));
        }
        for (int i = 0; i < bits.length; i++) {
            BigDecimal factor = eighth.scaleByPowerOfTen(3 * i);
            words.add(new UnitWord(bits[i], factor, Dimension.DATA));
            words.add(new UnitWord(speeds[i], factor, Dimension.DATA.per(Dimension.TIME)));
        }
        for (int i = 0; i < powersOf1024.length; i++) {
            words.add(new UnitWord(powersOf1024[i], new BigDecimal(1024).pow(i + 1), Dimension.DATA));
        }
    }

    private static void energy(List<UnitWord> words) {
        Dimension power = Dimension.ENERGY.per(Dimension.TIME);
        String[] prefixes = {"", "k", "M", "G"};
        for (int i = 0; i < prefixes.length; i++) {
            BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(3 * i);
            words.add(new UnitWord(prefixes[i] + "J", scale, Dimension.ENERGY));
            words.add(new UnitWord(prefixes[i] + "Wh", scale.multiply(new BigDecimal(3600)), Dimension.ENERGY));
            words.add(new UnitWord(prefixes[i] + "W", scale, power));
        }
    }

    private static UnitWord word(String symbol, String factor, Dimension dimension) {
        return new UnitWord(symbol, new BigDecimal(factor), dimension);
    }
}
