package dev.plumbline.simulation;

import dev.plumbline.statistics.Interval;
import dev.plumbline.statistics.Sections;
import dev.plumbline.statistics.SteadyState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns the columns of a run into its result.
final class Report {
    private static final Attribution.Phase[] PHASES = Attribution.Phase.values();

    private final Network network;
    private final Plan plan;
    private final Recorder[] recorders;
    private final double confidence;
    private final Map<String, Result.StationResult> stations = new LinkedHashMap<>();
    private double seconds;
    private int repetitions;

    Report(Network network, Plan plan, Workspace workspace, double confidence) {
        this.network = network;
        this.plan = plan;
        this.recorders = workspace.recorders(network.paths().size());
        this.confidence = confidence;
    }

    /// How section statistics are read: with or without a warm-up.
    interface Reading {
        SteadyState of(Sections sections, double confidence);
    }

    /// Takes the stations' figures as they stand: before the run is drained.
    void stations(Engine engine) {
        seconds = engine.clock;
        repetitions++;
        double times = network.sample().oneIn();
        for (Kernel kernel : engine.kernels()) {
            double started = Math.max(1, kernel.served);
            double wait = kernel.waiting / started;
            stations.put(
                    kernel.station.name(),
                    new Result.StationResult(
                            Math.round(kernel.visits * times),
                            Math.min(1, kernel.busy(seconds)),
                            kernel.offered(seconds),
                            wait,
                            wait * kernel.visits * times / seconds,
                            kernel.services == 0 ? 1 : (double) kernel.served / kernel.services,
                            Math.round(kernel.shed * times),
                            saturated(kernel, seconds).map(found -> found.of(times))));
        }
    }

    /// A queue without limit, offered more than it can do, that holds at least half of what theory says must
    /// have piled up by now, and more than a stable queue would by chance.
    static Optional<Result.Saturated> saturated(Kernel kernel, double now) {
        double ratio = kernel.offered(now);
        if (kernel.station.waiting().limited() || ratio <= 1) {
            return Optional.empty();
        }
        double backlog = kernel.present(now);
        double surplus = kernel.visits * (1 - 1 / ratio);
        boolean growing = backlog > 0.5 * surplus && backlog > 2 * Math.sqrt((double) kernel.visits);
        return growing ? Optional.of(new Result.Saturated(ratio, backlog, now)) : Optional.empty();
    }

    Result result(Engine engine, Result.Ending ending, Reading reading) {
        Map<String, Result.PathResult> paths = new LinkedHashMap<>();
        long running = 0;
        for (int i = 0; i < recorders.length; i++) {
            Path path = network.paths().get(i);
            Result.PathResult result = path(path, recorders[i], reading);
            running += result.counts().running();
            paths.put(path.name(), result);
        }
        if (running > engine.inFlight) {
            throw new IllegalStateException(
                    "\"%d\" requests have no end but \"%d\" are under way".formatted(running, engine.inFlight));
        }
        return new Result(paths, stations, ending, engine.arrived, engine.handled, seconds);
    }

    private Result.PathResult path(Path path, Recorder recorder, Reading reading) {
        long[] ends = recorder.outcomes;
        long ended = 0;
        for (long each : ends) {
            ended += each;
        }
        long running = recorder.arrivals - ended;
        if (running < 0) {
            throw new IllegalStateException(
                    "\"%d\" requests of \"%s\" have \"%d\" ends".formatted(recorder.arrivals, path.name(), ended));
        }
        var counts = new Result.Counts(
                recorder.arrivals,
                ends[Outcome.ANSWERED],
                ends[Outcome.FALLBACK],
                ends[Outcome.TIMED_OUT],
                ends[Outcome.SHED],
                ends[Outcome.FAILED],
                running);
        double rate = network.sample().oneIn()
                * recorder.arrivals
                / (seconds - Math.min(seconds, measuredFrom()))
                / repetitions;
        boolean stuck = path.step().stations().stream()
                .anyMatch(name -> found(name).saturated().isPresent());
        if (stuck || recorder.latencies.count() == 0) {
            return new Result.PathResult(
                    counts, 0, Optional.empty(), Interval.exact(counts.success()), rate, Attribution.NONE);
        }
        SteadyState steady = reading.of(recorder.latencies, confidence);
        // Answers may have come only while the queues were still empty.
        Optional<Result.Latency> latency = steady.count() == 0
                ? Optional.empty()
                : Optional.of(new Result.Latency(steady.mean(), quantiles(steady)));
        return new Result.PathResult(
                counts, steady.warmup(), latency, steady.success(), rate, attribution(path, recorder));
    }

    private SortedMap<Double, Interval> quantiles(SteadyState steady) {
        var levels = new TreeSet<>(Result.Latency.LEVELS);
        plan.goal().map(Plan.Goal::quantile).ifPresent(levels::add);
        levels.addAll(plan.levels());
        List<Double> ascending = List.copyOf(levels);
        List<Interval> intervals = steady.quantiles(ascending);
        SortedMap<Double, Interval> found = new TreeMap<>();
        for (int i = 0; i < intervals.size(); i++) {
            found.put(ascending.get(i), intervals.get(i));
        }
        return found;
    }

    private double measuredFrom() {
        return plan.horizon() instanceof Plan.Horizon.Episode(var from, var to, var repetitions) ? from : 0;
    }

    private Result.StationResult found(String name) {
        Result.StationResult station = stations.get(name);
        if (station == null) {
            throw new IllegalStateException("station \"" + name + "\" was not reported");
        }
        return station;
    }

    private Attribution attribution(Path path, Recorder recorder) {
        double level = plan.goal()
                .filter(goal -> goal.path().equals(path.name()))
                .map(Plan.Goal::quantile)
                .orElse(0.99);
        double answered = (double) recorder.outcomes[Outcome.ANSWERED] + recorder.outcomes[Outcome.FALLBACK];
        return new Attribution(
                parts(recorder, level * answered, answered), parts(recorder, 0.4 * answered, 0.6 * answered));
    }

    /// The mean time by account of the requests whose rank in latency lies between two; a row at the edge
    /// counts in part.
    private List<Attribution.Part> parts(Recorder recorder, double fromRank, double toRank) {
        int accounts = Engine.PHASES * network.stations().size() + 2;
        double[] sums = new double[accounts];
        double before = 0;
        double requests = 0;
        for (int row = 0; row < Recorder.ROWS; row++) {
            long here = recorder.rows[row];
            double within = Math.min(toRank, before + here) - Math.max(fromRank, before);
            before += here;
            if (here == 0 || within <= 0) {
                continue;
            }
            requests += within;
            for (int i = 0; i < accounts; i++) {
                sums[i] += recorder.spent[row * accounts + i] * within / here;
            }
        }
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        List<Attribution.Part> parts = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            if (sums[i] > 1e-9 * total) {
                parts.add(new Attribution.Part(nameOf(i), phaseOf(i), sums[i] / requests, sums[i] / total));
            }
        }
        parts.sort((one, other) -> Double.compare(other.seconds(), one.seconds()));
        return parts;
    }

    private String nameOf(int account) {
        int station = account / Engine.PHASES;
        return station < network.stations().size()
                ? network.stations().get(station).name()
                : "";
    }

    private Attribution.Phase phaseOf(int account) {
        int ofStations = Engine.PHASES * network.stations().size();
        return account < ofStations ? PHASES[account % Engine.PHASES] : PHASES[Engine.PHASES + account - ofStations];
    }
}
