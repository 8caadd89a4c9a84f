package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.simulation.Result;
import dev.plumbline.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads what can be read off a design: from its estimates, or from the situations that were simulated.
final class Meters {
    static final String SIMULATION = "simulation";
    private static final String ESTIMATION = "estimation";

    private final Design design;
    private final Valuation estimates;
    private final List<World> worlds;
    private final List<String> unpriced;
    private final Map<String, Simulated> situations;

    /// @param estimates the sheet with its estimates, in many worlds
    /// @param worlds the worlds that are simulated
    /// @param situations what was simulated, by the situation's name
    Meters(
            Design design,
            Valuation estimates,
            List<World> worlds,
            List<String> unpriced,
            Map<String, Simulated> situations) {
        this.design = design;
        this.estimates = estimates;
        this.worlds = List.copyOf(worlds);
        this.unpriced = List.copyOf(unpriced);
        this.situations = new LinkedHashMap<>(situations);
    }

    /// The meters of language models.
    TokenMeters tokens() {
        return new TokenMeters(design, situations);
    }

    /// @param level the percentile as a share; -1 for the mean
    Meter latency(String path, double level, String situation) {
        return simulated(path, situation, simulated -> {
            double[] values = each(simulated, path, result -> latency(result, level));
            return new Meter.Read(
                    values,
                    Dimension.TIME,
                    Evidence.Kind.SIMULATED,
                    SIMULATION,
                    trace(simulated),
                    Causes.ofLatency(simulated, path));
        });
    }

    private static Interval latency(Result.PathResult path, double level) {
        return path.latency()
                .map(latency -> level < 0 ? latency.mean() : latency.at(level))
                .orElse(Interval.exact(Double.POSITIVE_INFINITY));
    }

    Meter success(String path, String situation) {
        return share(path, situation, Result.PathResult::success, simulated -> Causes.ofStandIns(simulated, path));
    }

    Meter fallbacks(String path, String situation) {
        return share(
                path,
                situation,
                result -> {
                    Result.Counts counts = result.counts();
                    long ended = counts.requests() - counts.running();
                    return Interval.exact(ended == 0 ? 0 : (double) counts.fallback() / ended);
                },
                _ -> Optional.empty());
    }

    private Meter share(
            String path,
            String situation,
            Function<Result.PathResult, Interval> share,
            Function<Simulated, Optional<String>> caveat) {
        return simulated(
                path,
                situation,
                simulated -> new Meter.Read(
                        Arrays.stream(each(simulated, path, share))
                                .map(value -> Math.clamp(value, 0, 1))
                                .toArray(),
                        Dimension.NONE,
                        Evidence.Kind.SIMULATED,
                        SIMULATION,
                        trace(simulated),
                        Causes.ofSaturation(simulated, path).or(() -> Causes.ofLosses(simulated, path)),
                        caveat.apply(simulated)));
    }

    Meter throughput(String path, String situation) {
        return simulated(path, situation, simulated -> {
            double[] values = each(simulated, path, result -> {
                Result.Counts counts = result.counts();
                double share = result.latency().isEmpty() ? counts.answeredSoFar() : counts.success();
                return Interval.exact(result.rate() * share);
            });
            return new Meter.Read(
                    values,
                    Dimension.REQUEST.per(Dimension.TIME),
                    Evidence.Kind.SIMULATED,
                    SIMULATION,
                    trace(simulated),
                    Causes.ofSaturation(simulated, path).or(() -> Causes.ofLosses(simulated, path)));
        });
    }

    private interface Reader {
        Meter read(Simulated simulated);
    }

    private Meter simulated(String path, String situation, Reader reader) {
        if (!design.workload().containsKey(path)) {
            return new Meter.Blind(
                    "nothing asks for the path \"%s\"; give it a rate under \"workload:\"".formatted(path));
        }
        Optional<String> untimed = untimed(Reached.withoutTime(design, Reached.by(design, path)));
        if (untimed.isPresent()) {
            return new Meter.Blind(untimed.get());
        }
        Simulated simulated = situations.get(situation);
        return simulated == null
                ? new Meter.Blind(Situation.named(design, situation)
                        .flatMap(each -> Situations.unknown(design, each))
                        .orElse("nothing here simulates \"%s\" yet".formatted(situation)))
                : reader.read(simulated);
    }

    /// What to say where some components have no time; empty where all have.
    static Optional<String> untimed(List<String> components) {
        return components.isEmpty()
                ? Optional.empty()
                : Optional.of("%s %s no service time; add \"time: {p50: 5 ms, p99: 20 ms}\""
                        .formatted(String.join(", ", components), components.size() == 1 ? "has" : "have"));
    }

    private static double[] each(Simulated simulated, String path, Function<Result.PathResult, Interval> value) {
        return simulated.spread(simulated.worlds().stream()
                .map(result -> Optional.ofNullable(result.paths().get(path))
                        .map(value)
                        .orElse(new Interval(Double.NaN, Double.NaN, Double.NaN)))
                .toList());
    }

    static List<String> trace(Simulated simulated) {
        List<String> trace = new ArrayList<>();
        if (simulated.faster() > 1) {
            trace.add("the scenario's clock ran up to %s times faster than it would"
                    .formatted(Causes.number(simulated.faster())));
        }
        if (simulated.oneIn() > 1) {
            trace.add("up to one in %s requests was simulated, with as large a share of each component's replicas"
                    .formatted(Causes.number(simulated.oneIn())));
        }
        return trace;
    }

    /// In each world of a situation how many times what it can do the worst component gets, at least 1; none if the
    /// situation was not simulated.
    double[] overloads(String situation) {
        Simulated simulated = situations.get(situation);
        return simulated == null
                ? new double[0]
                : simulated.worlds().stream()
                        .mapToDouble(world -> world.stations().values().stream()
                                .flatMap(station -> station.saturated().stream())
                                .mapToDouble(Result.Saturated::ratio)
                                .max()
                                .orElse(1))
                        .toArray();
    }

    Meter availability(String thing) {
        return switch (AvailabilityFormula.of(design, thing)) {
            case AvailabilityFormula.Outcome.Formula(var formula) ->
                new Meter.Read(
                        estimates.values(formula),
                        Dimension.NONE,
                        Evidence.Kind.ESTIMATED,
                        ESTIMATION,
                        List.copyOf(formula.names()),
                        weakest(formula));
            case AvailabilityFormula.Outcome.Unstated(var components) ->
                new Meter.Blind("%s %s not say how available %s; add \"available: 99.9 %%\""
                        .formatted(
                                String.join(", ", components),
                                components.size() == 1 ? "does" : "do",
                                components.size() == 1 ? "it is" : "they are"));
        };
    }

    /// The component whose outages cost the most.
    private Optional<String> weakest(Expression formula) {
        return formula.names().stream()
                .filter(name -> name.endsWith(".available"))
                .min(Comparator.comparingDouble(name -> estimates.spread(name).median()))
                .map(name -> "%s is available %s of the time"
                        .formatted(
                                name.substring(0, name.lastIndexOf('.')),
                                Quantity.percent(estimates.spread(name).median(), 6)));
    }

    /// @param level the percentile as a share; -1 for the mean
    Meter age(String thing, double level) {
        return new Ages(design).of(thing, level, worlds);
    }

    Meter storage(String data) {
        String name = data + ".storage";
        if (!estimates.checked().sheet().defines(name)) {
            return new Meter.Blind(
                    "\"%s\" does not say how many rows it has and how large they are; add \"rows:\" and \"size:\""
                            .formatted(data));
        }
        return estimate(name, Optional.empty());
    }

    Meter cost() {
        if (!estimates.checked().sheet().defines("cost")) {
            return new Meter.Blind("nothing in the design has a price; say what components run on, such as \"on: L4\"");
        }
        Optional<String> missing = unpriced.isEmpty()
                ? Optional.empty()
                : Optional.of("the price of %s is not known and not counted".formatted(String.join(", ", unpriced)));
        Optional<String> cause = greatest("cost")
                .map(most -> most + missing.map(each -> "; " + each).orElse(""));
        return estimate("cost", cause).but(missing);
    }

    /// The power that machines and their site draw.
    Meter energy() {
        return estimates.checked().sheet().defines("energy")
                ? estimate("energy", greatest("energy"))
                : new Meter.Blind(
                        "nothing in the design has a known power; say what components run on, such as \"on: L4\"");
    }

    Meter carbon() {
        return estimates.checked().sheet().defines("carbon")
                ? estimate("carbon", greatest("energy"))
                : new Meter.Blind("nothing says where machines of a known power run; add "
                        + "\"regions: {eu: {at: Frankfurt, share: 100 %}}\"");
    }

    /// What so many requests (or what they count) take of a total, at the average rate.
    Meter per(Quantity count, Meter total) {
        if (!(total
                instanceof
                Meter.Read(var values, var dimension, var kind, var engine, var trace, var cause, var caveat))) {
            return total;
        }
        List<Expression> rates = new ArrayList<>();
        design.workload().values().forEach(workload -> {
            String rate = workload.rate().name();
            boolean same = estimates.dimension(rate).times(Dimension.TIME).equals(count.dimension());
            boolean any = count.dimension().equals(Dimension.REQUEST);
            if (same || any) {
                rates.add(Expressions.name(workload.path() + ".requests"));
            }
        });
        if (rates.isEmpty()) {
            return new Meter.Blind("no path of the workload is counted in %s"
                    .formatted(count.dimension().words()));
        }
        double[] perSecond = estimates.values(Expressions.sum(rates));
        double[] shares = new double[values.length];
        for (int w = 0; w < shares.length; w++) {
            shares[w] = values[w] / perSecond[w] * count.value();
        }
        return new Meter.Read(shares, dimension.times(Dimension.TIME), kind, engine, trace, cause, caveat);
    }

    /// The part that is most of a sum.
    private Optional<String> greatest(String total) {
        Set<String> parts = new LinkedHashSet<>(
                estimates.checked().sheet().find(total).orElseThrow().uses());
        return parts.stream()
                .max(Comparator.comparingDouble(name -> estimates.spread(name).median()))
                .map(name -> "%s is %s of it"
                        .formatted(
                                name,
                                Quantity.percent(estimates.spread(name).median()
                                        / estimates.spread(total).median())));
    }

    private Meter.Read estimate(String name, Optional<String> cause) {
        return new Meter.Read(
                estimates.values(name),
                estimates.dimension(name),
                Evidence.Kind.ESTIMATED,
                ESTIMATION,
                List.of(name),
                cause);
    }
}
