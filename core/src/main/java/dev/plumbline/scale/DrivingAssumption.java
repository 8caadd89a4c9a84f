package dev.plumbline.scale;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Growth;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The number that a design is scaled by, such as its daily users.
///
/// @param now its value today, over worlds, in base units
/// @param unit what it is printed in
/// @param monthly by which factor it grows in a month, in the median world; empty where the design states no growth
/// @param drives the paths whose rate follows it
/// @param with other numbers that are taken to grow and shrink as it does
public record DrivingAssumption(
        String name,
        Spread now,
        Dimension dimension,
        Optional<Unit> unit,
        OptionalDouble monthly,
        List<String> drives,
        List<String> with) {
    private static final double MONTH = 30.4375 * 86_400;
    private static final Worlds WORLDS = new Worlds(1024, 42);

    public DrivingAssumption {
        drives = List.copyOf(drives);
        with = List.copyOf(with);
    }

    /// The one that most of the traffic follows: of those that the rates of most paths depend on, one that grows,
    /// else one that counts things, else the first; the first path's rate where a design assumes nothing. Empty
    /// without a workload.
    public static Optional<DrivingAssumption> of(Design design) {
        List<String> candidates = new ArrayList<>(design.assumptions().keySet());
        design.workload().values().forEach(each -> candidates.add(each.rate().name()));
        Comparator<String> better = Comparator.comparingInt(
                        (String name) -> -drives(design, name).size())
                .thenComparing(name -> !isAssumed(design, name))
                .thenComparing(name -> growth(design, name).isEmpty())
                .thenComparing(name -> !isCount(design, name));
        return candidates.stream()
                .filter(name ->
                        canBeScaled(design, name) && !drives(design, name).isEmpty())
                .min(better)
                .map(name -> named(design, name));
    }

    /// The names that a design can be scaled by: those that stand for one value.
    public static List<String> candidates(Design design) {
        return design.sheet().definitions().stream()
                .filter(each -> each.origin() == Definition.Origin.ASSUMED)
                .map(Definition::name)
                .filter(name -> canBeScaled(design, name))
                .toList();
    }

    /// @param name one of [#candidates]
    public static DrivingAssumption named(Design design, String name) {
        Valuation valuation = Valuation.of(design.checked(), WORLDS);
        OptionalDouble monthly = growth(design, name)
                .map(growth -> valuation.values(growth.rate()))
                .map(rates -> Spread.of(rates).median())
                .map(rate -> growth(design, name).orElseThrow().period() * rate)
                .map(step -> Math.pow(
                        1 + step, MONTH / growth(design, name).orElseThrow().period()))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
        return new DrivingAssumption(
                name,
                valuation.spread(name),
                valuation.dimension(name),
                design.sheet().find(name).flatMap(Definition::unit),
                monthly,
                drives(design, name),
                List.of());
    }

    /// The same, with other numbers in proportion.
    ///
    /// @param names some of [#candidates]
    public DrivingAssumption with(Collection<String> names) {
        return new DrivingAssumption(name, now, dimension, unit, monthly, drives, List.copyOf(names));
    }

    /// The design with this many, and no doubt about it.
    ///
    /// @param value in base units
    public Design in(Design design, double value) {
        return design.with(changed(design, value));
    }

    /// What the names that are scaled mean then.
    List<Definition> changed(Design design, double value) {
        List<Definition> changed = new ArrayList<>();
        changed.add(changed(design, name, Expressions.literal(new Quantity(value, dimension))));
        for (String other : with) {
            Expression stated =
                    (Expression) design.sheet().find(other).orElseThrow().content();
            changed.add(changed(design, other, Expressions.times(Expressions.number(value / now.median()), stated)));
        }
        return changed;
    }

    private static Definition changed(Design design, String name, Expression content) {
        Definition stated = design.sheet().find(name).orElseThrow();
        return new Definition(
                name, content, stated.origin(), "", stated.source(), stated.place(), stated.display(), stated.growth());
    }

    /// A value of it as people read it: `2.01M user`.
    public String text(double value) {
        Quantity quantity = new Quantity(value, dimension);
        return unit.map(each -> Scale.of(quantity, each))
                .orElseGet(() -> Scale.of(quantity))
                .print(quantity);
    }

    /// The same as a number, in the unit of [#unitText].
    public double shown(double value) {
        return Double.isFinite(value)
                ? unit.map(each -> each.fromBase(value).doubleValue()).orElse(value)
                : value;
    }

    /// The unit of [#shown]; empty for plain numbers.
    public String unitText() {
        return unit.filter(each -> !each.isNone()).map(Unit::text).orElse("");
    }

    /// The names of the design that change with it, itself included.
    static Set<String> following(Design design, String name) {
        Set<String> following = new HashSet<>(Set.of(name));
        for (String each : design.checked().order()) {
            if (design.sheet().find(each).orElseThrow().uses().stream().anyMatch(following::contains)) {
                following.add(each);
            }
        }
        return following;
    }

    private static List<String> drives(Design design, String name) {
        Set<String> following = following(design, name);
        return design.workload().entrySet().stream()
                .filter(each -> following.contains(each.getValue().rate().name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAssumed(Design design, String name) {
        return design.assumptions().containsKey(name);
    }

    private static Optional<Growth> growth(Design design, String name) {
        return design.sheet().find(name).flatMap(Definition::growth);
    }

    private static boolean isCount(Design design, String name) {
        return design.checked()
                .dimension(name)
                .filter(dimension -> dimension.powers().size() == 1 && !dimension.equals(Dimension.TIME))
                .isPresent();
    }

    private static boolean canBeScaled(Design design, String name) {
        Checked checked = design.checked();
        return checked.dimension(name).isPresent()
                && design.sheet()
                        .find(name)
                        .filter(each -> each.content() instanceof Expression)
                        .isPresent();
    }
}
