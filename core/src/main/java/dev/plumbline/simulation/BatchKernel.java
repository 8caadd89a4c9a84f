package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.Arrays;
import java.util.List;

/// Requests served in batches, formed as Triton's dynamic batcher does: at once when the largest size, or a
/// preferred one, can be filled and a slot is free; else when the oldest request has waited long enough.
final class BatchKernel extends Kernel {
    /// The part of an event that ends an oldest request's wait is the replica plus this.
    private static final int WAIT_OVER = 1 << 24;

    /// The part of an event that starts or ends an outage.
    private static final int OUTAGE = 1 << 25;

    private static final int[] NOBODY = {};

    private final Service.Batch service;
    private final double[] times;
    private final int[] preferred;
    private final int slots;
    private final Engine engine;
    private final Pauses pauses;
    private final long failing;

    private final boolean cancellable;
    private final BatchQueue[] queue;
    /// Those whose callers had moved on when their batch was formed.
    private int[] dropped = new int[16];
    private final int[][] members;
    private final int[] sizes;
    private final double[] endings;
    private final int[] freeSlots;
    private final double[] freeSince;
    private final double[] timer;

    BatchKernel(
            Station station,
            int index,
            Service.Batch service,
            Generator generator,
            List<Outage> outages,
            Streams streams,
            Engine engine,
            boolean cancellable) {
        super(station, index, generator, outages);
        this.service = service;
        this.engine = engine;
        times = service.times().stream().mapToDouble(Double::doubleValue).toArray();
        preferred = service.preferred().stream().mapToInt(Integer::intValue).toArray();
        slots = station.slots();
        pauses = pauses(streams);
        failing = streams.seedOf(station.name(), "failing");
        this.cancellable = cancellable;
        queue = new BatchQueue[replicas];
        Arrays.setAll(queue, i -> new BatchQueue(engine, station.waiting().order(), 2 * service.max()));
        members = new int[replicas * slots][service.max()];
        sizes = new int[replicas * slots];
        endings = new double[replicas * slots];
        freeSlots = new int[replicas];
        Arrays.fill(freeSlots, slots);
        freeSince = new double[replicas];
        timer = new double[replicas];
        Arrays.fill(timer, Double.NaN);
        for (Outage outage : outages) {
            if (outage.station().equals(station.name())) {
                engine.events.push(outage.from(), EventHeap.event(EventHeap.STATION, OUTAGE, index));
            }
        }
    }

    @Override
    double admit(int token, long draw, double now) {
        visits++;
        generator.restart(draw);
        int replica = choose(now);
        if (replica == replicas) {
            return GONE;
        }
        if (queue[replica].size() >= station.waiting().limit()) {
            shed++;
            return SHED;
        }
        entered(replica);
        engine.tokens.queued[token] = now;
        engine.tokens.stood[token] = pauses.until(replica, now);
        engine.tokens.elsewhere[token] = freeSlots[replica] == 0 && freeElsewhere(replica, now);
        queue[replica].add(token);
        form(replica, now);
        return LATER;
    }

    private void form(int replica, double now) {
        while (freeSlots[replica] > 0 && queue[replica].size() > 0) {
            int size = Math.min(queue[replica].size(), service.max());
            double over = queue[replica].since() + service.delay();
            if (size < service.max() && now < over) {
                int enough = preferred(size);
                if (enough == 0) {
                    expect(replica, over);
                    return;
                }
                size = enough;
            }
            start(replica, size, now);
        }
    }

    private int preferred(int size) {
        int best = 0;
        for (int each : preferred) {
            best = each <= size ? each : best;
        }
        return best;
    }

    private void expect(int replica, double over) {
        if (timer[replica] != over) {
            timer[replica] = over;
            engine.events.push(over, EventHeap.event(EventHeap.STATION, replica + WAIT_OVER, index));
        }
    }

    /// Starts a batch of so many at most; those whose callers have moved on are not among them.
    private void start(int replica, int most, double now) {
        int slot = replica * slots;
        while (sizes[slot] > 0) {
            slot++;
        }
        int size = 0;
        int gone = 0;
        while (size < most && queue[replica].size() > 0) {
            int token = queue[replica].take();
            if (cancellable && engine.tokens.abandoned(token)) {
                dropped = gone == dropped.length ? Arrays.copyOf(dropped, 2 * gone) : dropped;
                dropped[gone++] = token;
            } else {
                members[slot][size++] = token;
            }
        }
        if (size > 0) {
            serve(replica, slot, size, now);
        }
        int[] hungUp = gone > 0 ? Arrays.copyOf(dropped, gone) : NOBODY;
        for (int token : hungUp) {
            left(replica);
            engine.fail(token, Outcome.TIMED_OUT, now);
        }
    }

    private void serve(int replica, int slot, int size, double now) {
        double work = times[size - 1] * pace(replica, now);
        double stood = pauses.until(replica, now);
        double open = pauses.none ? now : pauses.open(replica, now, now);
        double end = pauses.none ? now + work : pauses.finish(replica, open, work);
        double pause = end - now - work;
        for (int i = 0; i < size; i++) {
            int token = members[slot][i];
            double since = engine.tokens.queued[token];
            double company = Math.min(now - since, now - freeSince[replica]);
            waiting += now - since;
            engine.accounts.spend(token, index, now - since - company, company, work, pause);
            double elsewhere = engine.tokens.elsewhere[token] ? now - since - company : 0;
            double still = Math.min(now - since - company, stood - engine.tokens.stood[token]);
            change(replica, since, now - since - company, work, now);
            engine.accounts.change(token, index, cold, late);
            if (elsewhere + still > 0) {
                engine.accounts.remark(token, index, 0, elsewhere, still);
            }
        }
        sizes[slot] = size;
        endings[slot] = end;
        freeSlots[replica]--;
        served += size;
        services++;
        working += end - now;
        engine.events.push(end, EventHeap.event(EventHeap.STATION, slot, index));
    }

    private boolean freeElsewhere(int replica, double now) {
        int first = hasOutages() ? gone(now) : 0;
        int last = Math.min(serving(now), first + MOST_LOOKED_AT);
        for (int i = first; i < last; i++) {
            if (freeSlots[i] > 0 && i != replica) {
                return true;
            }
        }
        return false;
    }

    @Override
    void due(int part, double now) {
        if (part == OUTAGE) {
            lose(now);
            return;
        }
        if (part >= WAIT_OVER) {
            int replica = part - WAIT_OVER;
            if (timer[replica] == now) {
                timer[replica] = Double.NaN;
                form(replica, now);
            }
            return;
        }
        if (sizes[part] == 0 || endings[part] != now) {
            return;
        }
        int replica = part / slots;
        int size = sizes[part];
        for (int i = 0; i < size; i++) {
            int token = members[part][i];
            left(replica);
            if (station.failing() > 0 && failsNow(token)) {
                engine.fail(token, Outcome.FAILED, now);
            } else {
                engine.resume(token, now);
            }
        }
        sizes[part] = 0;
        if (freeSlots[replica]++ == 0) {
            freeSince[replica] = now;
        }
        form(replica, now);
    }

    /// What the replicas that are gone held, waiting or in service, fails.
    private void lose(double now) {
        for (int replica = 0; replica < gone(now); replica++) {
            while (queue[replica].size() > 0) {
                int token = queue[replica].take();
                left(replica);
                engine.fail(token, Outcome.FAILED, now);
            }
            for (int slot = replica * slots; slot < (replica + 1) * slots; slot++) {
                int size = sizes[slot];
                sizes[slot] = 0;
                working -= size > 0 ? endings[slot] - now : 0;
                for (int i = 0; i < size; i++) {
                    left(replica);
                    engine.fail(members[slot][i], Outcome.FAILED, now);
                }
            }
            freeSlots[replica] = slots;
            freeSince[replica] = now;
        }
    }

    private boolean failsNow(int token) {
        generator.restart(engine.tokens.luck[token] ^ failing);
        return generator.nextDouble() < station.failing();
    }

    @Override
    double present(double now) {
        long sum = 0;
        for (BatchQueue each : queue) {
            sum += each.size();
        }
        return sum;
    }

    @Override
    double worked(double now) {
        double later = 0;
        for (int slot = 0; slot < sizes.length; slot++) {
            later += sizes[slot] > 0 ? Math.max(0, endings[slot] - now) : 0;
        }
        return Math.max(0, working - later);
    }

    /// Against the size that gives the most requests a second.
    @Override
    double offered(double now) {
        double best = 0;
        for (int i = 0; i < times.length; i++) {
            best = Math.max(best, (i + 1) / times[i]);
        }
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return visits / (now * best * sizes.length * open * station.pacing().capacity());
    }
}
