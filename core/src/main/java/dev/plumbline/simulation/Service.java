package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Scaled;
import java.util.List;
import java.util.Optional;

/// How a replica serves.
public sealed interface Service {
    /// The same, with everything in it taking so many times as long.
    default Service slowed(double factor) {
        return factor == 1 ? this : lengthened(factor);
    }

    private Service lengthened(double factor) {
        return switch (this) {
            case Each(var time, var sized) ->
                new Each(new Scaled(time, factor), sized.map(each -> each.slowed(factor)));
            case Shared(var time, var sized) ->
                new Shared(new Scaled(time, factor), sized.map(each -> each.slowed(factor)));
            case Batch(var max, var delay, var times, var preferred) ->
                new Batch(
                        max,
                        delay * factor,
                        times.stream().map(each -> each * factor).toList(),
                        preferred);
            case Generation(var lengths, var reuse, var pace, var chunk, var prefill, var room) ->
                new Generation(lengths, reuse, pace.slowed(factor), chunk, prefill, room);
        };
    }

    /// The mean seconds of a slot that a request takes, at least: in a batch, at the size that gives the most requests
    /// a
    /// second.
    ///
    /// @param slots of a replica
    default double perRequest(int slots) {
        return switch (this) {
            case Each each -> each.time().mean();
            case Shared shared -> shared.time().mean();
            case Batch batch -> {
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < batch.max(); i++) {
                    least = Math.min(least, batch.times().get(i) / (i + 1));
                }
                yield least;
            }
            case Generation generation -> slots / GenerationCapacity.computed(generation, slots);
        };
    }

    /// How uneven its times are: the 99.5th percentile over the median of what a request takes alone; 1 for batches,
    /// whose times follow from their sizes.
    default double tail() {
        return switch (this) {
            case Each each -> tail(each.time());
            case Shared shared -> tail(shared.time());
            case Batch batch -> 1;
            case Generation generation -> tail(generation.lengths().output());
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
            case Generation generation -> 1;
        };
    }

    /// What of its time depends on the size of a request.
    default Optional<Sized> sized() {
        return Optional.empty();
    }

    /// A time that depends on the size of a request: one of its own, and so much for each byte.
    ///
    /// @param alone seconds of a request without a byte
    /// @param perByte seconds, from 0 up
    record Sized(Distribution alone, double perByte) {
        public Sized {
            if (!(perByte >= 0)) {
                throw new IllegalArgumentException("a byte takes no less than no time, not \"%s\"".formatted(perByte));
            }
        }

        Sized slowed(double factor) {
            return new Sized(new Scaled(alone, factor), perByte * factor);
        }
    }

    /// Each request on its own.
    ///
    /// @param time seconds, whatever the size of a request
    /// @param sized how it depends on that size: drawn from this if it does
    record Each(Distribution time, Optional<Sized> sized) implements Service {
        public Each(Distribution time) {
            this(time, Optional.empty());
        }
    }

    /// All at once, sharing the replica's slots evenly as cores: with `n` requests there, each is served at
    /// `min(1, slots / n)` of the speed that it would have alone.
    ///
    /// @param time seconds that a request takes alone, whatever its size
    /// @param sized how it depends on that size: drawn from this if it does
    record Shared(Distribution time, Optional<Sized> sized) implements Service {
        public Shared(Distribution time) {
            this(time, Optional.empty());
        }
    }

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

    /// Tokens, many requests at a time, as serving engines for language models do it: a replica takes steps, and
    /// each step writes one token of every sequence it holds and reads prompts that wait (G.-I. Yu et al., "Orca: a
    /// distributed serving system for transformer-based generative models", OSDI 2022). Keys and values lie in
    /// blocks of [#BLOCK] tokens (W. Kwon et al., "Efficient memory management for large language model serving
    /// with PagedAttention", SOSP 2023); when they run out, the sequence that came last gives its blocks back and
    /// is read anew later. A replica holds at most [Station#slots] sequences.
    ///
    /// @param chunk tokens of a step at most, at least as many as there are slots
    /// @param prefill how reading prompts and writing tokens share the steps
    record Generation(Lengths lengths, Reuse reuse, Pace pace, int chunk, Prefill prefill, Room room)
            implements Service {
        /// Tokens in a block of the cache.
        public static final int BLOCK = 16;

        public Generation {
            if (chunk < 1) {
                throw new IllegalArgumentException("a step holds at least one token, not \"%d\"".formatted(chunk));
            }
        }

        /// Seconds of an answer longer than 99 % of all, in a batch that is half full.
        ///
        /// @param most sequences in a full batch
        public double longAnswer(int most) {
            int batch = (most + 1) / 2;
            double prompt = lengths.prompt().mean();
            double output = lengths.output().quantile(0.99);
            double looking = batch * pace.perCachedToken() * (prompt + output / 2);
            double step = pace.fixed() + pace.linear(batch) + pace.head(batch) + looking;
            int read = (int) Math.clamp(prompt, 1, chunk);
            return output * step + prompt / read * pace.linear(read);
        }
    }

    /// How reading prompts and writing tokens share the steps of a replica.
    enum Prefill {
        /// Every step writes, and what is left of its tokens reads prompts, in pieces where they are longer.
        CHUNKED,
        /// Prompts that wait are read whole in steps of their own before anything more is written.
        FIRST
    }

    /// Tokens of requests; values are rounded, and at least 1.
    ///
    /// @param recorded whether a request that comes from a trace has the tokens that the trace says
    /// @param correlation of the two by rank, from -1 to 1: that of two normal draws behind them
    record Lengths(Distribution prompt, Distribution output, double correlation, boolean recorded) {
        /// Drawn for every request.
        public Lengths(Distribution prompt, Distribution output, double correlation) {
            this(prompt, output, correlation, false);
        }

        public Lengths {
            if (!(correlation >= -1 && correlation <= 1)) {
                throw new IllegalArgumentException("a correlation lies in -1..1, not \"%s\"".formatted(correlation));
            }
        }
    }

    /// What of a prompt need not be read again because it lies in the cache already.
    ///
    /// @param prefix tokens that all prompts begin with; they are kept once for all
    /// @param cached the share of a prompt's other tokens that was read before, from 0 to 1
    record Reuse(int prefix, double cached) {
        /// Every prompt is new.
        public static final Reuse NONE = new Reuse(0, 0);

        public Reuse {
            if (prefix < 0 || !(cached >= 0 && cached <= 1)) {
                throw new IllegalArgumentException(
                        "a prefix has tokens and a share lies in 0..1, not \"%d, %s\"".formatted(prefix, cached));
            }
        }
    }

    /// How much a replica can keep.
    ///
    /// @param blocks of [Generation#BLOCK] tokens each; with none, as when the weights do not fit, every request
    /// fails
    /// @param longest tokens of a prompt and its answer at most: a longer prompt fails, a longer answer is cut off
    record Room(int blocks, int longest) {
        public Room {
            if (blocks < 0 || longest < 2) {
                throw new IllegalArgumentException(
                        "there is room for no blocks or more and two tokens or more, not \"%d, %d\""
                                .formatted(blocks, longest));
            }
        }
    }
}
