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
/// @param parts in how many parts an episode's course is told, if it is
/// @param flushes caches that are emptied
/// @param levels quantiles of latency to read besides the usual ones, such as 0.973
/// @param slow by path, the percentile above which a request is slow, for [Attribution]; 0.99 where it is not said
public record Plan(
        long seed,
        Horizon horizon,
        Optional<Goal> goal,
        Load load,
        List<Outage> outages,
        List<Flush> flushes,
        Optional<Parts> parts,
        List<Double> levels,
        Map<String, Double> slow) {
    public Plan {
        outages = List.copyOf(outages);
        flushes = List.copyOf(flushes);
        levels = List.copyOf(levels);
        slow = Map.copyOf(slow);
    }

    /// A plan that reads the usual quantiles.
    public Plan(long seed, Horizon horizon, Optional<Goal> goal, Load load, List<Outage> outages) {
        this(seed, horizon, goal, load, outages, List.of(), Optional.empty(), List.of(), Map.of());
    }

    /// At most so many requests in steady state, under constant load.
    public static Plan steady(long seed, long requests) {
        return new Plan(seed, new Horizon.Steady(requests), Optional.empty(), Load.EVEN, List.of());
    }

    public Plan with(Goal changed) {
        return new Plan(seed, horizon, Optional.of(changed), load, outages, flushes, parts, levels, slow);
    }

    /// The same, with these caches emptied.
    public Plan flushing(List<Flush> changed) {
        return new Plan(seed, horizon, goal, load, outages, changed, parts, levels, slow);
    }

    /// The same, with its course told.
    public Plan telling(Parts changed) {
        return new Plan(seed, horizon, goal, load, outages, flushes, Optional.of(changed), levels, slow);
    }

    /// The same, reading these quantiles too.
    public Plan reading(List<Double> changed) {
        return new Plan(seed, horizon, goal, load, outages, flushes, parts, changed, slow);
    }

    /// The same, calling other requests slow.
    public Plan slowAbove(Map<String, Double> changed) {
        return new Plan(seed, horizon, goal, load, outages, flushes, parts, levels, changed);
    }

    public Plan withSeed(long changed) {
        return new Plan(changed, horizon, goal, load, outages, flushes, parts, levels, slow);
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

    /// In how many equal parts an episode is told, from where it is measured.
    ///
    /// @param until not before the episode's end; what comes after that is told and not measured
    public record Parts(int count, double until) {
        public Parts {
            if (count < 1) {
                throw new IllegalArgumentException("a course has a part");
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
