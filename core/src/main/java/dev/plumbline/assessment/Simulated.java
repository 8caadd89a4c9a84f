package dev.plumbline.assessment;

import dev.plumbline.probability.StandardNormal;
import dev.plumbline.simulation.Result;
import dev.plumbline.statistics.Interval;
import java.util.List;

/// A design simulated under one situation, world by world.
///
/// @param worlds the result of each world, in their order
/// @param faster how many times faster a scenario's clock ran than it would, at most over worlds; 1 in steady state
/// @param oneIn of so many requests and replicas one was simulated, at most over worlds; 1 when all were
/// @param replicated where nothing is unknown, how many worlds the one run stands for; else 0
/// @param course how long a scenario lasts, and in how many parts it is told
record Simulated(Situation situation, List<Result> worlds, double faster, double oneIn, int replicated, Course course) {
    /// @param seconds by the scenario's own clock, as a mean over worlds
    /// @param during parts within the scenario; 0 where nothing is told
    record Course(double seconds, int during) {
        static final Course NONE = new Course(0, 0);
    }

    /// The normal score of 95 %.
    private static final double Z95 = 1.6448536269514722;

    Simulated {
        worlds = List.copyOf(worlds);
    }

    /// A value for each world. Where nothing is unknown there is one long run, and its value is known up to its own
    /// confidence interval: each world is given a quantile of that, taken as two halves of normal distributions.
    ///
    /// @param runs the value of each run, with its 90 % confidence interval
    double[] spread(List<Interval> runs) {
        if (replicated == 0) {
            return runs.stream().mapToDouble(Interval::value).toArray();
        }
        Interval only = runs.getFirst();
        double below = only.value() - only.low();
        // A run too short to bound a tail from above says nothing of it there: twice the way down stands for that.
        double above = Double.isFinite(only.high()) ? only.high() - only.value() : 2 * below;
        double[] values = new double[replicated];
        for (int w = 0; w < replicated; w++) {
            double score = StandardNormal.quantile((w + 0.5) / replicated) / Z95;
            double width = score < 0 ? below : above;
            values[w] = width == 0 || !Double.isFinite(only.value()) ? only.value() : only.value() + score * width;
        }
        return values;
    }

    long requests() {
        return worlds.stream().mapToLong(Result::requests).sum();
    }

    long events() {
        return worlds.stream().mapToLong(Result::events).sum();
    }
}
