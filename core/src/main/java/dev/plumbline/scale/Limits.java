package dev.plumbline.scale;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int MOST_CHANGES = 6;
    /// A change carries at least so many times further, so that two parts do not take turns in small steps.
    private static final double STEP = 3;
    /// Beyond what is aimed at, so that a change does not end a hair before it.
    private static final double ROOM = 1.02;

    private final Design design;
    private final DrivingAssumption by;
    private final double[] scales;

    private Limits(Design design, DrivingAssumption by, double[] scales) {
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

    /// What moves the limits, the first one first; ends where no number of the design does.
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Limits now = this;
        List<Limit> found = all();
        while (!found.isEmpty() && changes.size() < MOST_CHANGES) {
            Optional<Change> change = now.change(found);
            if (change.isEmpty()) {
                break;
            }
            now = new Limits(with(now.design, change.get()), by, scales);
            found = now.all();
            Optional<Limit> next = found.stream().findFirst();
            Change made = change.get();
            changes.add(new Change(
                    made.moved(),
                    made.name(),
                    made.from(),
                    made.to(),
                    next,
                    made.costBefore(),
                    cost(by.in(now.design, made.moved().at()))));
        }
        return changes;
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
            if (at > 0 && Double.isFinite(at)) {
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
        Valuation valuation = valued(by.in(design, at));
        Map<Tracked, Spread> spreads = new LinkedHashMap<>();
        for (Tracked each : tracked()) {
            if (valuation.checked().sheet().defines(each.figure())) {
                spreads.put(each, valuation.spread(each.figure()));
            }
        }
        quotas(valuation, spreads);
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

    /// More replicas, as many as carry the component to the next limit of another or some way.
    private Optional<Change> change(List<Limit> found) {
        Limit first = found.getFirst();
        boolean shared = switch (first.why()) {
            case SATURATION, SHARD, QUOTA -> true;
            case TAIL, MEMORY, WRITER, CONNECTIONS, MONEY, STORAGE, ENERGY, AGE, AVAILABILITY -> false;
        };
        Component component = design.components().get(first.component());
        if (!shared || component == null) {
            return Optional.empty();
        }
        double beyond = found.stream()
                .filter(each -> !each.component().equals(first.component()))
                .mapToDouble(Limit::at)
                .findFirst()
                .orElse(scales[scales.length - 1]);
        String name = component
                .scale()
                .map(Component.Scale::to)
                .orElse(component.replicas())
                .name();
        double from = Math.round(valued(design).spread(name).median());
        double to = Math.ceil(from * Math.max(beyond / first.at(), STEP) * ROOM);
        return Optional.of(
                new Change(first, name, from, to, Optional.empty(), cost(by.in(design, first.at())), Double.NaN));
    }

    private static Design with(Design design, Change change) {
        Definition stated = design.sheet().find(change.name()).orElseThrow();
        return design.with(List.of(
                Definition.of(change.name(), Expressions.number(change.to())).placed(stated.place())));
    }

    private static Valuation valued(Design design) {
        return Valuation.of(Checker.check(Estimates.of(design).sheet()), WORLDS);
    }

    private static double cost(Design design) {
        Valuation valuation = valued(design);
        return valuation.checked().sheet().defines("cost")
                ? valuation.spread("cost").median()
                : Double.NaN;
    }
}
