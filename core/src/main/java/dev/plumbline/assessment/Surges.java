package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.simulation.Load;
import dev.plumbline.simulation.MeanField;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Pulse;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Step;
import dev.plumbline.simulation.Timescale;
import dev.plumbline.simulation.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// Lets the load rise for a while where calls are tried again, and looks whether the design recovers when it is back.
///
/// A component that is slow for a moment gets more work from its callers' retries, and may stay slow for it when the
/// moment is over (N. Bronson et al., "Metastable Failures in Distributed Systems", HotOS 2021). It cannot where the
/// component has room for all tries of all calls, and then nothing is simulated. Each world is run twice on the same
/// luck: as it is, and with a single try for each call, which tells how long a recovery has to take. What has not
/// recovered when a run of usual length ends is followed for ten minutes, or for as long as the requests that may be
/// spent on it last.
final class Surges {
    private static final int WORLDS = 4;
    /// While the load is high the component is asked for so many times what it can do.
    private static final double OVERLOAD = 1.5;
    /// So near to all that it can do a component does not recover from anything.
    private static final double FULL = 0.98;
    private static final double TEN_MINUTES = 600;
    /// The load is high for so many timeouts, that calls time out.
    private static final double TIMEOUTS = 10;
    private static final long REQUESTS = 40_000;
    private static final long MOST_REQUESTS = 10 * REQUESTS;
    private static final long PATIENCE = 5 * REQUESTS;
    private static final int SLICES = 40;
    /// Tries for a call beyond those before: fewer are luck.
    private static final double MORE = 0.1;

    private final Design design;
    private final Simulated simulated;
    private final List<World> worlds;
    private final Settings settings;
    private final Progress progress;

    Surges(Design design, Simulated simulated, List<World> worlds, Settings settings, Progress progress) {
        this.design = design;
        this.simulated = simulated;
        this.worlds = worlds;
        this.settings = settings;
        this.progress = progress;
    }

    /// A call that its retries could keep down.
    ///
    /// @param offered the work that comes over what can be done, at the busiest station that it goes to
    private record Risk(String path, String station, double offered, double timeout) {}

    /// Two runs of one world.
    private record Run(Risk risk, double lasts, Course tried, Course once) {}

    /// @param watched seconds after the load is back
    private record Course(double watched, List<Pulse> pulses) {
        Pulse last() {
            return pulses.getLast();
        }
    }

    List<Surge> all() {
        Set<String> reached = Reached.byWorkload(design);
        List<Run> runs = new ArrayList<>();
        int looked = Math.min(WORLDS, worlds.size());
        Workspace workspace = new Workspace();
        for (int i = 0; i < looked; i++) {
            int w = i * worlds.size() / looked;
            Network network = Networks.of(design, worlds.get(w), simulated.situation(), reached);
            Result result =
                    simulated.worlds().get(Math.min(w, simulated.worlds().size() - 1));
            Optional<Risk> risk = risk(network, result);
            risk.flatMap(found -> run(network, found, settings.seed() + w, workspace))
                    .ifPresent(runs::add);
        }
        boolean most = 2 * runs.size() >= looked && !runs.isEmpty();
        Risk first = most ? runs.getFirst().risk() : new Risk("", "", 0, 0);
        List<Run> same = runs.stream()
                .filter(run -> run.risk().path().equals(first.path())
                        && run.risk().station().equals(first.station()))
                .toList();
        return most && 2 * same.size() >= looked ? List.of(surge(same)) : List.of();
    }

    /// The call whose tries would ask for most, if they ask for more than can be done.
    private static Optional<Risk> risk(Network network, Result result) {
        double worst = 1;
        Optional<Risk> found = Optional.empty();
        for (dev.plumbline.simulation.Path path : network.paths()) {
            for (Step.Call call : path.step().retried()) {
                double retries = call.retry()
                        .map(retry -> Math.min(retry.times(), retry.budget()))
                        .orElse(0.0);
                for (String station : call.of().stations()) {
                    double offered = result.station(station).offered();
                    if (offered < FULL && offered * (1 + retries) > worst) {
                        worst = offered * (1 + retries);
                        String begins = call.of().stations().getFirst();
                        found = Optional.of(new Risk(path.name(), begins, offered, call.timeout()));
                    }
                }
            }
        }
        return found;
    }

    private Optional<Run> run(Network whole, Risk risk, long seed, Workspace workspace) {
        double factor = OVERLOAD / risk.offered();
        double own = Double.isFinite(risk.timeout()) ? risk.timeout() : Timescale.slowest(whole);
        double lasts = TIMEOUTS * own;
        double lead = Math.max(lasts, 2 * Timescale.slowest(whole));
        Network network = MeanField.flooded(whole, lead + lasts + TEN_MINUTES, REQUESTS, factor);
        double rate = network.paths().stream()
                .mapToDouble(path -> path.arrivals().rate())
                .sum();
        double start = lead + factor * lasts;
        double least = start + 2 * lasts;
        double affordable = Math.max(REQUESTS, Math.min(MOST_REQUESTS, rate * least)) / rate;
        double watched = Math.min(TEN_MINUTES, affordable - start);
        if (watched < 2 * lasts) {
            return Optional.empty();
        }
        Load load = Load.surge(lead, 0, factor, lasts);
        double longest = Math.max(watched, Math.min(TEN_MINUTES, PATIENCE / rate - start));
        Watch usual = new Watch(lead, lasts, watched);
        Watch longer = new Watch(lead, lasts, longest);
        Network alone = network.withoutRetries();
        Course once = new Course(watched, pulses(alone, seed, load, usual, workspace));
        if (Double.isInfinite(recovery(once, pulse -> lost(pulse, risk)))) {
            once = new Course(longest, pulses(alone, seed, load, longer, workspace));
        }
        Course tried = new Course(watched, pulses(network, seed, load, usual, workspace));
        if (Double.isInfinite(recovery(tried, pulse -> tries(pulse, risk)))) {
            tried = new Course(longest, pulses(network, seed, load, longer, workspace));
        }
        return Optional.of(new Run(risk, lasts, tried, once));
    }

    /// What is looked at: before the load rises, while it is high, and after.
    private record Watch(double lead, double lasts, double after) {
        List<Double> ends() {
            List<Double> ends = new ArrayList<>(List.of(lead / 2, lead, lead + lasts));
            for (int i = 1; i <= SLICES; i++) {
                ends.add(lead + lasts + i * after / SLICES);
            }
            return ends;
        }
    }

    private List<Pulse> pulses(Network network, long seed, Load load, Watch watch, Workspace workspace) {
        List<Pulse> found = Pulse.run(network, seed, load, watch.ends(), workspace, progress::interrupted);
        if (progress.interrupted()) {
            throw new CancellationException("interrupted");
        }
        return found;
    }

    private static Surge surge(List<Run> runs) {
        Risk risk = runs.getFirst().risk();
        return new Surge(
                risk.path(),
                risk.station(),
                OVERLOAD,
                runs.getFirst().lasts(),
                watched(runs),
                over(runs, run -> tries(run.tried().pulses().get(1), run.risk())),
                over(runs, run -> tries(run.tried().pulses().get(2), run.risk())),
                over(runs, run -> tries(run.tried().last(), run.risk())),
                over(runs, run -> recovery(run.tried(), pulse -> tries(pulse, run.risk()))),
                over(runs, run -> recovery(run.once(), pulse -> lost(pulse, run.risk()))));
    }

    /// How long those were watched that did not recover, or all where all did; the shortest of them.
    private static double watched(List<Run> runs) {
        List<Run> down = runs.stream()
                .filter(run -> Double.isInfinite(recovery(run.tried(), pulse -> tries(pulse, run.risk()))))
                .toList();
        return (down.isEmpty() ? runs : down)
                .stream().mapToDouble(run -> run.tried().watched()).min().orElse(0);
    }

    /// When the last stretch ends in which there was more than before; infinite where that is the last of all.
    private static double recovery(Course course, Function<Pulse, Double> measure) {
        List<Pulse> pulses = course.pulses();
        double before = measure.apply(pulses.get(1));
        double recovered = 0;
        for (int i = 3; i < pulses.size(); i++) {
            if (measure.apply(pulses.get(i)) > before + MORE) {
                recovered = i == pulses.size() - 1 ? Double.POSITIVE_INFINITY : (i - 2) * course.watched() / SLICES;
            }
        }
        return recovered;
    }

    private static double tries(Pulse pulse, Risk risk) {
        long[] sums = sums(pulse, risk);
        return sums[0] == 0 ? 1 : (double) sums[1] / sums[0];
    }

    /// Calls that came to nothing, as a share of all.
    private static double lost(Pulse pulse, Risk risk) {
        long[] sums = sums(pulse, risk);
        return sums[0] == 0 ? 0 : (double) Math.max(sums[2], sums[3]) / sums[0];
    }

    /// Calls, tries, those that timed out and those that a fallback answered.
    private static long[] sums(Pulse pulse, Risk risk) {
        long[] sums = new long[4];
        for (Result.CallResult call : pulse.calls()) {
            if (call.path().equals(risk.path()) && call.station().equals(risk.station())) {
                sums[0] += call.calls();
                sums[1] += call.attempts();
                sums[2] += call.timedOut();
                sums[3] += call.fallbacks();
            }
        }
        return sums;
    }

    /// The middle and both ends of a few values, some of which may be infinite.
    private static Interval over(List<Run> runs, Function<Run, Double> value) {
        double[] values = runs.stream().mapToDouble(value::apply).toArray();
        Arrays.sort(values);
        return new Interval(values[values.length / 2], values[0], values[values.length - 1]);
    }
}
