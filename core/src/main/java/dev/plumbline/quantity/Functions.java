package dev.plumbline.quantity;

import dev.plumbline.diagnostic.Nearest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The functions that an expression may call, by name. Immutable. `if`, `mean`, `quantile` and `mean_at` belong to the
/// grammar, since they do not compute from plain values.
public final class Functions {
    private static final Functions STANDARD = new Functions(new TreeMap<>()).with(arithmetic());

    private final Map<String, Function> byName;

    private Functions(Map<String, Function> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /// The functions of arithmetic.
    public static Functions standard() {
        return STANDARD;
    }

    /// These and more; a function of the same name is replaced.
    public Functions with(Collection<Function> more) {
        Map<String, Function> longer = new TreeMap<>(byName);
        more.forEach(function -> longer.put(function.name(), function));
        return new Functions(longer);
    }

    public Optional<Function> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<String> nearest(String name) {
        var names = new TreeSet<>(byName.keySet());
        names.addAll(List.of("if", "mean", "quantile", "mean_at"));
        return Nearest.to(name, names);
    }

    /// All of them, by name.
    public Collection<Function> all() {
        return byName.values();
    }

    private static List<Function> arithmetic() {
        Dimension none = Dimension.NONE;
        return List.of(
                Function.named("min")
                        .about("the smallest of its arguments")
                        .formula("min(a, b, ...)")
                        .takesAnything("a", "a value")
                        .takesSame("b", "a value of the same kind")
                        .repeated()
                        .givesSame(Fold.LEAST),
                Function.named("max")
                        .about("the largest of its arguments")
                        .formula("max(a, b, ...)")
                        .takesAnything("a", "a value")
                        .takesSame("b", "a value of the same kind")
                        .repeated()
                        .givesSame(Fold.GREATEST),
                Function.named("sum")
                        .about("the sum of its arguments")
                        .formula("a + b + ...")
                        .takesAnything("a", "a value")
                        .takesSame("b", "a value of the same kind")
                        .repeated()
                        .givesSame(Fold.TOTAL),
                counted("ceil", "the next whole number at or above", a -> Math.ceil(nearlyWhole(a[0]))),
                counted("floor", "the last whole number at or below", a -> Math.floor(nearlyWhole(a[0]))),
                counted("round", "the nearest whole number; a half goes up", a -> Math.floor(a[0] + 0.5)),
                Function.named("abs")
                        .about("the size without the sign")
                        .formula("|x|")
                        .takesAnything("x", "a value")
                        .givesSame(a -> Math.abs(a[0])),
                Function.named("sqrt")
                        .about("the square root")
                        .formula("x ^ (1/2)")
                        .takesAnything("x", "a value, not negative")
                        .gives(a -> a.getFirst().power(new Ratio(1, 2)), a -> Math.sqrt(a[0])),
                plain("exp", "e to the power x", "e ^ x", a -> StrictMath.exp(a[0])),
                plain("log", "the natural logarithm", "ln x", a -> StrictMath.log(a[0])),
                plain("log2", "the logarithm to base 2", "ln x / ln 2", a -> log2(a[0])),
                plain("log10", "the logarithm to base 10", "ln x / ln 10", a -> StrictMath.log10(a[0])),
                Function.named("clamp")
                        .about("a value kept between two bounds")
                        .formula("max(low, min(high, x))")
                        .takesAnything("x", "the value")
                        .takesSame("low", "its lower bound")
                        .takesSame("high", "its upper bound")
                        .givesSame(a -> Math.max(a[1], Math.min(a[2], a[0]))),
                Function.named("pow")
                        .about("a plain number raised to a plain power; `x ^ 2` also keeps units")
                        .formula("x ^ y")
                        .takes("x", none, "the base")
                        .takes("y", none, "the exponent")
                        .gives(none, a -> StrictMath.pow(a[0], a[1])));
    }

    private static Function counted(String name, String about, Function.Body body) {
        return Function.named(name)
                .about(about)
                .formula(name + "(x)")
                .takesCounted("x", Dimension.NONE, "a plain number or a count; 3.2 ms has no whole part of its own")
                .givesSame(body);
    }

    private static Function plain(String name, String about, String formula, Function.Body body) {
        return Function.named(name)
                .about(about)
                .formula(formula)
                .takes("x", Dimension.NONE, "a plain number")
                .gives(Dimension.NONE, body);
    }

    /// 0.7 / 0.1 is 6.999...; a count that misses a whole number by rounding alone is that number.
    private static double nearlyWhole(double x) {
        double whole = Math.rint(x);
        return Math.abs(x - whole) <= 1e-9 * Math.max(1, Math.abs(x)) ? whole : x;
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x > 0 && x == Math.scalb(1.0, exponent) ? exponent : StrictMath.log(x) / StrictMath.log(2);
    }
}
