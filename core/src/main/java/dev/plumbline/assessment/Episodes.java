package dev.plumbline.assessment;

import dev.plumbline.design.Scenario;
import dev.plumbline.simulation.Flush;
import dev.plumbline.simulation.Load;
import dev.plumbline.simulation.MeanField;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Outage;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Timescale;
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
/// How long an autoscaler takes belongs to the slow clock too, so that it keeps up with the scenario as it would, and
/// so
/// does how long a replica is cold that comes back. The clock is then run no faster than the requests that may be spent
/// demand, as a backlog grows while it waits.
///
/// A network of thousands of replicas is sampled instead, as far as that goes: see [MeanField].
///
/// @param network what is simulated
/// @param plan how
/// @param faster how many times faster the scenario's clock runs, at least 1
/// @param parts in which it is told, where it is
/// @param course how long it lasts, and in how many of the parts
record Episodes(Network network, Plan plan, double faster, Plan.Parts parts, Simulated.Course course) {
    /// An episode that lasts this many times the network's own slowest time is long against it.
    static final double LONG = 40;

    /// How many times the requests that were asked for are spent, at most, to make it long.
    private static final double MOST = 2;

    /// How many times the requests are spent on a scenario that empties a cache.
    private static final double FLOODED = 8;

    private static final int USUAL_PARTS = 20;
    private static final int FEWEST_PARTS = 8;
    private static final double LEAD = 2;

    /// The lead takes at most so many times the requests that were asked for: a network that is offered far more than
    /// it can do would otherwise be warmed up with millions.
    private static final double LEAD_MOST = 8;

    /// What looks of an autoscaler are apart at least, in the network's own slowest times.
    private static final double LOOKS = 4;
    private static final double USUAL_LENGTH = 600;

    static Episodes of(Scenario scenario, World world, Network whole, long seed, long requests) {
        double factor = scenario.load().map(world::value).orElse(1.0);
        double ramp = Math.max(0, scenario.ramp().map(world::value).orElse(0.0));
        double lasts = Math.max(1e-3, scenario.lasts().map(world::value).orElse(USUAL_LENGTH));
        double slowest = Timescale.slowest(whole);
        double all = Math.max(
                1e-9,
                whole.paths().stream()
                        .mapToDouble(path -> path.arrivals().rate())
                        .sum());
        double lead = Math.min(LEAD * slowest, LEAD_MOST * requests / all);
        boolean follows = whole.scales() || (whole.cools() && kills(scenario));
        double seconds = follows ? ramp + lasts : Math.min(ramp + lasts, LONG * slowest);
        Network network = MeanField.sample(
                whole, seconds, requests, Math.max(1, factor), outages(scenario, world, whole, lead, ramp + lasts));
        // A queue that is flooded behind an empty cache grows with the clock, not with the requests.
        boolean flooded = scenario.disturbances().stream().anyMatch(Scenario.Disturbance.Flush.class::isInstance);
        double spent = flooded ? FLOODED * requests : requests;
        double rate = network.paths().stream()
                .mapToDouble(path -> path.arrivals().rate())
                .sum();
        double arrivals = rate * (ramp * (1 + factor) / 2 + lasts * factor);
        double wanted = Math.min(1, spent / Math.max(1, arrivals));
        double slow = follows ? 1 : LONG * slowest / (ramp + lasts);
        double least = Math.min(slow, MOST * wanted);
        double slowed = Math.clamp(least, wanted, 1);
        List<Outage> outages = outages(scenario, world, whole, lead, (ramp + lasts) * slowed).stream()
                .map(outage -> MeanField.outage(outage, whole, network))
                .toList();
        Load load = factor == 1 ? Load.EVEN : Load.surge(lead, ramp * slowed, factor, lasts * slowed);
        Plan plan = new Plan(
                        seed,
                        new Plan.Horizon.Episode(lead, lead + (ramp + lasts) * slowed, 1),
                        Optional.empty(),
                        load,
                        outages)
                .flushing(flushes(scenario, network, lead, slowed));
        int during = parts(ramp + lasts);
        double until = lead + (ramp + lasts) * slowed * (1 + (double) after(during) / during);
        return new Episodes(
                network.scalingSlowed(slowed, LOOKS * slowest),
                plan,
                1 / slowed,
                new Plan.Parts(during + after(during), until),
                new Simulated.Course(ramp + lasts, during));
    }

    private static boolean kills(Scenario scenario) {
        return scenario.disturbances().stream().anyMatch(Scenario.Disturbance.Kill.class::isInstance);
    }

    /// Minutes, if there are neither too few nor too many of them.
    private static int parts(double seconds) {
        double minutes = seconds / 60;
        return minutes == Math.rint(minutes) && minutes >= FEWEST_PARTS && minutes <= USUAL_PARTS
                ? (int) minutes
                : USUAL_PARTS;
    }

    /// What comes after a scenario is followed for a quarter as long.
    private static int after(int during) {
        return (during + 3) / 4;
    }

    /// A cache fills with requests: one that stands for more, by sample or by a faster clock, fills it so much further.
    private static List<Flush> flushes(Scenario scenario, Network network, double at, double slowed) {
        List<String> looked = network.paths().stream()
                .flatMap(path -> path.step().caches().stream())
                .toList();
        return scenario.disturbances().stream()
                .filter(Scenario.Disturbance.Flush.class::isInstance)
                .map(each -> ((Scenario.Disturbance.Flush) each).cache())
                .filter(looked::contains)
                .map(cache -> new Flush(cache, at, network.sample().oneIn() / slowed))
                .toList();
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
}
