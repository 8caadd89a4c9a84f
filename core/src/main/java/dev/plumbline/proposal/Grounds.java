package dev.plumbline.proposal;

import dev.plumbline.assessment.AvailabilityFormula;
import dev.plumbline.assessment.AvailabilityFormula.Outcome;
import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Deployments;
import dev.plumbline.design.Design;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Service;
import dev.plumbline.design.Step;
import dev.plumbline.design.TokenServing;
import dev.plumbline.design.Workload;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.roofline.Deployment;
import java.util.Comparator;
import java.util.Optional;

/// A design with the values of its names and of what follows from them by arithmetic. Cost: one valuation, and a second
/// where something grows.
public final class Grounds {
    /// Medians over so many worlds are within about 1 % for a spread of a factor of two.
    private static final Worlds WORLDS = new Worlds(200, 1);

    private final Design design;
    private final Valuation now;
    private final Optional<Valuation> later;

    private Grounds(Design design, Valuation now, Optional<Valuation> later) {
        this.design = design;
        this.now = now;
        this.later = later;
    }

    public static Grounds of(Design design) {
        Checked checked = Checker.check(Estimates.of(design).sheet()).soundPart();
        Valuation now = Valuation.of(checked, WORLDS);
        Optional<Valuation> later = design.horizon()
                .filter(horizon -> checked.sheet().defines(horizon.name()))
                .map(horizon -> Valuation.after(
                        checked, WORLDS, new Quantity(now.spread(horizon.name()).median(), Dimension.TIME)));
        return new Grounds(design, now, later);
    }

    public Design design() {
        return design;
    }

    boolean has(String name) {
        return now.checked().sheet().defines(name);
    }

    /// The median over worlds of a name, the author's or a derived one; empty where it has none.
    public Optional<Quantity> value(String name) {
        return value(now, name);
    }

    /// The same at the design's horizon, where one is given.
    Optional<Quantity> atHorizon(String name) {
        return later.flatMap(valuation -> value(valuation, name));
    }

    private static Optional<Quantity> value(Valuation valuation, String name) {
        if (!valuation.checked().sheet().defines(name)) {
            return Optional.empty();
        }
        double median = valuation.spread(name).median();
        return Double.isFinite(median)
                ? Optional.of(new Quantity(median, valuation.dimension(name)))
                : Optional.empty();
    }

    public Optional<Quantity> value(Amount amount) {
        return value(amount.name());
    }

    /// What an amount that varies from request to request, or one that does not, stays below in this share of cases;
    /// the
    /// median over worlds, in base units.
    public double quantile(Amount amount, double level) {
        double[] values = new double[WORLDS.count()];
        for (int world = 0; world < values.length; world++) {
            values[world] =
                    Math.max(0, now.distribution(amount.name(), world, 1).quantile(level));
        }
        return Spread.of(values).median();
    }

    /// The peak of a path's load in requests per second.
    Optional<Quantity> peak(String path) {
        return value(path + ".peak_requests");
    }

    /// A path's average load, in requests per second.
    public Optional<Quantity> average(String path) {
        return value(path + ".requests");
    }

    /// The path that is asked for most often, among those that people or machines ask for.
    Optional<String> busiest() {
        return design.workload().values().stream()
                .max(Comparator.comparingDouble((Workload each) ->
                        average(each.path()).map(Quantity::value).orElse(0.0)))
                .map(Workload::path);
    }

    /// The share of time in which a path or component works, by the product of what has to work; empty where a
    /// component does not say how available it is.
    public Optional<Double> availability(String thing) {
        return switch (AvailabilityFormula.of(design, thing)) {
            case Outcome.Formula(var expression) ->
                Optional.of(Spread.of(now.values(expression)).median());
            case Outcome.Unstated _ -> Optional.empty();
        };
    }

    /// What a path's steps come to when each takes its median and nothing waits, in seconds: no quantile of the path,
    /// but a bound for what can be hoped for.
    double work(String path) {
        Step.Sequence steps = design.paths().get(path);
        return steps == null ? 0 : work(steps);
    }

    private double work(Step step) {
        return switch (step) {
            case Step.Sequence(var steps, var _) ->
                steps.stream().mapToDouble(this::work).sum();
            case Step.Parallel(int need, var branches, var _) ->
                branches.stream()
                        .mapToDouble(this::work)
                        .sorted()
                        .limit(need)
                        .max()
                        .orElse(0);
            case Step.When(var share, var then, var _) ->
                value(share).map(Quantity::value).orElse(0.0) >= 0.5 ? work(then) : 0;
            case Step.Wait(var time, var _) -> value(time).map(Quantity::value).orElse(0.0);
            case Step.Call call -> call(call.target());
        };
    }

    private double call(String target) {
        Component component = design.components().get(target);
        return component == null ? work(target) : time(component.service());
    }

    private double time(Service service) {
        return switch (service) {
            case Service.Each(var time) -> quantile(time, 0.5);
            case Service.Shared(var time) -> quantile(time, 0.5);
            case Service.Batched(var _, var _, var time, var _) -> quantile(time, 0.5);
            case Service.Generation generation ->
                generation
                        .time()
                        .map(each -> quantile(each, 0.5))
                        .or(() -> generation.serving().map(serving -> alone(generation, serving)))
                        .orElse(0.0);
            case Service.Unstated _ -> 0;
        };
    }

    /// The median answer when it is the only one: its prompt is read, and each token is a step.
    private double alone(Service.Generation generation, TokenServing serving) {
        Deployment served = Deployments.of(
                serving, amount -> value(amount).map(Quantity::value).orElse(0.0));
        double step = served.fixed() + served.linear(1) + served.head(1);
        double prompt = Math.max(1, quantile(generation.prompt(), 0.5));
        return served.linear(prompt) + step * quantile(generation.output(), 0.5);
    }

    /// The language model that a path comes to, if it does.
    public Optional<Component> writer(String path) {
        Step.Sequence steps = design.paths().get(path);
        return steps == null ? Optional.empty() : writer(steps);
    }

    private Optional<Component> writer(Step step) {
        return switch (step) {
            case Step.Sequence(var steps, var _) ->
                steps.stream().flatMap(each -> writer(each).stream()).findFirst();
            case Step.Parallel(var _, var branches, var _) ->
                branches.stream().flatMap(each -> writer(each).stream()).findFirst();
            case Step.When(var _, var then, var _) -> writer(then);
            case Step.Wait _ -> Optional.empty();
            case Step.Call call ->
                Optional.ofNullable(design.components().get(call.target())).filter(each -> each.kind() == Kind.LLM);
        };
    }

    /// The first component that a path's requests meet.
    public Optional<String> entrance(String path) {
        Step.Sequence steps = design.paths().get(path);
        return steps == null
                ? Optional.empty()
                : steps.steps().stream()
                        .filter(Step.Call.class::isInstance)
                        .map(step -> ((Step.Call) step).target())
                        .filter(design.components()::containsKey)
                        .findFirst();
    }
}
