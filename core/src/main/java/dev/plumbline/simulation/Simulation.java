package dev.plumbline.simulation;

import dev.plumbline.probability.Streams;
import dev.plumbline.statistics.Interval;
import dev.plumbline.statistics.SteadyState;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Simulates a network: a pure function of network and plan, bit for bit.
///
/// Every request is followed from arrival to end at the level of single visits. Latencies are those of
/// answered requests. See [SteadyState] for the intervals and [Plan.Horizon] for when a run stops.
public final class Simulation {
    private static final double CONFIDENCE = 0.90;
    /// A verdict is looked for many times in a run, so that each look has to be surer than the answer.
    private static final double CERTAINTY = 0.99;

    private static final long CHUNK = 4_096;
    /// Requests before which a run is not stopped early, so that the warm-up can be seen.
    private static final long LEAST = 8_192;

    private final Network network;
    private final Plan plan;
    private final Workspace workspace;
    private final BooleanSupplier interrupted;

    private Simulation(Network network, Plan plan, Workspace workspace, BooleanSupplier interrupted) {
        this.network = network;
        this.plan = plan;
        this.workspace = workspace;
        this.interrupted = interrupted;
        for (Outage outage : plan.outages()) {
            if (network.stations().stream().noneMatch(each -> each.name().equals(outage.station()))) {
                throw new IllegalArgumentException("there is no station \"%s\"".formatted(outage.station()));
            }
        }
    }

    /// Runs a network under a plan.
    public static Result run(Network network, Plan plan) {
        return run(network, plan, new Workspace(), () -> false);
    }

    /// Runs a network under a plan.
    ///
    /// @param workspace buffers to reuse; no other run may use them meanwhile
    /// @param interrupted asked every few milliseconds; once true, the result is of what was done until then
    public static Result run(Network network, Plan plan, Workspace workspace, BooleanSupplier interrupted) {
        return new Simulation(network, plan, workspace, interrupted).result();
    }

    private Result result() {
        return switch (plan.horizon()) {
            case Plan.Horizon.Steady(var requests) -> steady(requests);
            case Plan.Horizon.Episode(var from, var to, var repetitions) -> episodes(from, to, repetitions);
        };
    }

    private Result steady(long requests) {
        var engine = new Engine(network, plan, new Streams(plan.seed()), workspace);
        clear(engine);
        Result.Ending ending = Result.Ending.SPENT;
        while (engine.arrived < requests) {
            engine.pump(Math.min(requests, engine.arrived + CHUNK), Double.POSITIVE_INFINITY);
            if (interrupted.getAsBoolean()) {
                ending = Result.Ending.INTERRUPTED;
                break;
            }
            if (engine.arrived >= LEAST && (engine.arrived & (engine.arrived - 1)) == 0 && saturated(engine)) {
                ending = Result.Ending.SATURATED;
                break;
            }
            if (engine.arrived >= LEAST && settled(ending) != Result.Ending.SPENT) {
                ending = settled(ending);
                break;
            }
        }
        if (ending == Result.Ending.SPENT && saturated(engine)) {
            ending = Result.Ending.SATURATED;
        }
        var report = new Report(network, plan, workspace, CONFIDENCE);
        report.stations(engine);
        if (ending != Result.Ending.SATURATED) {
            engine.drain();
        }
        return report.result(engine, ending, SteadyState::of);
    }

    private void clear(Engine engine) {
        for (Recorder recorder : workspace.recorders(network.paths().size())) {
            recorder.clear(engine.accounts.count);
        }
        tokenRecorders().forEach(TokenRecorder::clear);
    }

    private List<TokenRecorder> tokenRecorders() {
        Stream<TokenRecorder> stations = IntStream.range(0, network.stations().size())
                .filter(i -> network.stations().get(i).service() instanceof Service.Generation)
                .mapToObj(workspace::tokens);
        Stream<TokenRecorder> paths = IntStream.range(0, network.paths().size())
                .filter(i -> network.writes(network.paths().get(i)))
                .mapToObj(workspace::ofPath);
        return Stream.concat(stations, paths).toList();
    }

    private boolean saturated(Engine engine) {
        return Arrays.stream(engine.kernels())
                .anyMatch(kernel -> Report.saturated(kernel, engine.clock).isPresent());
    }

    private Result.Ending settled(Result.Ending otherwise) {
        if (plan.goal().isEmpty()) {
            return otherwise;
        }
        Plan.Goal goal = plan.goal().get();
        for (int i = 0; i < network.paths().size(); i++) {
            if (network.paths().get(i).name().equals(goal.path())) {
                Recorder recorder = workspace.recorders(network.paths().size())[i];
                if (recorder.latencies.count() < LEAST / 2) {
                    return otherwise;
                }
                SteadyState steady = SteadyState.of(recorder.latencies, CONFIDENCE);
                if (steady.count() == 0) {
                    return otherwise;
                }
                Interval interval = steady.quantile(goal.quantile());
                if (interval.relativeHalfWidth() <= goal.precision()) {
                    return Result.Ending.PRECISE;
                }
                boolean decided = goal.target() < Double.POSITIVE_INFINITY
                        && !SteadyState.of(recorder.latencies, CERTAINTY)
                                .quantile(goal.quantile())
                                .contains(goal.target());
                return decided ? Result.Ending.DECIDED : otherwise;
            }
        }
        throw new IllegalArgumentException("there is no path \"%s\"".formatted(goal.path()));
    }

    private Result episodes(double from, double to, int repetitions) {
        Recorder[] recorders = workspace.recorders(network.paths().size());
        Result.Ending ending = Result.Ending.SPENT;
        var report = new Report(network, plan, workspace, CONFIDENCE);
        var streams = new Streams(plan.seed());
        Engine engine = null;
        long requests = 0;
        long events = 0;
        for (int i = 0; i < repetitions && ending == Result.Ending.SPENT; i++) {
            engine = new Engine(network, plan, repetitions == 1 ? streams : streams.split(i), workspace);
            if (i == 0) {
                clear(engine);
            }
            engine.measure(from, to);
            for (Recorder recorder : recorders) {
                if (repetitions > 1) {
                    recorder.latencies.openOnlyOnNext();
                }
                recorder.latencies.next();
            }
            tokenRecorders().forEach(recorder -> recorder.next(repetitions > 1));
            if (plan.parts().isPresent() && repetitions == 1) {
                ending = told(engine, report, recorders, plan.parts().get());
            } else {
                ending = pumped(engine, to);
                report.stations(engine);
            }
            engine.drain();
            requests += engine.arrived;
            events += engine.handled;
        }
        if (engine == null) {
            throw new IllegalStateException("no repetition was run");
        }
        engine.arrived = requests;
        engine.handled = events;
        return report.result(engine, ending, SteadyState::whole);
    }

    /// Runs an episode part by part, and a while beyond it.
    private Result.Ending told(Engine engine, Report report, Recorder[] recorders, Plan.Parts parts) {
        Plan.Horizon.Episode episode = (Plan.Horizon.Episode) plan.horizon();
        Result.Ending ending = pumped(engine, episode.from());
        var timeline = new Timeline.Gathering(network, engine, recorders, parts, episode.from());
        boolean measured = false;
        for (int i = 1; i <= parts.count() && ending == Result.Ending.SPENT; i++) {
            double end = episode.from() + (parts.until() - episode.from()) * i / parts.count();
            if (!measured && end >= episode.to()) {
                ending = pumped(engine, episode.to());
                report.stations(engine);
                measured = true;
            }
            ending = ending == Result.Ending.SPENT ? pumped(engine, end) : ending;
            timeline.next();
        }
        if (!measured) {
            report.stations(engine);
        }
        report.tell(timeline);
        return ending;
    }

    private Result.Ending pumped(Engine engine, double until) {
        while (engine.clock < until) {
            engine.pump(engine.arrived + CHUNK, until);
            if (interrupted.getAsBoolean()) {
                return Result.Ending.INTERRUPTED;
            }
        }
        return Result.Ending.SPENT;
    }
}
