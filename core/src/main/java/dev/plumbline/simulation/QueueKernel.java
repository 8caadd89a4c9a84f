package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.Arrays;
import java.util.List;

/// One at a time in any order, with requests that may be given up while they wait: what [FifoKernel] cannot
/// foresee. With first come first served and nobody leaving it gives the same times, from the same draws.
final class QueueKernel extends Kernel {
    /// The part of an event that starts an outage.
    private static final int OUTAGE = 1 << 25;

    private final Engine engine;
    private final boolean cancellable;
    private final Work time;
    private final double meanTime;
    private final Pauses pauses;
    private final int slots;
    /// Who waits, by who is next.
    private final EventHeap[] queues;
    private final int[] length;
    private final int[] busySlots;
    private final int[] members;
    private final double[] endings;
    /// Work from which a request is long; by slot, the service of the latest long one.
    private final double lengthy;
    private final double[] longFrom;
    private final double[] longTo;
    /// By token: seconds of work, negative when the visit will fail.
    private double[] work = new double[256];
    private long turns;

    QueueKernel(
            Station station,
            int index,
            Service.Each service,
            Generator generator,
            List<Outage> outages,
            Streams streams,
            Engine engine,
            boolean cancellable) {
        super(station, index, generator, outages);
        this.engine = engine;
        this.cancellable = cancellable;
        time = Work.of(service.time(), service.sized(), engine.tokens);
        meanTime = service.time().mean();
        pauses = pauses(streams);
        slots = station.slots();
        queues = new EventHeap[replicas];
        Arrays.setAll(queues, i -> new EventHeap(16));
        length = new int[replicas];
        busySlots = new int[replicas];
        members = new int[replicas * slots];
        Arrays.fill(members, Tokens.NONE);
        endings = new double[replicas * slots];
        lengthy = lengthy(service.time());
        longFrom = new double[replicas * slots];
        longTo = new double[replicas * slots];
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
        double seconds = time.next(generator, token);
        boolean fails = station.failing() > 0 && generator.nextDouble() < station.failing();
        int replica = choose(now);
        if (replica == replicas) {
            return GONE;
        }
        if (busySlots[replica] == slots && length[replica] >= station.waiting().limit()) {
            shed++;
            return SHED;
        }
        entered(replica);
        seconds *= pace(replica, now);
        if (token >= work.length) {
            work = Arrays.copyOf(work, Math.max(2 * work.length, token + 1));
        }
        work[token] = fails ? -seconds : seconds;
        engine.tokens.queued[token] = now;
        if (busySlots[replica] < slots) {
            start(replica, token, now);
        } else {
            engine.tokens.elsewhere[token] = freeElsewhere(replica, now);
            engine.tokens.stood[token] = pauses.until(replica, now);
            turns++;
            queues[replica].push(engine.key(station.waiting().order(), token, turns), token);
            length[replica]++;
        }
        return LATER;
    }

    private void start(int replica, int token, double now) {
        int slot = replica * slots;
        while (members[slot] != Tokens.NONE) {
            slot++;
        }
        double seconds = Math.abs(work[token]);
        double stood = pauses.until(replica, now);
        double end = pauses.none ? now + seconds : pauses.finish(replica, pauses.open(replica, now, now), seconds);
        double wait = now - engine.tokens.queued[token];
        engine.accounts.spend(token, index, wait, 0, seconds, end - now - seconds);
        if (wait > 0) {
            double behind = longTo[slot] - Math.max(now - wait, longFrom[slot]);
            double still = stood - engine.tokens.stood[token];
            engine.accounts.remark(token, index, Math.max(0, behind), engine.tokens.elsewhere[token] ? wait : 0, still);
        }
        change(replica, now - wait, wait, seconds, now - wait);
        engine.accounts.change(token, index, cold, late);
        if (seconds >= lengthy) {
            longFrom[slot] = now;
            longTo[slot] = end;
        }
        members[slot] = token;
        endings[slot] = end;
        busySlots[replica]++;
        served++;
        waiting += wait;
        working += end - now;
        engine.events.push(end, EventHeap.event(EventHeap.STATION, slot, index));
    }

    private boolean freeElsewhere(int replica, double now) {
        int first = hasOutages() ? gone(now) : 0;
        int last = Math.min(serving(now), first + MOST_LOOKED_AT);
        for (int i = first; i < last; i++) {
            if (busySlots[i] < slots && i != replica) {
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
        int token = members[part];
        if (token == Tokens.NONE || endings[part] != now) {
            return;
        }
        int replica = part / slots;
        members[part] = Tokens.NONE;
        busySlots[replica]--;
        left(replica);
        startNext(replica, now);
        if (work[token] < 0) {
            engine.fail(token, Outcome.FAILED, now);
        } else {
            engine.resume(token, now);
        }
    }

    private void startNext(int replica, double now) {
        while (length[replica] > 0 && busySlots[replica] < slots) {
            int next = takeWaiting(replica);
            if (cancellable && engine.tokens.abandoned(next)) {
                left(replica);
                engine.fail(next, Outcome.TIMED_OUT, now);
            } else {
                start(replica, next, now);
            }
        }
    }

    private int takeWaiting(int replica) {
        int token = EventHeap.index(queues[replica].event());
        queues[replica].pop();
        length[replica]--;
        return token;
    }

    /// What the replicas that are gone held, waiting or in service, fails.
    private void lose(double now) {
        for (int replica = 0; replica < gone(now); replica++) {
            while (length[replica] > 0) {
                left(replica);
                engine.fail(takeWaiting(replica), Outcome.FAILED, now);
            }
            for (int slot = replica * slots; slot < (replica + 1) * slots; slot++) {
                int token = members[slot];
                if (token != Tokens.NONE) {
                    members[slot] = Tokens.NONE;
                    working -= endings[slot] - now;
                    left(replica);
                    engine.fail(token, Outcome.FAILED, now);
                }
            }
            busySlots[replica] = 0;
        }
    }

    @Override
    double present(double now) {
        long sum = 0;
        for (int each : length) {
            sum += each;
        }
        return sum;
    }

    @Override
    double worked(double now) {
        double later = 0;
        for (int slot = 0; slot < members.length; slot++) {
            later += members[slot] == Tokens.NONE ? 0 : Math.max(0, endings[slot] - now);
        }
        return Math.max(0, working - later);
    }

    @Override
    double offered(double now) {
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return visits
                * meanTime
                / (now * members.length * open * station.pacing().capacity());
    }
}
