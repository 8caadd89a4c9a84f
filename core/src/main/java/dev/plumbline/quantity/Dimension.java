package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a quantity is a quantity of: a product of powers of base dimensions. Every currency and every counted noun is
/// a base of its own, so tokens are never added to requests nor dollars to euros.
///
/// @param powers the power of each base, none of them zero; empty for a plain number
public record Dimension(SortedMap<Base, Ratio> powers) {
    /// What a base dimension measures, in the order in which words and units name them.
    public enum Kind {
        MONEY,
        DATA,
        WORK,
        ENERGY,
        MASS,
        DISTANCE,
        COUNT,
        TIME
    }

    /// One base dimension.
    ///
    /// @param name `time`, `data`, `FLOP`, `energy`, `mass`, `distance`, a currency's code or a noun
    public record Base(Kind kind, String name) implements Comparable<Base> {
        @Override
        public int compareTo(Base other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    public static final Dimension NONE = new Dimension(new TreeMap<>());
    public static final Dimension TIME = of(Kind.TIME, "time");
    public static final Dimension DATA = of(Kind.DATA, "data");
    public static final Dimension WORK = of(Kind.WORK, "FLOP");
    public static final Dimension ENERGY = of(Kind.ENERGY, "energy");
    public static final Dimension MASS = of(Kind.MASS, "mass");
    public static final Dimension DISTANCE = of(Kind.DISTANCE, "distance");
    public static final Dimension REQUEST = count("req");

    public Dimension {
        TreeMap<Base, Ratio> kept = new TreeMap<>(powers);
        kept.values().removeIf(Ratio.ZERO::equals);
        powers = Collections.unmodifiableSortedMap(kept);
    }

    /// The counted noun `noun`, in the singular.
    public static Dimension count(String noun) {
        return of(Kind.COUNT, noun);
    }

    /// Money in the currency with the ISO 4217 code `code`.
    public static Dimension money(String code) {
        return of(Kind.MONEY, code);
    }

    private static Dimension of(Kind kind, String name) {
        return new Dimension(new TreeMap<>(Map.of(new Base(kind, name), Ratio.ONE)));
    }

    public Dimension times(Dimension other) {
        TreeMap<Base, Ratio> product = new TreeMap<>(powers);
        other.powers.forEach((base, power) -> product.merge(base, power, Ratio::plus));
        return new Dimension(product);
    }

    public Dimension per(Dimension other) {
        return times(other.power(Ratio.of(-1)));
    }

    public Dimension power(Ratio power) {
        TreeMap<Base, Ratio> raised = new TreeMap<>();
        powers.forEach((base, own) -> raised.put(base, own.times(power)));
        return new Dimension(raised);
    }

    public boolean isNone() {
        return powers.isEmpty();
    }

    /// The power of a base; zero when it is not part of this dimension.
    public Ratio powerOf(Base base) {
        return powers.getOrDefault(base, Ratio.ZERO);
    }

    /// The same dimension with every counted noun left out: `data per token` is `data`. Formulas that count layers or
    /// heads accept their count with or without a noun by comparing this.
    public Dimension withoutCounts() {
        TreeMap<Base, Ratio> kept = new TreeMap<>(powers);
        kept.keySet().removeIf(base -> base.kind() == Kind.COUNT);
        return new Dimension(kept);
    }

    /// The currency this is an amount of, or a rate or price in.
    public boolean hasMoney() {
        return powers.keySet().stream().anyMatch(base -> base.kind() == Kind.MONEY);
    }

    /// In words, as a message says it: `user`, `req per time`, `data`, `a plain number`.
    public String words() {
        if (isNone()) {
            return "a plain number";
        }
        List<String> parts = new ArrayList<>();
        String above = numerator();
        if (!above.isEmpty()) {
            parts.add(above);
        }
        powers.forEach((base, power) -> {
            if (power.compareTo(Ratio.ZERO) < 0) {
                parts.add("per " + word(base, power.negated()));
            }
        });
        return String.join(" ", parts);
    }

    private String numerator() {
        return powers.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(Ratio.ZERO) > 0)
                .map(entry -> word(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" × "));
    }

    private static String word(Base base, Ratio power) {
        return switch (power.toString()) {
            case "1" -> base.name();
            case "2" -> base.name() + "²";
            case "3" -> base.name() + "³";
            default -> base.name() + "^" + power;
        };
    }

    @Override
    public String toString() {
        return words();
    }
}
