package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.Streams;
import org.jspecify.annotations.Nullable;

/// The arrivals of one path: a process of unit rate, run through the load over time. Because only time is
/// stretched, a heavier load meets the same requests in the same order.
final class Source {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int POISSON = 0;
    private static final int REGULAR = 1;
    private static final int CLOSED = 2;
    private static final int REPLAYED = 3;

    final int path;
    final Arrivals arrivals;
    /// When the next request arrives; infinite for a closed loop, whose users are events.
    double next;
    /// Arrivals so far.
    long count;

    private final long luck;
    private final long seed;
    private final long thinking;
    private final @Nullable Sampler think;
    private final Generator generator;
    private final int kind;
    private final Rhythm rhythm;
    private final double gap;
    private final @Nullable Replay replay;
    private final Sampler payload;
    private final long sizing;

    Source(Path spec, int path, Load load, Streams streams) {
        this.path = path;
        this.arrivals = spec.arrivals();
        this.luck = streams.seedOf(spec.name(), "luck");
        this.seed = streams.seedOf(spec.name(), "arrivals");
        this.generator = new Generator(seed);
        this.thinking = streams.seedOf(spec.name(), "thinking");
        this.think = arrivals instanceof Arrivals.Closed closed ? closed.think().sampler() : null;
        this.kind = switch (arrivals) {
            case Arrivals.Regular regular -> REGULAR;
            case Arrivals.Replayed replayed -> REPLAYED;
            case Arrivals.Closed closed -> CLOSED;
            case Arrivals.Poisson poisson -> POISSON;
            case Arrivals.Bursty bursty -> POISSON;
            case Arrivals.Diurnal diurnal -> POISSON;
        };
        this.rhythm = Rhythm.of(arrivals, load, streams.of(spec.name(), "bursts"));
        this.gap = rhythm.steady() ? 1 / arrivals.rate() : 0;
        this.replay = arrivals instanceof Arrivals.Replayed(double rate, Trace trace, double oneIn)
                ? new Replay(trace, oneIn, generator)
                : null;
        this.payload = spec.payload().sampler();
        this.sizing = streams.seedOf(spec.name(), "payload");
        this.next = kind == CLOSED ? Double.POSITIVE_INFINITY : 0;
        if (kind == REGULAR) {
            // Anywhere in the first gap, so that two regular paths do not march in step.
            advance(generator.nextDouble());
        } else if (kind == POISSON) {
            advance(generator.nextExponential());
        } else if (replay != null) {
            advance(replay.next());
        }
    }

    /// The row of a trace that the next request is, or -1.
    int row() {
        return replay == null ? -1 : replay.row;
    }

    /// Bytes of a request that was not recorded, drawn from its luck, so that all stations see the same.
    double bytes(long draw, Generator chance) {
        chance.restart(draw ^ sizing);
        return payload.next(chance);
    }

    boolean closed() {
        return kind == CLOSED;
    }

    /// How many users take turns; none in an open stream.
    int users() {
        return arrivals instanceof Arrivals.Closed closed ? closed.users() : 0;
    }

    /// Seconds until a user of a closed loop asks again.
    ///
    /// @param draw the luck of the request that was answered, or the user's number before the first
    double think(long draw, Generator chance) {
        chance.restart(Generator.mixed(draw ^ thinking));
        return think == null ? Double.POSITIVE_INFINITY : think.next(chance);
    }

    /// The seed of the draws of the latest arrival.
    long luck() {
        return Generator.mixed(luck + count * GOLDEN);
    }

    /// Counts an arrival and finds the time of the one after.
    void arrive() {
        count++;
        if (kind == POISSON) {
            advance(generator.nextExponential());
        } else if (kind == REGULAR) {
            advance(1);
        } else if (replay != null) {
            advance(replay.next());
        }
    }

    private void advance(double units) {
        next = gap > 0 ? next + gap * units : rhythm.after(next, units);
    }
}
