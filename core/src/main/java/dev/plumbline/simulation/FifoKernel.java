package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.List;

/// First come, first served, one at a time: a visit's end is known when it begins, so there is no queue to
/// keep.
///
/// For each replica it holds when its busy servers are next free, soonest first: the recursion of D. V. Lindley
/// ("The theory of queues with a single server", 1952) and, for several servers, of J. Kiefer and J. Wolfowitz
/// ("On the theory of queues with many servers", 1955). It gives the same waits as following each departure,
/// at a fraction of the work. Servers that have become free are dropped when the replica is next asked, so that many
/// of which few are busy cost no more than few.
final class FifoKernel extends Kernel {
    private final int slots;
    /// For each replica when its busy servers are free again, as a heap of `busy` values.
    private final double[] free;
    private final int[] busy;
    private final double[] emptied;
    /// Work from which a request is long; for each busy server the latest long one's service, in the order of `free`.
    private final double lengthy;
    private final double[] longFrom;
    private final double[] longTo;
    private final Work time;
    private final double meanTime;
    private final Pauses pauses;
    private final boolean counts;
    /// How many times slower than real it runs: see [Sample].
    private final double slower;
    private final EventHeap departures = new EventHeap();

    FifoKernel(
            Station station,
            int index,
            Service.Each service,
            Generator generator,
            List<Outage> outages,
            Streams streams,
            Tokens tokens,
            double slower) {
        super(station, index, generator, outages);
        slots = station.slots();
        free = new double[replicas * slots];
        busy = new int[replicas];
        emptied = new double[hasOutages() ? replicas : 0];
        lengthy = lengthy(service.time());
        int traced = lengthy < Double.POSITIVE_INFINITY ? free.length : 0;
        longFrom = new double[traced];
        longTo = new double[traced];
        time = Work.of(service.time(), service.sized(), tokens);
        meanTime = service.time().mean();
        pauses = pauses(streams);
        counts = counts();
        this.slower = slower;
        departures.clear();
    }

    @Override
    double admit(int token, long draw, double now) {
        visits++;
        generator.restart(draw);
        double work = time.next(generator, token);
        failed = station.failing() > 0 && generator.nextDouble() < station.failing();
        if (counts) {
            depart(now);
        }
        int replica = choose(now);
        if (replica == replicas) {
            return GONE;
        }
        if (counts) {
            if (load(replica) - slots >= station.waiting().limit()) {
                shed++;
                return SHED;
            }
            entered(replica);
        }
        if (hasOutages()) {
            clearAfterOutage(replica, now);
        }
        double lasts = work * pace(replica, now);
        double end = serve(replica, lasts, now);
        change(replica, now, waited, lasts, now);
        if (hasOutages()) {
            double lost = lost(replica, now);
            if (lost < end) {
                failed = true;
                waited = Math.min(waited, lost - now);
                held = Math.min(held, lost - now - waited);
                end = lost;
            }
        }
        if (counts) {
            departures.push(end, replica);
        }
        return slower == 1 ? end : quicker(end, now);
    }

    /// What the request sees of a visit in slow motion.
    private double quicker(double end, double now) {
        waited /= slower;
        held /= slower;
        behind /= slower;
        elsewhere /= slower;
        still /= slower;
        cold /= slower;
        late /= slower;
        return now + (end - now) / slower;
    }

    private double serve(int replica, double work, double now) {
        int base = replica * slots;
        double start = busy[replica] < slots || free[base] <= now ? now : free[base];
        waited = start - now;
        double end;
        if (pauses.none) {
            held = 0;
            end = start + work;
        } else {
            end = pauses.finish(replica, pauses.open(replica, start, now), work);
            held = end - start - work;
        }
        served++;
        waiting += waited / slower;
        working += work;
        if (waited > 0) {
            behind = longTo.length == 0 ? 0 : Math.max(0, longTo[base] - Math.max(now, longFrom[base]));
            elsewhere = freeElsewhere(replica, now) ? waited : 0;
            still = pauses.none ? 0 : pauses.held(replica, now, start);
        }
        take(replica, base, start, end, work >= lengthy);
        dropFree(replica, base, now);
        return end;
    }

    private boolean freeElsewhere(int replica, double now) {
        if (replicas == 1) {
            return false;
        }
        int first = hasOutages() ? gone(now) : 0;
        int last = Math.min(serving(now), first + MOST_LOOKED_AT);
        for (int i = first; i < last; i++) {
            if ((busy[i] < slots || free[i * slots] <= now) && i != replica) {
                return true;
            }
        }
        return false;
    }

    /// Occupies a server until `end`: the one that is free soonest, if it is by `start`, else one that is not busy.
    private void take(int replica, int base, double start, double end, boolean isLong) {
        int count = busy[replica];
        boolean again = count > 0 && free[base] <= start;
        if (longTo.length == 0) {
            if (again) {
                sink(base, count, end);
            } else {
                rise(base, count, end);
            }
        } else if (again) {
            sink(base, count, end, isLong ? start : longFrom[base], isLong ? end : longTo[base]);
        } else {
            rise(base, count, end, isLong ? start : 0, isLong ? end : 0);
        }
        busy[replica] = again ? count : count + 1;
    }

    private void dropFree(int replica, int base, double now) {
        while (busy[replica] > 0 && free[base] <= now) {
            int last = --busy[replica];
            if (longTo.length == 0) {
                sink(base, last, free[base + last]);
            } else {
                sink(base, last, free[base + last], longFrom[base + last], longTo[base + last]);
            }
        }
    }

    /// Replaces the earliest of `n` busy servers by one that is free at `end`.
    private void sink(int base, int n, double end) {
        double[] f = free;
        int at = 0;
        int child = 1;
        while (child < n) {
            double least = f[base + child];
            if (child + 1 < n && f[base + child + 1] < least) {
                least = f[base + ++child];
            }
            if (least >= end) {
                break;
            }
            f[base + at] = least;
            at = child;
            child = 2 * at + 1;
        }
        f[base + at] = end;
    }

    /// The same where long services are remembered.
    private void sink(int base, int n, double end, double from, double to) {
        int at = 0;
        int child = 1;
        while (child < n) {
            int least = child + 1 < n && free[base + child + 1] < free[base + child] ? child + 1 : child;
            if (free[base + least] >= end) {
                break;
            }
            move(base + least, base + at);
            at = least;
            child = 2 * at + 1;
        }
        set(base + at, end, from, to);
    }

    /// Adds to `n` busy servers one that is free at `end`.
    private void rise(int base, int n, double end) {
        double[] f = free;
        int at = n;
        while (at > 0 && f[base + ((at - 1) >> 1)] > end) {
            f[base + at] = f[base + ((at - 1) >> 1)];
            at = (at - 1) >> 1;
        }
        f[base + at] = end;
    }

    private void rise(int base, int n, double end, double from, double to) {
        int at = n;
        while (at > 0 && free[base + ((at - 1) >> 1)] > end) {
            move(base + ((at - 1) >> 1), base + at);
            at = (at - 1) >> 1;
        }
        set(base + at, end, from, to);
    }

    private void move(int from, int to) {
        set(to, free[from], longFrom[from], longTo[from]);
    }

    private void set(int at, double end, double from, double to) {
        free[at] = end;
        longFrom[at] = from;
        longTo[at] = to;
    }

    private void depart(double now) {
        while (departures.time() <= now) {
            left(EventHeap.index(departures.event()));
            departures.pop();
        }
    }

    private void clearAfterOutage(int replica, double now) {
        double restored = restored(replica, now);
        if (restored > emptied[replica]) {
            emptied[replica] = restored;
            busy[replica] = 0;
        }
    }

    @Override
    void due(int part, double now) {
        throw new IllegalStateException("no event of station \"" + station.name() + "\" can be due");
    }

    @Override
    double present(double now) {
        return Math.max(0, later(now)) / Math.max(meanTime, Double.MIN_NORMAL);
    }

    /// Server time already promised beyond `now`.
    private double later(double now) {
        double sum = 0;
        for (int replica = 0; replica < replicas; replica++) {
            for (int i = 0; i < busy[replica]; i++) {
                sum += Math.max(0, free[replica * slots + i] - now);
            }
        }
        return sum;
    }

    @Override
    double worked(double now) {
        return Math.max(0, working - later(now));
    }

    @Override
    double offered(double now) {
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return visits * meanTime / (now * free.length * open * station.pacing().capacity());
    }
}
