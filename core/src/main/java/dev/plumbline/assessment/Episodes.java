package dev.plumbline.assessment;

import dev.plumbline.design.Scenario;
import dev.plumbline.simulation.Load;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Outage;
import dev.plumbline.simulation.Path;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Service;
import dev.plumbline.simulation.Station;
import dev.plumbline.simulation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a scenario in one world into an episode of the network.
///
/// A scenario of minutes at a high rate holds more requests than need be simulated: what happens in it is settled
/// within
/// the time a queue takes to fill or drain. Its slow clock (ramp and length) is therefore run faster, as long as it
/// stays slow against the network's own; the evidence says by how much.
///
/// @param plan what is simulated
/// @param faster how many times faster the scenario's clock runs, at least 1
record Episodes(Plan plan, double faster) {
    /// An episode that lasts this many times the network's own slowest time is long against it.
    private static final double LONG = 40;

    /// How many times the requests that were asked for are spent, at most, to make it long.
    private static final double MOST = 2;

    private static final double LEAD = 2;
    /// Paths with less than this share of the requests do not set the pace.
    private static final double RARE = 0.05;
    private static final double USUAL_LENGTH = 600;

    static Episodes of(Scenario scenario, World world, Network network, long seed, long requests) {
        double factor = scenario.load().map(world::value).orElse(1.0);
        double ramp = Math.max(0, scenario.ramp().map(world::value).orElse(0.0));
        double lasts = Math.max(1e-3, scenario.lasts().map(world::value).orElse(USUAL_LENGTH));
        double slowest = slowest(network);
        double rate = network.paths().stream()
                .mapToDouble(path -> path.arrivals().rate())
                .sum();
        double lead = LEAD * slowest;
        double arrivals = rate * (ramp * (1 + factor) / 2 + lasts * factor);
        double wanted = Math.min(1, requests / Math.max(1, arrivals));
        double least = Math.min(LONG * slowest / (ramp + lasts), MOST * wanted);
        double slowed = Math.clamp(least, wanted, 1);
        List<Outage> outages = outages(scenario, world, network, lead, (ramp + lasts) * slowed);
        Load load = factor == 1 ? Load.EVEN : Load.surge(lead, ramp * slowed, factor, lasts * slowed);
        Plan plan = new Plan(
                seed,
                new Plan.Horizon.Episode(lead, lead + (ramp + lasts) * slowed, 1),
                Optional.empty(),
                load,
                outages);
        return new Episodes(plan, 1 / slowed);
    }

    private static List<Outage> outages(Scenario scenario, World world, Network network, double from, double lasts) {
        List<Outage> outages = new ArrayList<>();
        for (Scenario.Disturbance disturbance : scenario.disturbances()) {
            if (disturbance instanceof Scenario.Disturbance.Kill(var component, var replicas)
                    && network.stations().stream()
                            .anyMatch(station -> station.name().equals(component))) {
                outages.add(new Outage(component, world.count(replicas), from, from + lasts));
            }
        }
        return outages;
    }

    /// The slowest time on the paths that most requests take: the longest service, time-out or full queue, in seconds.
    private static double slowest(Network network) {
        double all = network.paths().stream()
                .mapToDouble(path -> path.arrivals().rate())
                .sum();
        double slowest = 1e-3;
        for (Path path : network.paths()) {
            if (path.arrivals().rate() >= RARE * all) {
                slowest = Math.max(slowest, timeout(path.step()));
                for (Station station : network.stations()) {
                    slowest = visits(path.step(), station.name()) ? Math.max(slowest, slowest(station)) : slowest;
                }
            }
        }
        return slowest;
    }

    private static double slowest(Station station) {
        double service = switch (station.service()) {
            case Service.Each(var time) -> time.quantile(0.99);
            case Service.Shared(var time) -> time.quantile(0.99);
            case Service.Batch batch -> batch.delay() + batch.times().getLast();
        };
        return service * (1 + drain(station));
    }

    private static boolean visits(Step step, String station) {
        return switch (step) {
            case Step.Visit(var name) -> name.equals(station);
            case Step.Sequence(var steps) -> steps.stream().anyMatch(each -> visits(each, station));
            case Step.Together(int _, var branches) -> branches.stream().anyMatch(each -> visits(each, station));
            case Step.When(double _, var then, var otherwise) -> visits(then, station) || visits(otherwise, station);
            case Step.Call call ->
                visits(call.of(), station)
                        || call.fallback().map(each -> visits(each, station)).orElse(false);
            case Step.Pause _ -> false;
        };
    }

    /// How many services a full queue takes to drain.
    private static double drain(Station station) {
        if (station.waiting().limit() == Integer.MAX_VALUE) {
            return 1;
        }
        int atOnce = station.slots() * (station.service() instanceof Service.Batch batch ? batch.max() : 1);
        return (double) station.waiting().limit() / atOnce;
    }

    private static double timeout(Step step) {
        return switch (step) {
            case Step.Sequence(var steps) -> longest(steps);
            case Step.Together(int _, var branches) -> longest(branches);
            case Step.When(double _, var then, var otherwise) -> Math.max(timeout(then), timeout(otherwise));
            case Step.Call call -> Math.max(Double.isFinite(call.timeout()) ? call.timeout() : 0, timeout(call.of()));
            case Step.Visit _, Step.Pause _ -> 0;
        };
    }

    private static double longest(List<Step> steps) {
        return steps.stream().mapToDouble(Episodes::timeout).max().orElse(0);
    }
}
