package dev.plumbline.simulation;

import dev.plumbline.caching.Refill;
import dev.plumbline.probability.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a request goes through. Steps nest; the request is answered when its path's step is done.
public sealed interface Step {
    /// Waits for and gets service at a station.
    record Visit(String station) implements Step {}

    /// One after the other; fails with the first that fails. Empty does nothing.
    record Sequence(List<Step> steps) implements Step {
        public Sequence {
            steps = List.copyOf(steps);
        }

        public Sequence(Step... steps) {
            this(List.of(steps));
        }
    }

    /// All at the same time; done when `needed` of them are, failed as soon as that many cannot be any more.
    /// Branches still under way are left to run out, their results unused.
    record Together(int needed, List<Step> branches) implements Step {
        public Together {
            branches = List.copyOf(branches);
            if (needed < 1 || needed > branches.size()) {
                throw new IllegalArgumentException(
                        "cannot wait for \"%d\" of \"%d\" branches".formatted(needed, branches.size()));
            }
        }
    }

    /// A share of requests, drawn for each, does `then`; the others do `otherwise`.
    record When(double share, Step then, Step otherwise) implements Step {
        public When {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share must lie in 0..1, not \"%s\"".formatted(share));
            }
        }

        public When(double share, Step then) {
            this(share, then, new Sequence());
        }
    }

    /// Asks `behind` for what a cache does not have. The cache is warm until the plan empties it, and then fills with
    /// what is answered from behind it: while that is slow or fails, more requests miss.
    ///
    /// @param cache lookups of the same name are of one cache
    record Lookup(String cache, Refill refill, Step behind) implements Step {}

    /// Time that passes without occupying anything, in seconds: a network's delay, a constant.
    record Pause(Distribution time) implements Step {}

    /// A step under a caller's policy. Each *attempt* runs `of` anew and has its own time-out.
    ///
    /// An attempt that is given up (timed out, or beaten by another) leaves its work where it is: nothing
    /// reaches into a station. Only with `cancels`, work of such an attempt that is still waiting is dropped
    /// when its turn comes.
    ///
    /// @param timeout seconds after which an attempt is given up, positive or infinite
    /// @param breaker when no more attempts are made for a while; the call then fails, or falls back, at once
    /// @param fallback done when no attempt succeeds; the request then counts as answered by fallback
    record Call(
            Step of,
            double timeout,
            Optional<Retry> retry,
            Optional<Hedge> hedge,
            boolean cancels,
            Optional<Breaker> breaker,
            Optional<Step> fallback)
            implements Step {
        public Call {
            if (!(timeout > 0)) {
                throw new IllegalArgumentException("a time-out must be positive, not \"%s\"".formatted(timeout));
            }
        }

        public Call(Step of, double timeout) {
            this(of, timeout, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        /// The same, with abandoned work dropped when its turn comes.
        public Call cancelling() {
            return new Call(of, timeout, retry, hedge, true, breaker, fallback);
        }

        public Call with(Retry changed) {
            return new Call(of, timeout, Optional.of(changed), hedge, cancels, breaker, fallback);
        }

        public Call with(Hedge changed) {
            return new Call(of, timeout, retry, Optional.of(changed), cancels, breaker, fallback);
        }

        public Call with(Breaker changed) {
            return new Call(of, timeout, retry, hedge, cancels, Optional.of(changed), fallback);
        }

        /// The same, of another step and with a single attempt.
        Call once(Step changed, Optional<Step> otherwise) {
            return new Call(changed, timeout, Optional.empty(), hedge, cancels, breaker, otherwise);
        }

        public Call orElse(Step changed) {
            return new Call(of, timeout, retry, hedge, cancels, breaker, Optional.of(changed));
        }
    }

    /// The same without retries.
    default Step withoutRetries() {
        return switch (this) {
            case Visit visit -> visit;
            case Sequence(var steps) ->
                new Sequence(steps.stream().map(Step::withoutRetries).toList());
            case Together(var needed, var branches) ->
                new Together(needed, branches.stream().map(Step::withoutRetries).toList());
            case When(var share, var then, var otherwise) ->
                new When(share, then.withoutRetries(), otherwise.withoutRetries());
            case Lookup lookup ->
                new Lookup(lookup.cache(), lookup.refill(), lookup.behind().withoutRetries());
            case Pause pause -> pause;
            case Call call ->
                call.once(call.of().withoutRetries(), call.fallback().map(Step::withoutRetries));
        };
    }

    /// The calls that are tried again, in the order in which they are written.
    default List<Call> retried() {
        return switch (this) {
            case Visit _, Pause _ -> List.of();
            case Sequence(var steps) ->
                steps.stream().flatMap(step -> step.retried().stream()).toList();
            case Together(var needed, var branches) ->
                branches.stream().flatMap(step -> step.retried().stream()).toList();
            case When(var share, var then, var otherwise) ->
                Stream.of(then, otherwise)
                        .flatMap(step -> step.retried().stream())
                        .toList();
            case Lookup lookup -> lookup.behind().retried();
            case Call call -> {
                Stream<Call> inner = Stream.concat(Stream.of(call.of()), call.fallback().stream())
                        .flatMap(step -> step.retried().stream());
                yield Stream.concat(call.retry().isPresent() ? Stream.of(call) : Stream.of(), inner)
                        .toList();
            }
        };
    }

    /// Waits for all of them.
    static Step all(List<Step> branches) {
        return new Together(branches.size(), branches);
    }

    /// Waits for the first that succeeds.
    static Step any(List<Step> branches) {
        return new Together(1, branches);
    }

    /// The stations that are visited along the way, fallbacks included, each as often as it is written.
    default List<String> stations() {
        return switch (this) {
            case Visit(var station) -> List.of(station);
            case Sequence(var steps) ->
                steps.stream().flatMap(step -> step.stations().stream()).toList();
            case Together(var needed, var branches) ->
                branches.stream().flatMap(step -> step.stations().stream()).toList();
            case When(var share, var then, var otherwise) ->
                Stream.of(then, otherwise)
                        .flatMap(step -> step.stations().stream())
                        .toList();
            case Lookup lookup -> lookup.behind().stations();
            case Pause pause -> List.of();
            case Call call ->
                Stream.concat(Stream.of(call.of()), call.fallback().stream())
                        .flatMap(step -> step.stations().stream())
                        .toList();
        };
    }

    /// The caches that are looked up along the way.
    default List<String> caches() {
        return switch (this) {
            case Visit visit -> List.of();
            case Sequence(var steps) ->
                steps.stream().flatMap(step -> step.caches().stream()).toList();
            case Together(var needed, var branches) ->
                branches.stream().flatMap(step -> step.caches().stream()).toList();
            case When(var share, var then, var otherwise) ->
                Stream.of(then, otherwise)
                        .flatMap(step -> step.caches().stream())
                        .toList();
            case Lookup lookup ->
                Stream.concat(Stream.of(lookup.cache()), lookup.behind().caches().stream())
                        .toList();
            case Pause pause -> List.of();
            case Call call ->
                Stream.concat(Stream.of(call.of()), call.fallback().stream())
                        .flatMap(step -> step.caches().stream())
                        .toList();
        };
    }

    /// Refuses a visit to a station that is not among the names.
    ///
    /// @throws IllegalArgumentException naming the station
    default void requireStations(Set<String> names) {
        switch (this) {
            case Visit(var station) -> {
                if (!names.contains(station)) {
                    throw new IllegalArgumentException("there is no station \"%s\"".formatted(station));
                }
            }
            case Sequence(var steps) -> steps.forEach(step -> step.requireStations(names));
            case Together(var needed, var branches) -> branches.forEach(step -> step.requireStations(names));
            case When(var share, var then, var otherwise) -> {
                then.requireStations(names);
                otherwise.requireStations(names);
            }
            case Lookup lookup -> lookup.behind().requireStations(names);
            case Pause pause -> {}
            case Call call -> {
                call.of().requireStations(names);
                call.fallback().ifPresent(step -> step.requireStations(names));
            }
        }
    }
}
