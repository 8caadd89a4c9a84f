package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.Streams;
import java.util.Arrays;
import java.util.List;

/// First come, first served, one at a time: a visit's end is known when it begins, so there is no queue to
/// keep.
///
/// For each replica it holds when its servers are next free, smallest first: the recursion of D. V. Lindley
/// ("The theory of queues with a single server", 1952) and, for several servers, of J. Kiefer and J. Wolfowitz
/// ("On the theory of queues with many servers", 1955). It gives the same waits as following each departure,
/// at a fraction of the work.
final class FifoKernel extends Kernel {
    private final int slots;
    private final double[] free;
    private final double[] emptied;
    /// Work from which a request is long; for each server the latest long one's service, in the order of `free`.
    private final double lengthy;
    private final double[] longFrom;
    private final double[] longTo;
    private final Sampler time;
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
            double slower) {
        super(station, index, generator, outages);
        slots = station.slots();
        free = new double[replicas * slots];
        emptied = new double[hasOutages() ? replicas : 0];
        lengthy = lengthy(service.time());
        int traced = lengthy < Double.POSITIVE_INFINITY ? free.length : 0;
        longFrom = new double[traced];
        longTo = new double[traced];
        time = service.time().sampler();
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
        double work = time.next(generator);
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
        double earliest = free[base];
        double start = earliest > now ? earliest : now;
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
        if (longTo.length == 0) {
            sink(base, end);
        } else {
            boolean isLong = work >= lengthy;
            sink(base, end, isLong ? start : longFrom[base], isLong ? end : longTo[base]);
        }
        return end;
    }

    private boolean freeElsewhere(int replica, double now) {
        if (replicas == 1) {
            return false;
        }
        int first = hasOutages() ? gone(now) : 0;
        int last = Math.min(serving(now), first + MOST_LOOKED_AT);
        for (int i = first; i < last; i++) {
            if (free[i * slots] <= now && i != replica) {
                return true;
            }
        }
        return false;
    }

    /// Replaces the replica's earliest server by one that is free at `end`.
    private void sink(int base, double end) {
        double[] f = free;
        int n = slots;
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
    private void sink(int base, double end, double from, double to) {
        int at = 0;
        int child = 1;
        while (child < slots) {
            int least = child + 1 < slots && free[base + child + 1] < free[base + child] ? child + 1 : child;
            if (free[base + least] >= end) {
                break;
            }
            free[base + at] = free[base + least];
            longFrom[base + at] = longFrom[base + least];
            longTo[base + at] = longTo[base + least];
            at = least;
            child = 2 * at + 1;
        }
        free[base + at] = end;
        longFrom[base + at] = from;
        longTo[base + at] = to;
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
            Arrays.fill(free, replica * slots, (replica + 1) * slots, restored);
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
        for (double end : free) {
            sum += Math.max(0, end - now);
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
