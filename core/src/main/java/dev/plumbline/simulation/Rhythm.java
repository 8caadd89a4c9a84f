package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;

/// An arrival rate over time, walked forwards piece by piece; within a piece the rate is a straight line.
final class Rhythm {
    private static final int PIECES_PER_PERIOD = 96;

    private final Arrivals arrivals;
    private final Load load;
    private final Generator bursts;

    /// The piece under way: from `from` at rate `rate` to `to`, rising by `slope` a second.
    private double from;
    private double to;
    private double rate;
    private double slope;

    private boolean bursting;
    private double changes;

    private Rhythm(Arrivals arrivals, Load load, Generator bursts) {
        this.arrivals = arrivals;
        this.load = load;
        this.bursts = bursts;
        if (arrivals instanceof Arrivals.Bursty bursty) {
            bursting = bursts.nextDouble() < bursty.lasts() / bursty.every();
            changes = 0 + stay(bursty);
        } else {
            changes = Double.POSITIVE_INFINITY;
        }
        from = 0;
        to = 0;
        piece();
    }

    static Rhythm of(Arrivals arrivals, Load load, Generator bursts) {
        return new Rhythm(arrivals, load, bursts);
    }

    /// Whether the rate is the path's own and never changes.
    boolean steady() {
        boolean plain = switch (arrivals) {
            case Arrivals.Poisson poisson -> true;
            case Arrivals.Regular regular -> true;
            case Arrivals.Replayed replayed -> true;
            case Arrivals.Bursty bursty -> false;
            case Arrivals.Diurnal diurnal -> false;
            case Arrivals.Closed closed -> false;
        };
        return plain && load.equals(Load.EVEN);
    }

    /// The moment by which `units` more arrivals are expected after `time`, which may not go back.
    double after(double time, double units) {
        double at = time;
        double left = units;
        while (true) {
            double here = rate + slope * (at - from);
            double end = to - at;
            double mass = to == Double.POSITIVE_INFINITY && here > 0
                    ? Double.POSITIVE_INFINITY
                    : end * (here + slope * end / 2);
            if (mass >= left) {
                return at + 2 * left / (here + Math.sqrt(Math.max(0, here * here + 2 * slope * left)));
            }
            left -= mass;
            at = to;
            piece();
        }
    }

    /// Moves to the piece that starts where this one ends.
    private void piece() {
        from = to;
        if (arrivals instanceof Arrivals.Bursty bursty && from >= changes) {
            bursting = !bursting;
            changes = from + stay(bursty);
        }
        double end = Math.min(changes, nextPoint(from));
        if (arrivals instanceof Arrivals.Diurnal diurnal) {
            double step = diurnal.period() / PIECES_PER_PERIOD;
            end = Math.min(end, (Math.floor(from / step + 1e-9) + 1) * step);
        }
        to = end;
        double low = factor(from, true) * wave(from);
        if (end == Double.POSITIVE_INFINITY) {
            rate = low;
            slope = 0;
        } else {
            double high = factor(end, false) * wave(end);
            rate = low;
            slope = (high - low) / (end - from);
        }
    }

    private double stay(Arrivals.Bursty bursty) {
        double mean = bursting ? bursty.lasts() : bursty.every() - bursty.lasts();
        return mean * bursts.nextExponential();
    }

    private double wave(double time) {
        return switch (arrivals) {
            case Arrivals.Bursty bursty -> bursting ? bursty.quiet() * bursty.times() : bursty.quiet();
            case Arrivals.Diurnal(var mean, var swing, var peakAt, var period) ->
                mean * (1 + (swing - 1) / (swing + 1) * StrictMath.cos(2 * Math.PI * (time - peakAt) / period));
            case Arrivals.Poisson(var mean) -> mean;
            case Arrivals.Regular(var mean) -> mean;
            case Arrivals.Replayed replayed -> replayed.rate();
            case Arrivals.Closed closed -> 0;
        };
    }

    private double nextPoint(double time) {
        for (Load.Point point : load.points()) {
            if (point.at() > time) {
                return point.at();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The load at a moment; at a step, after it when `right`, else before.
    private double factor(double time, boolean right) {
        var points = load.points();
        double value = points.getFirst().factor();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.at() < time || (right && point.at() == time)) {
                value = point.factor();
                if (i + 1 < points.size()) {
                    var following = points.get(i + 1);
                    double width = following.at() - point.at();
                    if (width > 0) {
                        value += (following.factor() - point.factor()) * Math.min(1, (time - point.at()) / width);
                    }
                }
            }
        }
        return value;
    }
}
