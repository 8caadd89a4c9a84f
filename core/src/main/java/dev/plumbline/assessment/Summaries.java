package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.simulation.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Sums a simulated situation up over its worlds.
final class Summaries {
    private static final Map<String, Double> PERCENTILES = percentiles();

    private Summaries() {}

    private static Map<String, Double> percentiles() {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("p50", 0.5);
        levels.put("p90", 0.9);
        levels.put("p95", 0.95);
        levels.put("p99", 0.99);
        levels.put("p999", 0.999);
        return levels;
    }

    static ScenarioResult of(Design design, Simulated simulated) {
        SortedMap<String, PathResult> paths = new TreeMap<>();
        for (String path : design.workload().keySet()) {
            path(simulated, path).ifPresent(result -> paths.put(path, result));
        }
        SortedMap<String, ComponentResult> components = new TreeMap<>();
        for (String name : design.components().keySet()) {
            component(simulated, name).ifPresent(result -> components.put(name, result));
        }
        return new ScenarioResult(simulated.situation().name(), paths, components);
    }

    private static Optional<PathResult> path(Simulated simulated, String path) {
        List<Result.PathResult> worlds = simulated.worlds().stream()
                .flatMap(result -> Optional.ofNullable(result.paths().get(path)).stream())
                .toList();
        if (worlds.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Interval> latency = new TreeMap<>();
        boolean steady = worlds.stream().allMatch(each -> each.latency().isPresent());
        if (steady) {
            latency.put(
                    "mean",
                    interval(worlds, each -> each.latency().orElseThrow().mean().value()));
            PERCENTILES.forEach((name, level) -> latency.put(
                    name,
                    interval(
                            worlds,
                            each -> each.latency().orElseThrow().at(level).value())));
        }
        return Optional.of(new PathResult(
                sum(worlds, counts -> counts.requests()),
                sum(worlds, counts -> counts.answered()),
                sum(worlds, counts -> counts.fallback()),
                sum(worlds, counts -> counts.timedOut()),
                sum(worlds, counts -> counts.shed()),
                sum(worlds, counts -> counts.failed()),
                sum(worlds, counts -> counts.running()),
                latency,
                steady ? Optional.empty() : Optional.of(unsteady(simulated, worlds))));
    }

    private static String unsteady(Simulated simulated, List<Result.PathResult> worlds) {
        long stuck = worlds.stream().filter(each -> each.latency().isEmpty()).count();
        return Causes.ofSaturation(simulated)
                .orElse("in %d of %d worlds a queue grows without bound, or nothing is answered"
                        .formatted(stuck, worlds.size()));
    }

    private static long sum(List<Result.PathResult> worlds, java.util.function.ToLongFunction<Result.Counts> count) {
        return worlds.stream()
                .mapToLong(each -> count.applyAsLong(each.counts()))
                .sum();
    }

    private static Optional<ComponentResult> component(Simulated simulated, String name) {
        List<Result.StationResult> stations = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (Result result : simulated.worlds()) {
            Result.StationResult station = result.stations().get(name);
            if (station != null) {
                stations.add(station);
                rates.add(result.seconds() > 0 ? station.visits() / result.seconds() : 0);
            }
        }
        if (stations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ComponentResult(
                interval(rates, Double::doubleValue),
                interval(stations, Result.StationResult::busy),
                interval(stations, Result.StationResult::waiting),
                interval(stations, Result.StationResult::batch),
                interval(stations, Result.StationResult::offered)));
    }

    private static <T> Interval interval(List<T> worlds, ToDoubleFunction<T> value) {
        double[] sorted = worlds.stream().mapToDouble(value).sorted().toArray();
        return new Interval(Judge.at(sorted, 0.5), Judge.at(sorted, 0.05), Judge.at(sorted, 0.95));
    }
}
