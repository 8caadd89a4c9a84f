package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;

/// The arrivals of one path: a process of unit rate, run through the load over time. Because only time is
/// stretched, a heavier load meets the same requests in the same order.
final class Source {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int POISSON = 0;
    private static final int REGULAR = 1;
    private static final int CLOSED = 2;

    final int path;
    final Arrivals arrivals;
    /// When the next request arrives; infinite for a closed loop, whose users are events.
    double next;
    /// Arrivals so far.
    long count;

    private final long luck;
    private final long seed;
    private final Generator generator;
    private final int kind;
    private final Rhythm rhythm;
    private final double gap;

    Source(Path spec, int path, Load load, Streams streams) {
        this.path = path;
        this.arrivals = spec.arrivals();
        this.luck = streams.seedOf(spec.name(), "luck");
        this.seed = streams.seedOf(spec.name(), "arrivals");
        this.generator = new Generator(seed);
        this.kind = switch (arrivals) {
            case Arrivals.Regular regular -> REGULAR;
            case Arrivals.Closed closed -> CLOSED;
            case Arrivals.Poisson poisson -> POISSON;
            case Arrivals.Bursty bursty -> POISSON;
            case Arrivals.Diurnal diurnal -> POISSON;
        };
        this.rhythm = Rhythm.of(arrivals, load, streams.of(spec.name(), "bursts"));
        this.gap = rhythm.steady() ? 1 / arrivals.rate() : 0;
        this.next = kind == CLOSED ? Double.POSITIVE_INFINITY : 0;
        if (kind == REGULAR) {
            // Anywhere in the first gap, so that two regular paths do not march in step.
            advance(generator.nextDouble());
        } else if (kind == POISSON) {
            advance(generator.nextExponential());
        }
    }

    boolean closed() {
        return kind == CLOSED;
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
        }
    }

    private void advance(double units) {
        next = gap > 0 ? next + gap * units : rhythm.after(next, units);
    }
}
