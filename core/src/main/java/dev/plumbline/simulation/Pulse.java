package dev.plumbline.simulation;

import dev.plumbline.probability.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What becomes of calls under a policy while the load rises and goes back, stretch by stretch of one run.
///
/// @param from seconds from the start
/// @param to seconds from the start
/// @param calls what was begun, tried and given up within it
public record Pulse(double from, double to, List<Result.CallResult> calls) {
    public Pulse {
        calls = List.copyOf(calls);
    }

    /// Runs a network from an empty start.
    ///
    /// @param ends where each stretch ends, ascending; the first starts at 0
    /// @param interrupted asked before each stretch; once true, the stretches until then are returned
    public static List<Pulse> run(
            Network network,
            long seed,
            Load load,
            List<Double> ends,
            Workspace workspace,
            BooleanSupplier interrupted) {
        var horizon = new Plan.Horizon.Episode(0, ends.getLast(), 1);
        var plan = new Plan(seed, horizon, Optional.empty(), load, List.of());
        var engine = new Engine(network, plan, new Streams(seed), workspace);
        engine.measure(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        List<Pulse> found = new ArrayList<>();
        List<Result.CallResult> before = engine.calls();
        double from = 0;
        for (double end : ends) {
            if (interrupted.getAsBoolean()) {
                break;
            }
            engine.pump(Long.MAX_VALUE, end);
            List<Result.CallResult> now = engine.calls();
            List<Result.CallResult> within = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                within.add(now.get(i).since(before.get(i)));
            }
            found.add(new Pulse(from, end, within));
            before = now;
            from = end;
        }
        return found;
    }
}
