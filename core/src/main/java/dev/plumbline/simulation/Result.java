package dev.plumbline.simulation;

import dev.plumbline.statistics.Histogram;
import dev.plumbline.statistics.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a run has shown.
///
/// @param paths by name, in the network's order
/// @param stations by name, in the network's order
/// @param calls those under a policy, in the order of the paths
/// @param ending why the run stopped
/// @param requests arrivals simulated, warm-up included
/// @param events steps of the simulation: arrivals, departures, timers
/// @param seconds simulated time
/// @param timeline an episode in parts, if the plan asks for them
public record Result(
        Map<String, PathResult> paths,
        Map<String, StationResult> stations,
        List<CallResult> calls,
        Ending ending,
        long requests,
        long events,
        double seconds,
        Timeline timeline) {

    /// The path of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public PathResult path(String name) {
        return known(paths.get(name), "path", name);
    }

    /// The station of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public StationResult station(String name) {
        return known(stations.get(name), "station", name);
    }

    private static <T> T known(@Nullable T value, String kind, String name) {
        if (value == null) {
            throw new IllegalArgumentException("there is no %s \"%s\"".formatted(kind, name));
        }
        return value;
    }

    /// Why a run stopped.
    public enum Ending {
        /// The interval is as narrow as asked.
        PRECISE,
        /// The target lies outside the 99 % interval: the verdict would not change.
        DECIDED,
        /// The requests were spent before either; with no goal, the usual end.
        SPENT,
        /// The caller asked it to stop.
        INTERRUPTED,
        /// A queue grows without bound.
        SATURATED
    }

    /// Where every arrival of a path ended; the parts sum to `requests`, which the engine asserts.
    public record Counts(
            long requests, long answered, long fallback, long timedOut, long shed, long failed, long running) {
        /// The same with no more answered than this share of all; the others are under way.
        Counts atMost(double share) {
            long late = Math.clamp(answered + fallback - Math.round(share * requests), 0, answered);
            return new Counts(requests, answered - late, fallback, timedOut, shed, failed, running + late);
        }

        /// The share of ended requests that got an answer, by fallback or not; 1 if none ended.
        public double success() {
            long ended = requests - running;
            return ended == 0 ? 1 : (double) (answered + fallback) / ended;
        }

        /// The share of all that came that got an answer so far; what is under way may never get one.
        public double answeredSoFar() {
            return requests == 0 ? 1 : (double) (answered + fallback) / requests;
        }
    }

    /// @param counts every arrival, warm-up included
    /// @param warmup requests left out of `latency`
    /// @param latency of answered requests, fallbacks included; empty when the path crosses a saturated
    ///     station, or nothing was answered
    /// @param success share answered (fallbacks included), with its interval; past saturation of all that
    ///     came, since a backlog is never answered
    /// @param rate arrivals per second
    /// @param attribution where the time went
    /// @param written what a language model wrote for them last, seen from their arrival; empty where nothing
    ///     was, or a station is saturated
    public record PathResult(
            Counts counts,
            long warmup,
            Optional<Latency> latency,
            Interval success,
            double rate,
            Attribution attribution,
            Optional<Written> written) {}

    /// Seconds from arrival to answer, with 90 % confidence intervals.
    ///
    /// @param quantiles by level, such as 0.99; those of [#LEVELS], the goal's and the plan's
    /// @param histogram of all that count
    public record Latency(Interval mean, SortedMap<Double, Interval> quantiles, Histogram histogram) {
        /// The levels that are always there.
        public static final List<Double> LEVELS = List.of(0.5, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999);

        public Latency {
            quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
        }

        /// @throws IllegalArgumentException if the level is neither of [#LEVELS] nor the goal's
        public Interval at(double level) {
            Interval found = quantiles.get(level);
            if (found == null) {
                throw new IllegalArgumentException("the quantile %s was not asked for".formatted(level));
            }
            return found;
        }

        public Interval p99() {
            return at(0.99);
        }
    }

    /// @param visits requests that asked for service
    /// @param replicas that served, in the mean
    /// @param busy the share of server time in service, from 0 to 1
    /// @param offered work that arrived over what could be done; 1 or more cannot last
    /// @param waiting mean seconds from arrival to start of service
    /// @param queue mean number waiting, over all replicas
    /// @param batch mean requests per service, 1 without batching
    /// @param shed requests turned away
    /// @param tail the 99.5th percentile over the median of its service times; 1 where it batches
    /// @param written what it wrote, if it writes tokens and is not saturated
    /// @param saturated if its queue grows without bound
    public record StationResult(
            long visits,
            double replicas,
            double busy,
            double offered,
            double waiting,
            double queue,
            double batch,
            long shed,
            double tail,
            Optional<Written> written,
            Optional<Saturated> saturated) {
        StationResult with(Written changed) {
            return new StationResult(
                    visits,
                    replicas,
                    busy,
                    offered,
                    waiting,
                    queue,
                    batch,
                    shed,
                    tail,
                    Optional.of(changed),
                    saturated);
        }
    }

    /// Tokens that a station wrote.
    ///
    /// @param first from the arrival of a request to its first token
    /// @param between the mean time between the tokens of an answer; empty where none had a second
    /// @param preempted how often a sequence had to make room for others, per request; 0 for a path
    public record Written(Latency first, Optional<Latency> between, double preempted) {}

    /// A call under a policy, warm-up included.
    ///
    /// @param path the path it is on
    /// @param station the first that it goes to
    /// @param calls how often it was made
    /// @param attempts first tries, retries and hedges
    /// @param hedges second tries beside a slow first
    /// @param timedOut attempts that were given up at their time-out
    /// @param fallbacks calls that no attempt answered and a fallback did
    /// @param refused attempts that a breaker did not let happen
    public record CallResult(
            String path,
            String station,
            long calls,
            long attempts,
            long hedges,
            long timedOut,
            long fallbacks,
            long refused) {
        /// What came since an earlier look at the same call.
        CallResult since(CallResult before) {
            return new CallResult(
                    path,
                    station,
                    calls - before.calls,
                    attempts - before.attempts,
                    hedges - before.hedges,
                    timedOut - before.timedOut,
                    fallbacks - before.fallbacks,
                    refused - before.refused);
        }
    }

    /// A queue that grows without bound.
    ///
    /// @param ratio load over capacity, above 1
    /// @param backlog requests waiting at the end
    /// @param after simulated seconds it took to get there
    /// @param growth how many more wait with each second: what comes less what can be done
    public record Saturated(double ratio, double backlog, double after, double growth) {
        /// The same where this many times as many requests come.
        Saturated of(double times) {
            return new Saturated(ratio, backlog * times, after, growth * times);
        }
    }
}
