package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.simulation.Result;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final List<String> WRITTEN = List.of("p50", "p95", "p99");

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

    /// @param asked what the requirements want in this situation
    static ScenarioResult of(Design design, Simulated simulated, Asked asked) {
        SortedMap<String, PathResult> paths = new TreeMap<>();
        for (String path : design.workload().keySet()) {
            path(simulated, path, asked).ifPresent(result -> paths.put(path, result));
        }
        SortedMap<String, ComponentResult> components = new TreeMap<>();
        for (String name : design.components().keySet()) {
            component(design, simulated, name).ifPresent(result -> components.put(name, result));
        }
        return new ScenarioResult(
                simulated.situation().name(), paths, components, calls(simulated), List.of(), Chronicles.of(simulated));
    }

    /// A path that is not asked for in some world has no calls there.
    private static List<CallSummary> calls(Simulated simulated) {
        Map<String, List<Result.CallResult>> byPlace = new LinkedHashMap<>();
        for (Result result : simulated.worlds()) {
            Map<String, Integer> before = new HashMap<>();
            for (Result.CallResult each : result.calls()) {
                String place = each.path() + " " + before.merge(each.path(), 1, Integer::sum);
                byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(each);
            }
        }
        return byPlace.values().stream().map(Summaries::call).toList();
    }

    private static CallSummary call(List<Result.CallResult> worlds) {
        return new CallSummary(
                worlds.getFirst().path(),
                worlds.getFirst().station(),
                interval(worlds, each -> share(each.attempts(), each.calls())),
                interval(worlds, each -> share(each.hedges(), each.calls())),
                interval(worlds, each -> share(each.timedOut(), each.attempts())),
                interval(worlds, each -> share(each.refused(), each.calls())),
                interval(worlds, each -> share(each.fallbacks(), each.calls())));
    }

    private static double share(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static Optional<PathResult> path(Simulated simulated, String path, Asked asked) {
        List<Result.PathResult> worlds = simulated.worlds().stream()
                .flatMap(result -> Optional.ofNullable(result.paths().get(path)).stream())
                .toList();
        if (worlds.isEmpty()) {
            return Optional.empty();
        }
        List<Aim> own = asked.aims(path);
        double slow = Aim.highest(own).map(Aim::level).orElse(Aim.USUAL);
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
                steady ? Optional.empty() : Optional.of(unsteady(simulated, worlds)),
                Profiles.of(worlds, slow, own),
                writing(worlds),
                asked.judged().getOrDefault(path, List.of())));
    }

    private static Optional<Writing> writing(List<Result.PathResult> worlds) {
        List<Result.Written> written =
                worlds.stream().flatMap(each -> each.written().stream()).toList();
        return written.size() < worlds.size()
                ? Optional.empty()
                : Optional.of(new Writing(
                        times(written.stream().map(Result.Written::first).toList()),
                        times(written.stream()
                                .flatMap(each -> each.between().stream())
                                .toList())));
    }

    private static SortedMap<String, Interval> times(List<Result.Latency> worlds) {
        SortedMap<String, Interval> times = new TreeMap<>();
        if (!worlds.isEmpty()) {
            WRITTEN.forEach(name -> times.put(
                    name,
                    interval(
                            worlds,
                            each -> each.at(PERCENTILES.getOrDefault(name, 0.5)).value())));
        }
        return times;
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

    private static Optional<ComponentResult> component(Design design, Simulated simulated, String name) {
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
                interval(stations, Result.StationResult::offered),
                interval(stations, Result.StationResult::tail),
                Optional.ofNullable(design.components().get(name))
                        .flatMap(Component::scale)
                        .map(_ -> interval(stations, Result.StationResult::replicas))));
    }

    private static <T> Interval interval(List<T> worlds, ToDoubleFunction<T> value) {
        return Interval.over(worlds.stream().mapToDouble(value).toArray());
    }
}
