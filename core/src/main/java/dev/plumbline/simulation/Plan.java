package dev.plumbline.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a network is simulated: under which conditions, for how long, and what the caller wants to know.
///
/// @param seed same network, plan and seed give the same bytes
/// @param horizon how long
/// @param goal the percentile that decides when to stop; without it the whole horizon is run
/// @param load rates over time
/// @param outages replicas lost for a while
/// @param levels quantiles of latency to read besides the usual ones, such as 0.973
/// @param slow by path, the percentile above which a request is slow, for [Attribution]; 0.99 where it is not said
public record Plan(
        long seed,
        Horizon horizon,
        Optional<Goal> goal,
        Load load,
        List<Outage> outages,
        List<Double> levels,
        Map<String, Double> slow) {
    public Plan {
        outages = List.copyOf(outages);
        levels = List.copyOf(levels);
        slow = Map.copyOf(slow);
    }

    /// A plan that reads the usual quantiles.
    public Plan(long seed, Horizon horizon, Optional<Goal> goal, Load load, List<Outage> outages) {
        this(seed, horizon, goal, load, outages, List.of(), Map.of());
    }

    /// At most so many requests in steady state, under constant load.
    public static Plan steady(long seed, long requests) {
        return new Plan(seed, new Horizon.Steady(requests), Optional.empty(), Load.EVEN, List.of());
    }

    public Plan with(Goal changed) {
        return new Plan(seed, horizon, Optional.of(changed), load, outages, levels, slow);
    }

    /// The same, reading these quantiles too.
    public Plan reading(List<Double> changed) {
        return new Plan(seed, horizon, goal, load, outages, changed, slow);
    }

    /// The same, calling other requests slow.
    public Plan slowAbove(Map<String, Double> changed) {
        return new Plan(seed, horizon, goal, load, outages, levels, changed);
    }

    public Plan withSeed(long changed) {
        return new Plan(changed, horizon, goal, load, outages, levels, slow);
    }

    /// How long a run lasts.
    public sealed interface Horizon {
        /// The long run: the warm-up is found and left out; ends when the goal is reached or the requests are
        /// spent.
        ///
        /// @param requests arrivals over all paths, at least 1
        record Steady(long requests) implements Horizon {
            public Steady {
                if (requests < 1) {
                    throw new IllegalArgumentException("a run needs a request");
                }
            }
        }

        /// An episode from an empty start, repeated with fresh luck; only arrivals in `from .. to` are
        /// measured. The intervals come from the repetitions.
        record Episode(double from, double to, int repetitions) implements Horizon {
            public Episode {
                if (!(from >= 0) || !(to > from) || repetitions < 1) {
                    throw new IllegalArgumentException("an episode needs 0 <= from < to and a repetition");
                }
            }
        }
    }

    /// The percentile asked for.
    ///
    /// @param quantile such as 0.99
    /// @param target seconds; the run may stop when the 99 % interval lies on one side of it; infinite for
    ///     none
    /// @param precision the run may stop when half the interval is at most this share of the value
    public record Goal(String path, double quantile, double target, double precision) {}
}
