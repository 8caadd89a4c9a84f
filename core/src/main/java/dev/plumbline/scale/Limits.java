package dev.plumbline.scale;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// Finds the scales at which some part has no more to give, and what moves them.
///
/// Figures are worked out at six scales a decade, and between two they are taken to follow a power of the scale, which
/// is exact for what grows in proportion. Where it is not, as for what jumps with every replica that is started, the
/// stretch is bisected.
final class Limits {
    /// Enough that the ends of an interval are told to some per cent.
    private static final Worlds WORLDS = new Worlds(256, 42);

    private static final int PER_DECADE = 6;
    private static final double EXACT = 1.005;

    private final Design design;
    private final DrivingAssumption by;
    private final double[] scales;
    /// The formulas are the same at every scale.
    private final Sheet sheet;

    private Limits(Design design, DrivingAssumption by, double[] scales) {
        this.sheet = Estimates.of(design).sheet();
        this.design = design;
        this.by = by;
        this.scales = scales;
    }

    /// The limits of a design.
    ///
    /// @param from the smallest scale
    /// @param to the largest
    static Limits of(Design design, DrivingAssumption by, double from, double to) {
        int steps = (int) Math.ceil(Math.log10(to / from) * PER_DECADE);
        double[] scales = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            scales[i] = i == steps ? to : from * Math.pow(to / from, (double) i / steps);
        }
        return new Limits(design, by, scales);
    }

    Design design() {
        return design;
    }

    /// The limits of a changed design, over the same scales.
    Limits with(Design changed) {
        return new Limits(changed, by, scales);
    }

    /// Today's scale, or the smallest that is looked at where that is larger.
    double today() {
        return Math.max(by.now().median(), scales[0]);
    }

    /// What is tracked by a limit, in the median world at a scale.
    double median(Limit limit, double at) {
        return spreads(at).entrySet().stream()
                .filter(each -> each.getKey().figure().equals(limit.figure())
                        && each.getKey().why() == limit.why())
                .mapToDouble(each -> each.getValue().median())
                .findFirst()
                .orElse(0);
    }

    /// A name's value in the median world of today.
    double value(String name) {
        return Valuation.of(Checker.check(sheet), WORLDS).spread(name).median();
    }

    /// Money per second at a scale; not a number where nothing has a price.
    double cost(double at) {
        Valuation valuation = valued(at);
        return valuation.checked().sheet().defines("cost")
                ? valuation.spread("cost").median()
                : Double.NaN;
    }

    /// What a figure says when it passes 100 %.
    private record Tracked(String figure, Break.Why why, String component, String reason) {}

    private List<Tracked> tracked() {
        List<Tracked> tracked = new ArrayList<>();
        for (Component component : design.components().values()) {
            String name = component.name();
            tracked.add(new Tracked(
                    name + ".peak_busy",
                    Break.Why.SATURATION,
                    name,
                    "all servers of %s are busy at peak".formatted(name)));
            tracked.add(new Tracked(
                    name + ".memory_used",
                    Break.Why.MEMORY,
                    name,
                    "what %s holds no longer fits the memory of one of its machines".formatted(name)));
            tracked.add(new Tracked(
                    name + ".writes_used",
                    Break.Why.WRITER,
                    name,
                    component.shards().isEmpty()
                            ? "one node of %s takes no more writes, and every node takes all of them".formatted(name)
                            : "one node of %s takes no more writes, and every node of a shard takes all of its"
                                    .formatted(name)));
            tracked.add(new Tracked(
                    name + ".reads_used",
                    Break.Why.SHARD,
                    name,
                    "the nodes of %s answer no more reads at peak".formatted(name)));
            tracked.add(new Tracked(
                    name + ".network_used",
                    Break.Why.NETWORK,
                    name,
                    "the links of a replica of %s carry no more at peak".formatted(name)));
            tracked.add(new Tracked(
                    name + ".connections_used",
                    Break.Why.CONNECTIONS,
                    name,
                    "the replicas of %s keep more connections open than a node of %s takes"
                            .formatted(callers(component), name)));
        }
        return tracked;
    }

    private static String callers(Component component) {
        return component
                .connections()
                .map(connections -> String.join(", ", connections.from()))
                .orElse("its callers");
    }

    /// Those in the range, by scale.
    List<Limit> all() {
        List<Map<Tracked, Spread>> seen =
                Arrays.stream(scales).mapToObj(this::spreads).toList();
        List<Limit> limits = new ArrayList<>();
        for (Tracked each : seen.getFirst().keySet()) {
            double at = crossing(each, seen, Spread::median);
            if (Double.isFinite(at)) {
                limits.add(new Limit(
                        at,
                        crossing(each, seen, Spread::high),
                        crossing(each, seen, Spread::low),
                        each.why(),
                        each.component(),
                        each.figure(),
                        each.reason()));
            }
        }
        limits.sort(Comparator.comparingDouble(Limit::at));
        return limits;
    }

    /// What is tracked, at one scale.
    private Map<Tracked, Spread> spreads(double at) {
        Valuation valuation = valued(at);
        Map<Tracked, Spread> spreads = new LinkedHashMap<>();
        for (Tracked each : tracked()) {
            if (valuation.checked().sheet().defines(each.figure())) {
                spreads.put(each, valuation.spread(each.figure()));
            }
        }
        quotas(valuation, spreads);
        accelerators(valuation, spreads);
        return spreads;
    }

    /// Automatic scaling keeps a component as busy as it aims at, until it may start no more replicas.
    private void quotas(Valuation valuation, Map<Tracked, Spread> spreads) {
        for (Component component : design.components().values()) {
            String busy = component.name() + ".peak_busy";
            component
                    .scale()
                    .filter(_ -> valuation.checked().sheet().defines(busy))
                    .ifPresent(scale -> spreads.put(
                            new Tracked(
                                    busy,
                                    Break.Why.QUOTA,
                                    component.name(),
                                    "the load wants more replicas of %s than its scaling may start"
                                            .formatted(component.name())),
                            Spread.of(valuation.values(Expressions.over(
                                    Expressions.name(busy),
                                    Expressions.name(scale.busy().name()))))));
        }
    }

    /// A language model fits its accelerators as long as they hold its weights and what one answer keeps.
    private void accelerators(Valuation valuation, Map<Tracked, Spread> spreads) {
        for (Component component : design.components().values()) {
            String needed = component.name() + ".by_memory";
            component
                    .machine()
                    .filter(_ -> valuation.checked().sheet().defines(needed))
                    .ifPresent(machine -> spreads.put(
                            new Tracked(
                                    needed,
                                    Break.Why.MEMORY,
                                    component.name(),
                                    "the weights of %s and one answer no longer fit its accelerators"
                                            .formatted(component.name())),
                            Spread.of(valuation.values(
                                    Expressions.over(Expressions.name(needed), Expressions.number(machine.count()))))));
        }
    }

    /// Where values pass 1; 0 where they are above it from the start, infinite where they never are.
    private double crossing(Tracked figure, List<Map<Tracked, Spread>> seen, ToDoubleFunction<Spread> of) {
        for (int i = 0; i < scales.length; i++) {
            double value = of.applyAsDouble(Group.known(seen.get(i), figure));
            if (value > 1) {
                return i == 0
                        ? 0
                        : between(
                                scales[i - 1],
                                of.applyAsDouble(Group.known(seen.get(i - 1), figure)),
                                scales[i],
                                value,
                                scale -> of.applyAsDouble(Group.known(spreads(scale), figure)));
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// On a line through logarithms, as long as that leads to 1.
    private static double between(double low, double below, double high, double above, DoubleUnaryOperator figure) {
        double left = low;
        double right = high;
        double share = Math.log(1 / below) / Math.log(above / below);
        double at = left * Math.pow(right / left, Math.clamp(share, 0, 1));
        if (figure.applyAsDouble(at / EXACT) <= 1 && figure.applyAsDouble(at * EXACT) > 1) {
            return at;
        }
        while (right / left > EXACT) {
            double middle = Math.sqrt(left * right);
            if (figure.applyAsDouble(middle) > 1) {
                right = middle;
            } else {
                left = middle;
            }
        }
        return Math.sqrt(left * right);
    }

    private Valuation valued(double at) {
        return Valuation.of(Checker.check(sheet.and(by.changed(design, at))), WORLDS);
    }
}
