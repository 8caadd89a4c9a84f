package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Scaled;
import java.util.List;

/// How a replica serves.
public sealed interface Service {
    /// The same, with everything in it taking so many times as long.
    default Service slowed(double factor) {
        return switch (this) {
            case Each(var time) -> new Each(new Scaled(time, factor));
            case Shared(var time) -> new Shared(new Scaled(time, factor));
            case Batch(var max, var delay, var times, var preferred) ->
                new Batch(
                        max,
                        delay * factor,
                        times.stream().map(each -> each * factor).toList(),
                        preferred);
        };
    }

    /// The mean seconds of a slot that a request takes, at least: in a batch, at the size that gives the most requests
    /// a
    /// second.
    default double perRequest() {
        return switch (this) {
            case Each(var time) -> time.mean();
            case Shared(var time) -> time.mean();
            case Batch batch -> {
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < batch.max(); i++) {
                    least = Math.min(least, batch.times().get(i) / (i + 1));
                }
                yield least;
            }
        };
    }

    /// How uneven its times are: the 99.5th percentile over the median of what a request takes alone; 1 for batches,
    /// whose times follow from their sizes.
    default double tail() {
        return switch (this) {
            case Each(var time) -> tail(time);
            case Shared(var time) -> tail(time);
            case Batch batch -> 1;
        };
    }

    private static double tail(Distribution time) {
        double median = time.quantile(0.5);
        return median > 0 ? time.quantile(0.995) / median : 1;
    }

    /// How many requests may leave a slot at the same moment.
    default int together() {
        return switch (this) {
            case Each each -> 1;
            case Shared shared -> 1;
            case Batch batch -> batch.max();
        };
    }

    /// Each request on its own, for a time drawn from the distribution, in seconds.
    record Each(Distribution time) implements Service {}

    /// All at once, sharing the replica's slots evenly as cores: with `n` requests there, each is served at
    /// `min(1, slots / n)` of the speed that it would have alone.
    ///
    /// @param time seconds that a request takes alone
    record Shared(Distribution time) implements Service {}

    /// Requests in batches, as inference servers form them: a free slot takes up to `max` waiting requests at
    /// once, but starts a smaller batch only when the oldest of them has waited `delay` seconds.
    ///
    /// @param max the largest batch, at least 1
    /// @param delay how long the oldest request may wait for company, in seconds; 0 starts with what is there
    /// @param times seconds that a batch of 1, 2, .. `max` requests takes, in this order
    /// @param preferred sizes worth starting with before `delay` is over, ascending; empty means only `max`
    record Batch(int max, double delay, List<Double> times, List<Integer> preferred) implements Service {
        public Batch {
            times = List.copyOf(times);
            preferred = List.copyOf(preferred);
            if (max < 1 || times.size() != max) {
                throw new IllegalArgumentException(
                        "a batch of up to \"%d\" needs as many times, not \"%d\"".formatted(max, times.size()));
            }
            if (!(delay >= 0) || times.stream().anyMatch(time -> !(time >= 0))) {
                throw new IllegalArgumentException("the delay and the times of a batch may not be negative");
            }
            if (preferred.stream().anyMatch(size -> size < 1 || size > max)) {
                throw new IllegalArgumentException(
                        "preferred batch sizes must lie in 1..%d, not %s".formatted(max, preferred));
            }
        }

        /// A batch time that is linear in the size: `fixed + each * size` seconds.
        public static Batch linear(int max, double delay, double fixed, double each) {
            List<Double> times = java.util.stream.IntStream.rangeClosed(1, max)
                    .mapToObj(size -> fixed + each * size)
                    .toList();
            return new Batch(max, delay, times, List.of());
        }
    }
}
