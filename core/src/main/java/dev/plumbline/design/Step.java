package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// One step of a path.
public sealed interface Step {
    /// Where it is written.
    Place place();

    /// A component or another path is asked, and its answer awaited.
    ///
    /// @param target the component's or path's name
    record Call(
            String target,
            Optional<Amount> timeout,
            Optional<Retry> retry,
            Optional<Hedge> hedge,
            Optional<Breaker> breaker,
            Optional<String> fallback,
            Place place)
            implements Step {}

    /// Steps one after the other.
    record Sequence(List<Step> steps, Place place) implements Step {
        public Sequence {
            steps = List.copyOf(steps);
        }
    }

    /// Steps side by side; goes on when `need` of them have answered.
    ///
    /// @param need how many answers are awaited: all, one or a quorum
    record Parallel(int need, List<Step> branches, Place place) implements Step {
        public Parallel {
            branches = List.copyOf(branches);
            if (need < 1 || need > branches.size()) {
                throw new IllegalArgumentException(
                        "%d answers of %d branches cannot be awaited.".formatted(need, branches.size()));
            }
        }
    }

    /// Steps that only a share of requests takes.
    record When(Amount share, Sequence then, Place place) implements Step {}

    /// A time that needs nothing.
    record Wait(Amount time, Place place) implements Step {}

    /// How a failed or slow call is tried again.
    ///
    /// @param backoff the wait before the first retry, seconds; it doubles with each
    /// @param jitter the share of the wait that is drawn at random
    /// @param budget retries as a share of first tries, at most
    record Retry(Amount times, Optional<Amount> backoff, Optional<Amount> jitter, Optional<Amount> budget) {}

    /// When a caller stops trying for a while because its tries fail.
    ///
    /// @param above the share of tries that has to fail
    /// @param over the time that is looked back, seconds
    /// @param least tries that must have ended within it
    /// @param lasts how long no try is made, seconds
    record Breaker(Amount above, Amount over, Amount least, Amount lasts) {}

    /// When a second try starts while the first is still running.
    sealed interface Hedge {
        /// After the time that this share of calls stays below: `p95` is 0.95.
        record AfterPercentile(double level) implements Hedge {}

        /// After a time, in seconds.
        record AfterTime(Amount time) implements Hedge {}
    }
}
