package dev.plumbline.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/// What reaches each station of a network by arithmetic, retries, hedges and fallbacks left out.
final class Traffic {
    private final Map<String, Double> arrivals = new LinkedHashMap<>();
    private final Map<String, Integer> atOnce = new LinkedHashMap<>();

    private Traffic() {}

    static Traffic of(Network network) {
        Traffic traffic = new Traffic();
        for (Path path : network.paths()) {
            Map<String, Double> visits = new LinkedHashMap<>();
            Map<String, Integer> together = new LinkedHashMap<>();
            walk(path.step(), 1, 1, visits, together);
            double rate = path.arrivals().rate();
            visits.forEach((station, each) -> traffic.arrivals.merge(station, rate * each, Double::sum));
            together.forEach((station, each) -> traffic.atOnce.merge(station, each, Math::max));
        }
        return traffic;
    }

    /// Mean visits of a request by station.
    static Map<String, Double> visits(Step step) {
        Map<String, Double> visits = new LinkedHashMap<>();
        walk(step, 1, 1, visits, new LinkedHashMap<>());
        return visits;
    }

    /// Mean visits a second.
    double arrivals(String station) {
        return arrivals.getOrDefault(station, 0.0);
    }

    /// The most visits that one request makes at the same moment.
    int atOnce(String station) {
        return atOnce.getOrDefault(station, 1);
    }

    /// Work that arrives over what the station can do.
    double offered(Station station) {
        return busyReplicas(station) / replicas(station);
    }

    /// How many replicas that work all the time would do it.
    double busyReplicas(Station station) {
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return arrivals(station.name())
                * station.service().perRequest(station.slots())
                / (station.slots() * open * station.pacing().capacity());
    }

    /// How many replicas there are at the start.
    int replicas(Station station) {
        return station.scaling()
                .map(scaling -> scaling.wanted(busyReplicas(station), station.replicas()))
                .orElse(station.replicas());
    }

    private static void walk(
            Step step, double share, int copies, Map<String, Double> visits, Map<String, Integer> together) {
        switch (step) {
            case Step.Visit(var station) -> {
                visits.merge(station, share, Double::sum);
                together.merge(station, copies, Math::max);
            }
            case Step.Sequence(var steps) -> steps.forEach(each -> walk(each, share, copies, visits, together));
            case Step.Together(var needed, var branches) -> {
                Map<Step, Integer> alike = new LinkedHashMap<>();
                branches.forEach(branch -> alike.merge(branch, 1, Integer::sum));
                alike.forEach((branch, count) -> walk(branch, share * count, copies * count, visits, together));
            }
            case Step.When(var chance, var then, var otherwise) -> {
                walk(then, share * chance, copies, visits, together);
                walk(otherwise, share * (1 - chance), copies, visits, together);
            }
            // Emptied, it lets everything through.
            case Step.Lookup lookup -> walk(lookup.behind(), share, copies, visits, together);
            case Step.Pause pause -> {}
            case Step.Call call -> {
                walk(call.of(), share, copies, visits, together);
                call.fallback().ifPresent(each -> walk(each, 0, copies, visits, together));
            }
        }
    }
}
