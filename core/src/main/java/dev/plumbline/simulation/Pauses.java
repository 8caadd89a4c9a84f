package dev.plumbline.simulation;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.Streams;
import java.util.Arrays;

/// When each replica of a station stands still: a schedule that does not depend on the traffic, made as far
/// ahead as it is looked at and forgotten once it has passed.
final class Pauses {
    final boolean none;
    private final double every;
    private final Sampler lasts;
    private final Generator[] generators;
    private final double[][] from;
    private final double[][] to;
    private final int[] head;
    private final int[] tail;
    private final double[] stood;
    private final double[] looked;

    Pauses(Station station, Streams streams) {
        none = station.hiccups().isEmpty();
        every = station.hiccups().map(Hiccups::every).orElse(Double.POSITIVE_INFINITY);
        lasts = station.hiccups().map(Hiccups::lasts).orElse(new Constant(0)).sampler();
        int replicas = none ? 0 : station.replicas();
        generators = new Generator[replicas];
        from = new double[replicas][];
        to = new double[replicas][];
        head = new int[replicas];
        tail = new int[replicas];
        stood = new double[replicas];
        looked = new double[replicas];
        for (int i = 0; i < replicas; i++) {
            generators[i] = streams.of(station.name(), "hiccups" + i);
            from[i] = new double[4];
            to[i] = new double[4];
            // The first pause as if the replica had been running for long.
            double start = every * 1.5 * generators[i].nextDouble();
            from[i][0] = start;
            to[i][0] = start + lasts.next(generators[i]);
            tail[i] = 1;
        }
    }

    /// The first moment from `at` on when the replica runs. Nothing before `now` will be asked about again.
    double open(int replica, double at, double now) {
        while (head[replica] < tail[replica] - 1 && to[replica][head[replica]] <= now) {
            head[replica]++;
        }
        double moment = at;
        for (int i = head[replica]; ; i++) {
            if (i == tail[replica]) {
                i = extended(replica);
            }
            if (from[replica][i] > moment) {
                return moment;
            }
            moment = Math.max(moment, to[replica][i]);
        }
    }

    /// When the first pause after a moment begins at which the replica runs.
    double next(int replica, double at) {
        for (int i = head[replica]; ; i++) {
            if (i == tail[replica]) {
                i = extended(replica);
            }
            if (from[replica][i] > at) {
                return from[replica][i];
            }
        }
    }

    /// When work of so many seconds that starts at `start`, a moment when the replica runs, is done.
    double finish(int replica, double start, double work) {
        double end = start + work;
        for (int i = head[replica]; ; i++) {
            if (i == tail[replica]) {
                i = extended(replica);
            }
            if (from[replica][i] >= end) {
                return end;
            }
            if (from[replica][i] >= start) {
                end += to[replica][i] - from[replica][i];
            }
        }
    }

    /// Seconds of pauses between two moments, the first of which is no earlier than any that was passed to `open`
    /// as `now`.
    double held(int replica, double start, double end) {
        double sum = 0;
        for (int i = head[replica]; ; i++) {
            if (i == tail[replica]) {
                i = extended(replica);
            }
            if (from[replica][i] >= end) {
                return sum;
            }
            sum += Math.max(0, Math.min(end, to[replica][i]) - Math.max(start, from[replica][i]));
        }
    }

    /// Seconds that the replica has stood still until now; asked in the order of time, and before `open` at the same
    /// moment.
    double until(int replica, double now) {
        if (none) {
            return 0;
        }
        stood[replica] += held(replica, looked[replica], now);
        looked[replica] = now;
        return stood[replica];
    }

    /// Adds the next pause and returns its index; what has passed is dropped when room is needed.
    private int extended(int replica) {
        int first = head[replica];
        int count = tail[replica] - first;
        if (tail[replica] == from[replica].length) {
            int length = 2 * count > from[replica].length ? 2 * from[replica].length : from[replica].length;
            from[replica] = shifted(from[replica], first, count, length);
            to[replica] = shifted(to[replica], first, count, length);
            head[replica] = 0;
            tail[replica] = count;
        }
        double[] ends = to[replica];
        int last = tail[replica]++;
        Generator generator = generators[replica];
        double start = ends[last - 1] + every * (0.5 + generator.nextDouble());
        from[replica][last] = start;
        ends[last] = start + lasts.next(generator);
        return last;
    }

    private static double[] shifted(double[] values, int first, int count, int length) {
        double[] to = length == values.length ? values : new double[length];
        System.arraycopy(values, first, to, 0, count);
        Arrays.fill(to, count, length, 0);
        return to;
    }
}
