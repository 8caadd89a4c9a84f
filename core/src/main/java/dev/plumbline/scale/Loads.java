package dev.plumbline.scale;

import dev.plumbline.assessment.Reached;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Scenario;
import dev.plumbline.design.Step;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Circumstance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What each component of a design is offered, over what it can do, by the utilisation law; retries are left out, which
/// only add to it.
final class Loads {
    private static final Worlds WORLDS = new Worlds(1024, 42);
    private static final double ALL = 0.999;
    private static final double IDLE = 0.05;

    private final Design design;
    private final Valuation valuation;

    private Loads(Design design, Valuation valuation) {
        this.design = design;
        this.valuation = valuation;
    }

    static Loads of(Design design) {
        return new Loads(design, Valuation.of(Checker.check(Estimates.of(design).sheet()), WORLDS));
    }

    /// A component with what it is offered over what it can do.
    ///
    /// @param median in the median world
    /// @param over the share of worlds in which it gets more than it can do
    record Offered(String component, double median, double over) {
        static Offered of(String component, double[] ratios) {
            return new Offered(
                    component,
                    Spread.of(ratios).median(),
                    (double) Arrays.stream(ratios).filter(ratio -> ratio > 1).count() / ratios.length);
        }

        boolean overInAll() {
            return over >= ALL;
        }
    }

    /// The component that ends a path: of those without mercy the one that is offered the most, where that is more than
    /// it can do, else of all that the path reaches. Empty where none says how long it takes.
    Optional<Offered> end(String path, Circumstance circumstance) {
        return greatest(gates(path), circumstance)
                .filter(gate -> gate.median() > 1)
                .or(() -> greatest(List.copyOf(Reached.by(design, path)), circumstance));
    }

    /// The component that ends a path without mercy when it is offered more than it can do: every request has to pass
    /// it, its queue has no limit, and nobody gives up on it.
    ///
    /// In a scenario the load before it counts, since a queue that grows for some minutes drains again.
    Optional<Offered> gate(String path, Circumstance circumstance) {
        return greatest(
                gates(path), circumstance instanceof Circumstance.During ? new Circumstance.Peak() : circumstance);
    }

    private List<String> gates(String path) {
        List<String> gates = new ArrayList<>();
        Step.Sequence steps = design.paths().get(path);
        if (steps != null) {
            gates(steps, gates, 0);
        }
        return gates;
    }

    /// Whether so little arrives everywhere that less would change nothing.
    boolean isIdle(Circumstance circumstance) {
        List<Optional<double[]>> all = Reached.byWorkload(design).stream()
                .map(component -> ratios(component, circumstance))
                .toList();
        return all.stream()
                .allMatch(ratios ->
                        ratios.isPresent() && Arrays.stream(ratios.get()).allMatch(ratio -> ratio <= IDLE));
    }

    private Optional<Offered> greatest(List<String> components, Circumstance circumstance) {
        return components.stream()
                .flatMap(name -> ratios(name, circumstance).stream().map(ratios -> Offered.of(name, ratios)))
                .max(Comparator.comparingDouble(Offered::median));
    }

    private Optional<double[]> ratios(String component, Circumstance circumstance) {
        return switch (circumstance) {
            case Circumstance.Average _ -> values(component + ".busy");
            case Circumstance.Unstated _, Circumstance.Peak _ -> values(component + ".peak_busy");
            case Circumstance.Load _ -> Optional.empty();
            case Circumstance.During(var scenario) ->
                values(component + ".peak_busy").map(peak -> {
                    double[] times = Optional.ofNullable(design.scenarios().get(scenario.text()))
                            .flatMap(Scenario::load)
                            .map(load -> valuation.values(load.name()))
                            .orElseGet(() -> new double[] {1});
                    return IntStream.range(0, peak.length)
                            .mapToDouble(w -> peak[w] * Math.max(1, times[times.length == 1 ? 0 : w]))
                            .toArray();
                });
        };
    }

    private Optional<double[]> values(String name) {
        return valuation.checked().sheet().defines(name) ? Optional.of(valuation.values(name)) : Optional.empty();
    }

    private void gates(Step step, List<String> gates, int depth) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> gates(each, gates, depth));
            case Step.Parallel(var need, var branches, var _) -> {
                if (need == branches.size()) {
                    branches.forEach(each -> gates(each, gates, depth));
                }
            }
            case Step.When _, Step.Wait _ -> {}
            case Step.Call call -> gate(call, gates, depth);
        }
    }

    private void gate(Step.Call call, List<String> gates, int depth) {
        if (call.timeout().isPresent() || call.fallback().isPresent()) {
            return;
        }
        Component component = design.components().get(call.target());
        if (component == null) {
            Step.Sequence path = design.paths().get(call.target());
            if (path != null && depth < design.paths().size()) {
                gates(path, gates, depth + 1);
            }
        } else if (component.queue().limit().isEmpty()) {
            gates.add(component.name());
        }
    }
}
