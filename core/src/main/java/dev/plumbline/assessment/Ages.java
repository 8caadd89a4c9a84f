package dev.plumbline.assessment;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.probability.Distribution;
import dev.plumbline.quantity.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How old data is when it is read: the time since the newest event that it shows.
///
/// Delays add up as random variables, never as percentiles. Streamed data is as old as its events are late plus its
/// lag.
/// A batch row is published `takes` after its run started and is read at any moment until the next run's rows are, so
/// its age is uniform between `takes` and `takes + every`, plus how late events are.
///
/// The sum's quantile comes from 4096 points of a rank-1 lattice with the fractional parts of square roots of primes
/// (Richtmyer 1951); its error is below 1 % for the usual shapes.
final class Ages {
    private static final int POINTS = 4096;
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    private final Design design;

    Ages(Design design) {
        this.design = design;
    }

    /// The age of data or of a model, in each world.
    ///
    /// @param level the percentile as a share; -1 for the mean
    Meter of(String name, double level, List<World> worlds) {
        Set<String> missing = new LinkedHashSet<>();
        List<String> trace = new ArrayList<>();
        double[] values = new double[worlds.size()];
        for (int w = 0; w < values.length; w++) {
            List<Distribution> delays = new ArrayList<>();
            trace.clear();
            collect(name, worlds.get(w), delays, missing, trace, new LinkedHashSet<>());
            if (!missing.isEmpty()) {
                return new Meter.Blind(String.join("; ", missing));
            }
            values[w] = statistic(delays, level);
        }
        return new Meter.Read(values, Dimension.TIME, Evidence.Kind.ESTIMATED, "estimation", trace, Optional.empty());
    }

    private void collect(
            String name,
            World world,
            List<Distribution> delays,
            Set<String> missing,
            List<String> trace,
            Set<String> seen) {
        if (!seen.add(name)) {
            return;
        }
        Data data = design.data().get(name);
        if (data != null) {
            data(data, world, delays, missing, trace);
            data.from().stream().findFirst().ifPresent(from -> collect(from, world, delays, missing, trace, seen));
            return;
        }
        EventSource source = design.sources().get(name);
        if (source != null) {
            source.late().ifPresent(late -> add(late, world, delays, trace));
            return;
        }
        TrainedModel model = design.models().get(name);
        if (model != null) {
            model(model, world, delays, missing, trace);
        }
    }

    private static void data(
            Data data, World world, List<Distribution> delays, Set<String> missing, List<String> trace) {
        data.lag().ifPresent(lag -> add(lag, world, delays, trace));
        switch (data.compute()) {
            case Data.Compute.Stream _ -> {
                if (data.lag().isEmpty()) {
                    missing.add(
                            "\"%s\" does not say its lag: add \"lag: {p50: 4 s, p99: 30 s}\"".formatted(data.name()));
                }
            }
            case Data.Compute.OnDemand _ -> {}
            case Data.Compute.Batch(var every, var takes) -> batch(every, takes, world, delays, trace);
            case Data.Compute.Unstated _ ->
                missing.add("\"%s\" does not say how it is computed: add \"compute: stream\" or a batch"
                        .formatted(data.name()));
        }
    }

    private static void model(
            TrainedModel model, World world, List<Distribution> delays, Set<String> missing, List<String> trace) {
        if (model.every().isEmpty() || model.takes().isEmpty()) {
            missing.add("\"%s\" does not say how often it is trained and how long that takes".formatted(model.name()));
            return;
        }
        batch(model.every().get(), model.takes().get(), world, delays, trace);
    }

    private static void batch(Amount every, Amount takes, World world, List<Distribution> delays, List<String> trace) {
        double period = world.value(every);
        double run = world.value(takes);
        delays.add(new dev.plumbline.probability.Empirical(new double[] {run}));
        delays.add(uniform(period));
        trace.add(every.name());
        trace.add(takes.name());
    }

    /// Anything from 0 to `length`, as a thousand equal steps.
    private static Distribution uniform(double length) {
        double[] steps = new double[1000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = length * (i + 0.5) / steps.length;
        }
        return new dev.plumbline.probability.Empirical(steps);
    }

    private static void add(Amount delay, World world, List<Distribution> delays, List<String> trace) {
        delays.add(world.distribution(delay));
        trace.add(delay.name());
    }

    /// The mean (`level` below 0) or a quantile of the sum of independent delays.
    static double statistic(List<Distribution> delays, double level) {
        if (level < 0) {
            return delays.stream().mapToDouble(Distribution::mean).sum();
        }
        if (delays.size() == 1) {
            return delays.getFirst().quantile(level);
        }
        double[] sums = new double[POINTS];
        for (int d = 0; d < delays.size(); d++) {
            Distribution delay = delays.get(d);
            double step = d == 0 ? 1.0 / POINTS : Math.sqrt(PRIMES[(d - 1) % PRIMES.length]);
            for (int i = 0; i < POINTS; i++) {
                double u = (i + 0.5) * step;
                sums[i] += delay.quantile(Math.clamp(u - Math.floor(u), 1e-9, 1 - 1e-9));
            }
        }
        Arrays.sort(sums);
        return sums[(int) Math.min(POINTS - 1, Math.floor(level * POINTS))];
    }
}
