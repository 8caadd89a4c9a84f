package dev.plumbline.simulation;

import java.util.List;

/// How slow a network's own dynamics are.
public final class Timescale {
    /// Paths with less than this share of the requests do not set the pace.
    private static final double RARE = 0.05;

    private Timescale() {}

    /// The slowest time on the paths that most requests take: the longest service, time-out or full queue, in seconds.
    public static double slowest(Network network) {
        double all = network.paths().stream()
                .mapToDouble(path -> path.arrivals().rate())
                .sum();
        double slowest = 1e-3;
        for (Path path : network.paths()) {
            if (path.arrivals().rate() >= RARE * all) {
                slowest = Math.max(slowest, timeout(path.step()));
                List<String> visited = path.step().stations();
                for (Station station : network.stations()) {
                    slowest = visited.contains(station.name()) ? Math.max(slowest, slowest(station)) : slowest;
                }
            }
        }
        return slowest;
    }

    private static double slowest(Station station) {
        double service = switch (station.service()) {
            case Service.Each each -> each.time().quantile(0.99);
            case Service.Shared shared -> shared.time().quantile(0.99);
            case Service.Batch batch -> batch.delay() + batch.times().getLast();
            case Service.Generation generation -> generation.longAnswer(station.slots());
        };
        return service * (1 + drain(station));
    }

    /// How many services a full queue takes to drain.
    private static double drain(Station station) {
        if (!station.waiting().limited()) {
            return 1;
        }
        int atOnce = station.slots() * station.service().together();
        return (double) station.waiting().limit() / atOnce;
    }

    private static double timeout(Step step) {
        return switch (step) {
            case Step.Sequence(var steps) -> longest(steps);
            case Step.Together(int needed, var branches) -> longest(branches);
            case Step.When(double share, var then, var otherwise) -> Math.max(timeout(then), timeout(otherwise));
            case Step.Lookup lookup -> timeout(lookup.behind());
            case Step.Call call -> {
                double given = Double.isFinite(call.timeout()) ? call.timeout() : 0;
                double broken = call.breaker()
                        .map(breaker -> breaker.over() + breaker.lasts())
                        .orElse(0.0);
                yield Math.max(Math.max(given, broken), timeout(call.of()));
            }
            case Step.Visit visit -> 0;
            case Step.Pause pause -> 0;
        };
    }

    private static double longest(List<Step> steps) {
        return steps.stream().mapToDouble(Timescale::timeout).max().orElse(0);
    }
}
