package dev.plumbline.estimation;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Sensitivity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which unknowns the figures of a design owe their intervals to.
public record Tornado(String design, String file, Worlds worlds, List<Figure> figures) {
    private static final int MOST = 12;

    public Tornado {
        figures = List.copyOf(figures);
    }

    /// @param scale the unit to print it in
    public record Figure(String name, Spread spread, Scale scale, Sensitivity sensitivity) {}

    /// The names that can be asked for: those that stand for one value.
    public static List<String> names(Design design) {
        Checked checked = Checker.check(Estimates.of(design).sheet());
        return checked.sheet().definitions().stream()
                .filter(each -> each.content() instanceof dev.plumbline.quantity.Expression)
                .map(Definition::name)
                .toList();
    }

    /// The figures asked for.
    ///
    /// @param names some of [#names]; empty for those figures of the napkin on which no other rests
    public static Tornado of(Design design, List<String> names, Worlds worlds) {
        Estimated estimated = Estimates.of(design);
        Checked checked = Checker.check(estimated.sheet());
        Valuation valuation = Valuation.of(checked, worlds);
        List<String> chosen = names.isEmpty() ? usual(estimated, valuation) : names;
        List<Sensitivity> found = Sensitivity.of(checked, worlds, chosen);
        return new Tornado(
                design.name(),
                design.file().name(),
                worlds,
                IntStream.range(0, chosen.size())
                        .mapToObj(i -> figure(valuation, chosen.get(i), found.get(i)))
                        .toList());
    }

    private static Figure figure(Valuation valuation, String name, Sensitivity sensitivity) {
        Spread spread = valuation.spread(name);
        Quantity median = new Quantity(spread.median(), valuation.dimension(name));
        Definition definition = valuation.checked().sheet().find(name).orElseThrow();
        Scale scale = definition.unit().map(unit -> Scale.of(median, unit)).orElseGet(() -> Scale.of(median));
        return new Figure(name, spread, scale, sensitivity);
    }

    private static List<String> usual(Estimated estimated, Valuation valuation) {
        Set<String> used = new HashSet<>();
        for (Estimated.Figure figure : estimated.figures()) {
            if (!figure.detail()) {
                used.addAll(estimated.sheet().find(figure.name()).orElseThrow().uses());
            }
        }
        used.remove("cost");
        used.remove("energy");
        return estimated.figures().stream()
                .filter(figure -> !figure.detail())
                .map(Estimated.Figure::name)
                .filter(name -> !used.contains(name) && !valuation.spread(name).isCertain())
                .limit(MOST)
                .toList();
    }
}
