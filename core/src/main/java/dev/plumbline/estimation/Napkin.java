package dev.plumbline.estimation;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.FilledIn;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Substitution;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a design comes to, so that a person can check it by hand: each figure as a formula, the same with its numbers,
/// its value with the 90 % interval over worlds, and the sources of what it uses.
///
/// @param horizon how far growth was looked at, as the design says it; empty where nothing grows or no horizon is given
/// @param sources what the figures' numbers in brackets mean, from 1
/// @param gaps what the design gives no grounds for
public record Napkin(
        String design,
        String file,
        Worlds worlds,
        Optional<String> horizon,
        List<Figure> figures,
        List<Source> sources,
        List<Gap> gaps) {
    public Napkin {
        figures = List.copyOf(figures);
        sources = List.copyOf(sources);
        gaps = List.copyOf(gaps);
    }

    /// One line.
    ///
    /// @param detail whether it is shown only to who asks for all
    /// @param formula with names
    /// @param numbers the same with medians in their place
    /// @param now the value today
    /// @param later the value at the horizon, where it differs
    /// @param scale the unit to print both in
    /// @param binding where the largest of several counts, the one that does in most worlds; empty elsewhere
    /// @param sources numbers of [Napkin#sources]
    public record Figure(
            Topic topic,
            String name,
            boolean detail,
            String formula,
            String numbers,
            Spread now,
            Optional<Spread> later,
            Dimension dimension,
            Scale scale,
            Optional<String> binding,
            List<Integer> sources) {
        public Figure {
            sources = List.copyOf(sources);
        }

        /// The power of ten that is nearest to the value on a scale of ratios, in the unit a person would pick for it;
        /// empty for plain numbers and shares, which are no sizes.
        public Optional<String> magnitude() {
            if (dimension.isNone() || !(now.median() > 0) || !Double.isFinite(now.median())) {
                return Optional.empty();
            }
            double shown = scale.unit().fromBase(now.median()).doubleValue();
            Quantity power = new Quantity(
                    scale.unit().toBase(new java.math.BigDecimal("1e" + Math.round(Math.log10(shown)))), dimension);
            return Optional.of(Scale.of(power, scale.unit()).print(power));
        }
    }

    /// What one or more numbers were taken from.
    ///
    /// @param citation a document, a measurement, a date
    /// @param names the numbers, as `name = text`
    public record Source(String citation, List<String> names) {
        public Source {
            names = List.copyOf(names);
        }
    }

    /// The napkin of a design. Cost: one valuation, and another where something grows.
    public static Napkin of(Design design, Worlds worlds) {
        Estimated estimated = Estimates.of(design);
        Valuation now = Valuation.of(Checker.check(estimated.sheet()), worlds);
        boolean grows = estimated.sheet().definitions().stream()
                .anyMatch(each -> each.growth().isPresent());
        Optional<String> horizon = design.horizon()
                .filter(_ -> grows)
                .map(amount ->
                        now.checked().sheet().find(amount.name()).orElseThrow().formula());
        Optional<Valuation> later = design.horizon()
                .filter(_ -> grows)
                .map(amount -> Valuation.after(
                        now.checked(),
                        worlds,
                        new Quantity(now.spread(amount.name()).median(), Dimension.TIME)));
        Writing writing = new Writing(estimated, now, later);
        List<Figure> figures = estimated.figures().stream().map(writing::figure).toList();
        return new Napkin(
                design.name(), design.file().name(), worlds, horizon, figures, writing.sources(), estimated.gaps());
    }

    private static final class Writing {
        /// The function that takes the largest of several counts.
        private static final String LARGEST = "accelerators";

        private final Sheet sheet;
        private final Valuation now;
        private final Optional<Valuation> later;
        private final Set<String> figures = new LinkedHashSet<>();
        private final Map<String, Set<String>> cited = new LinkedHashMap<>();

        Writing(Estimated estimated, Valuation now, Optional<Valuation> later) {
            this.sheet = estimated.sheet();
            this.now = now;
            this.later = later;
            estimated.figures().forEach(figure -> figures.add(figure.name()));
        }

        Figure figure(Estimated.Figure each) {
            String name = each.name();
            Definition definition = sheet.find(name).orElseThrow();
            Spread spread = now.spread(name);
            Quantity median = new Quantity(spread.median(), now.dimension(name));
            Optional<Spread> grown =
                    later.map(valuation -> valuation.spread(name)).filter(other -> !same(spread, other));
            Expression formula = whole(name);
            return new Figure(
                    each.topic(),
                    name,
                    each.detail(),
                    Expressions.print(formula),
                    FilledIn.of(now, formula),
                    spread,
                    grown,
                    now.dimension(name),
                    definition.unit().map(unit -> Scale.of(median, unit)).orElseGet(() -> Scale.of(median)),
                    binding(formula),
                    sources(name));
        }

        /// Of counts of accelerators the largest counts: the one that is it in most worlds, the first of equal ones.
        private Optional<String> binding(Expression formula) {
            if (!(formula instanceof Expression.Call(var function, var counts, var _)) || !function.equals(LARGEST)) {
                return Optional.empty();
            }
            double[][] values = counts.stream().map(now::values).toArray(double[][]::new);
            int[] times = new int[values.length];
            for (int world = 0; world < values[0].length; world++) {
                int best = 0;
                for (int i = 1; i < values.length; i++) {
                    best = values[i][world] > values[best][world] ? i : best;
                }
                times[best]++;
            }
            int most = 0;
            for (int i = 1; i < times.length; i++) {
                most = times[i] > times[most] ? i : most;
            }
            return Optional.of(Expressions.print(counts.get(most)));
        }

        /// The formula with what the author derives from other numbers written out, so that leaves are seen. An unknown
        /// inside such a formula has no name to print its number under, so that formula stays a name.
        private Expression whole(String name) {
            Expression formula = sheet.find(name).orElseThrow().content() instanceof Expression expression
                    ? expression
                    : Expressions.name(name);
            return Substitution.of(
                    part -> part instanceof Expression.Name(var path, var _) && isWorkedOut(path)
                            ? Optional.of(whole(path))
                            : Optional.empty(),
                    formula);
        }

        private boolean isWorkedOut(String name) {
            return !figures.contains(name)
                    && sheet.find(name)
                            .filter(each -> each.origin() == Definition.Origin.ASSUMED && !each.isLeaf())
                            .filter(each -> each.content() instanceof Expression formula && isCertain(formula))
                            .isPresent();
        }

        private static boolean isCertain(Expression formula) {
            return !(formula instanceof Expression.Unknown)
                    && formula.parts().stream().allMatch(Writing::isCertain);
        }

        private static boolean same(Spread one, Spread other) {
            return Math.abs(other.median() - one.median()) <= 1e-9 * Math.abs(one.median());
        }

        /// The sources of what stands behind a figure, up to the figures that have a line of their own.
        private List<Integer> sources(String name) {
            Set<Integer> numbers = new LinkedHashSet<>();
            Set<String> seen = new LinkedHashSet<>();
            collect(name, name, seen, numbers);
            return new ArrayList<>(numbers.stream().sorted().toList());
        }

        private void collect(String figure, String name, Set<String> seen, Set<Integer> numbers) {
            Optional<Definition> found = sheet.find(name);
            if (found.isEmpty() || !seen.add(name) || (figures.contains(name) && !name.equals(figure))) {
                return;
            }
            Definition definition = found.get();
            if (!definition.source().isEmpty() && definition.origin() != Definition.Origin.DEFAULT) {
                cited.computeIfAbsent(definition.source(), _ -> new LinkedHashSet<>())
                        .add(told(definition));
                numbers.add(new ArrayList<>(cited.keySet()).indexOf(definition.source()) + 1);
            }
            definition.uses().forEach(used -> collect(figure, used, seen, numbers));
        }

        private static String told(Definition definition) {
            return definition.name() + " = " + definition.formula();
        }

        List<Source> sources() {
            return cited.entrySet().stream()
                    .map(entry -> new Source(entry.getKey(), List.copyOf(entry.getValue())))
                    .toList();
        }
    }
}
