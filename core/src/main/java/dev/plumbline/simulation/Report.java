package dev.plumbline.simulation;

import dev.plumbline.statistics.Interval;
import dev.plumbline.statistics.Sections;
import dev.plumbline.statistics.SteadyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns the columns of a run into its result.
final class Report {
    private final Network network;
    private final Plan plan;
    private final Workspace workspace;
    private final Recorder[] recorders;
    private final double confidence;
    private final Map<String, Result.StationResult> stations = new LinkedHashMap<>();
    private List<Result.CallResult> calls = List.of();
    private double seconds;
    private int repetitions;
    private long running;
    private Optional<Timeline.Gathering> gathered = Optional.empty();

    Report(Network network, Plan plan, Workspace workspace, double confidence) {
        this.network = network;
        this.plan = plan;
        this.workspace = workspace;
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
        calls = engine.calls();
        repetitions++;
        double times = network.sample().oneIn();
        for (Kernel kernel : engine.kernels()) {
            double started = Math.max(1, kernel.served);
            double wait = kernel.waiting / started;
            stations.put(
                    kernel.station.name(),
                    new Result.StationResult(
                            Math.round(kernel.visits * times),
                            replicas(kernel),
                            Math.min(1, kernel.busy(seconds)),
                            kernel.offered(seconds),
                            wait,
                            wait * (kernel.visits - kernel.shed) * times / seconds,
                            kernel.together(),
                            Math.round(kernel.shed * times),
                            kernel.station.service().tail(),
                            Optional.empty(),
                            saturated(kernel, seconds).map(found -> found.of(times))));
        }
    }

    /// Of the network that a sample stands for.
    private double replicas(Kernel kernel) {
        Sample sample = network.sample();
        double slower = sample.slower(kernel.station.name());
        return kernel.meanServing(seconds) * (sample.oneIn() / slower);
    }

    /// Takes a timeline, which is complete when the run has been drained.
    void tell(Timeline.Gathering timeline) {
        gathered = Optional.of(timeline);
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
        return growing ? Optional.of(new Result.Saturated(ratio, backlog, now, surplus / now)) : Optional.empty();
    }

    Result result(Engine engine, Result.Ending ending, Reading reading) {
        for (Kernel kernel : engine.kernels()) {
            written(kernel, reading);
        }
        Map<String, Result.PathResult> paths = new LinkedHashMap<>();
        Bands bands = engine.bands(network);
        running = 0;
        for (int i = 0; i < recorders.length; i++) {
            Path path = network.paths().get(i);
            paths.put(path.name(), path(i, recorders[i], reading, bands));
        }
        if (running > engine.inFlight) {
            throw new IllegalStateException(
                    "\"%d\" requests have no end but \"%d\" are under way".formatted(running, engine.inFlight));
        }
        Timeline timeline = gathered.map(Timeline.Gathering::told).orElse(Timeline.NONE);
        return new Result(paths, stations, calls, ending, engine.arrived, engine.handled, seconds, timeline);
    }

    private void written(Kernel kernel, Reading reading) {
        Result.StationResult station = found(kernel.station.name());
        if (kernel.station.service() instanceof Service.Generation
                && station.saturated().isEmpty()) {
            double preempted = kernel.preempted() / (double) Math.max(1, kernel.visits);
            written(workspace.tokens(kernel.index), reading, preempted)
                    .ifPresent(found -> stations.put(kernel.station.name(), station.with(found)));
        }
    }

    private Optional<Result.Written> written(TokenRecorder recorder, Reading reading, double preempted) {
        return recorder.first.count() == 0
                ? Optional.empty()
                : latency(reading.of(recorder.first, confidence))
                        .map(first -> new Result.Written(
                                first,
                                recorder.between.count() == 0
                                        ? Optional.empty()
                                        : latency(reading.of(recorder.between, confidence)),
                                preempted));
    }

    private Optional<Result.Latency> latency(SteadyState steady) {
        return steady.count() == 0
                ? Optional.empty()
                : Optional.of(new Result.Latency(steady.mean(), quantiles(steady), steady.histogram()));
    }

    private Result.PathResult path(int index, Recorder recorder, Reading reading, Bands bands) {
        Path path = network.paths().get(index);
        long[] ends = recorder.outcomes;
        long ended = 0;
        for (long each : ends) {
            ended += each;
        }
        long underWay = recorder.arrivals - ended;
        running += underWay;
        if (underWay < 0) {
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
                underWay);
        double rate = network.sample().oneIn()
                * recorder.arrivals
                / (seconds - Math.min(seconds, measuredFrom()))
                / repetitions;
        boolean stuck = path.step().stations().stream()
                .anyMatch(name -> found(name).saturated().isPresent());
        if (stuck || recorder.latencies.count() == 0) {
            Result.Counts served = counts.atMost(served(path));
            return new Result.PathResult(
                    served,
                    0,
                    Optional.empty(),
                    Interval.exact(served.answeredSoFar()),
                    rate,
                    Attribution.NONE,
                    Optional.empty());
        }
        SteadyState steady = reading.of(recorder.latencies, confidence);
        // Answers may have come only while the queues were still empty.
        return new Result.PathResult(
                counts,
                steady.warmup(),
                latency(steady),
                steady.success(),
                rate,
                bands.attribution(recorder, slow(path)),
                network.writes(path) ? written(workspace.ofPath(index), reading, 0) : Optional.empty());
    }

    /// The share of a path's requests that its stations can serve in the long run: of a station that gets `r` times
    /// what
    /// it can do, one in `r`. What is promised an answer is not answered yet.
    private double served(Path path) {
        double share = 1;
        for (Map.Entry<String, Result.StationResult> station : stations.entrySet()) {
            double visits = Math.min(1, Visits.of(path.step(), station.getKey()));
            double ratio =
                    station.getValue().saturated().map(Result.Saturated::ratio).orElse(1.0);
            share = Math.min(share, 1 - visits * (1 - 1 / ratio));
        }
        return share;
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

    /// The percentile above which a path's requests are slow.
    private double slow(Path path) {
        return plan.slow()
                .getOrDefault(
                        path.name(),
                        plan.goal()
                                .filter(goal -> goal.path().equals(path.name()))
                                .map(Plan.Goal::quantile)
                                .orElse(0.99));
    }
}
