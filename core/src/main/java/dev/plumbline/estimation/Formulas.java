package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Units;
import dev.plumbline.quantity.Varying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The formulas that follow from a design, gathered in the order in which they are derived.
final class Formulas {
    static final Unit PERCENT = Unit.of(Units.standard().find("%").orElseThrow());

    private final Design design;
    private final Map<String, Definition> derived = new LinkedHashMap<>();
    private final Map<String, Definition> facts = new LinkedHashMap<>();
    private final List<Estimated.Figure> figures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> unpriced = new ArrayList<>();

    Formulas(Design design) {
        this.design = design;
    }

    Design design() {
        return design;
    }

    /// Derives a figure that a napkin shows, and names it.
    Expression.Name put(Topic topic, String name, Expression formula) {
        return put(topic, Definition.derived(name, formula), false);
    }

    /// The same, printed in a unit.
    Expression.Name put(Topic topic, String name, Expression formula, Unit shown) {
        return put(topic, Definition.derived(name, formula).shownIn(shown), false);
    }

    /// Derives a figure that is shown only to who asks for all.
    Expression.Name detail(Topic topic, String name, Expression formula) {
        return put(topic, Definition.derived(name, formula), true);
    }

    /// The same, printed in a unit.
    Expression.Name detail(Topic topic, String name, Expression formula, Unit shown) {
        return put(topic, Definition.derived(name, formula).shownIn(shown), true);
    }

    private Expression.Name put(Topic topic, Definition definition, boolean detail) {
        derived.put(definition.name(), definition);
        figures.add(new Estimated.Figure(topic, definition.name(), detail));
        return Expressions.name(definition.name());
    }

    /// Shows a name that the author gave.
    void show(Topic topic, String name) {
        figures.add(new Estimated.Figure(topic, name, false));
    }

    /// Whether a figure was derived.
    boolean has(String name) {
        return derived.containsKey(name);
    }

    /// A figure, where it was derived.
    Optional<Expression> find(String name) {
        return has(name) ? Optional.of(Expressions.name(name)) : Optional.empty();
    }

    /// A fact by its path, such as `facts.l4.power`; empty where nothing is known.
    Optional<Expression> fact(String path) {
        if (!design.sheet().defines(path) && !facts.containsKey(path)) {
            design.known(path).forEach(found -> facts.putIfAbsent(found.name(), found));
        }
        return design.sheet().defines(path) || facts.containsKey(path)
                ? Optional.of(Expressions.name(path))
                : Optional.empty();
    }

    /// How many replicas a component has: as stated, or where they follow the load, as many as its average keeps busy.
    Expression replicas(Component component) {
        return find(component.name() + ".fleet").orElseGet(() -> stated(component));
    }

    /// The same at the peak.
    Expression peakReplicas(Component component) {
        return find(component.name() + ".peak_fleet").orElseGet(() -> stated(component));
    }

    /// The replicas of all shards, as stated.
    Expression stated(Component component) {
        Expression replicas = Expressions.name(component.replicas().name());
        return component
                .shards()
                .<Expression>map(shards -> Expressions.times(Expressions.name(shards.name()), replicas))
                .orElse(replicas);
    }

    /// What one shard has of a whole.
    Expression ofShard(Component component, Expression whole) {
        return component
                .shards()
                .<Expression>map(shards -> Expressions.over(whole, Expressions.name(shards.name())))
                .orElse(whole);
    }

    void gap(Topic topic, String what, String mend) {
        gaps.add(new Gap(topic, what, mend));
    }

    void unpriced(String component) {
        unpriced.add(component);
    }

    /// The dimension of an amount of the author's.
    Dimension dimension(String name) {
        return design.checked().dimension(name).orElse(Dimension.NONE);
    }

    /// A count or rate times the size of one, where the size may be said per counted thing or alone.
    ///
    /// @param counted what the count is of, without its time
    /// @param size the name of an amount of data
    Expression bytes(Expression count, Dimension counted, String size) {
        Dimension product = counted.times(dimension(size));
        Expression bytes = Expressions.times(count, mean(size));
        return product.equals(Dimension.DATA) ? bytes : Expressions.times(bytes, one(Dimension.DATA.per(product)));
    }

    /// Requests of a path times the size of one, which may be said per request or per what its author counts.
    Expression bytes(Workload workload, Expression requests, Amount size) {
        Dimension own = dimension(workload.rate().name()).times(Dimension.TIME);
        boolean perOwn = !own.equals(Dimension.REQUEST)
                && dimension(size.name()).times(own).equals(Dimension.DATA);
        return perOwn
                ? bytes(Expressions.times(requests, one(own.per(Dimension.REQUEST))), own, size.name())
                : bytes(requests, Dimension.REQUEST, size.name());
    }

    /// The value of that name, or its mean where it varies.
    private Expression mean(String name) {
        boolean varies = design.sheet()
                .find(name)
                .map(Definition::content)
                .filter(content -> content instanceof Varying && !(content instanceof Varying.Constant))
                .isPresent();
        return varies ? Expressions.mean(name) : Expressions.name(name);
    }

    Estimated estimated() {
        List<Definition> all = new ArrayList<>(facts.values());
        all.addAll(derived.values());
        return new Estimated(design.sheet().and(all), figures, gaps, unpriced);
    }

    /// A unit by its words, such as `kWh` per `month`.
    static Unit unit(String above, String below) {
        Units units = Units.standard();
        return Unit.of(units.find(above).orElseThrow()).per(units.find(below).orElseThrow());
    }

    /// One of a dimension, such as 1 req, by which counts are turned into each other.
    static Expression one(Dimension dimension) {
        return Expressions.literal(new Quantity(1, dimension));
    }
}
