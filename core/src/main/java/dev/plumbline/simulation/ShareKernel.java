package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.Arrays;
import java.util.List;

/// Processor sharing: all requests at a replica are served at once, and its cores are shared evenly among them;
/// with `n` there, each goes ahead at `min(1, cores / n)` of its own speed (L. Kleinrock, "Time-shared systems: a
/// theoretical treatment", 1967).
///
/// As all go at one speed, the work done for each since the replica was last empty is one number a replica, and a
/// request is done when that number reaches what it was at its arrival plus its own work. An arrival or a departure
/// costs one step in a heap, however many are there.
final class ShareKernel extends Kernel {
    /// The part of an event that starts an outage.
    private static final int OUTAGE = 1 << 25;

    private final Engine engine;
    private final Work time;
    private final double meanTime;
    private final Pauses pauses;
    private final int cores;
    /// Who is there, by the work that must be done for each until it is done.
    private final EventHeap[] endings;
    /// Seconds of work done for each since the replica was last empty, until `since`.
    private final double[] done;

    private final double[] since;
    /// Seconds of pauses until `since`.
    private final double[] paused;
    /// When the next request is done, and when the next event of the replica is due, which may be sooner.
    private final double[] next;

    private final double[] event;
    /// By token: seconds of work, negative when the visit will fail.
    private double[] work = new double[256];
    /// By token: the replica's pauses when it came.
    private double[] pausedBefore = new double[256];

    ShareKernel(
            Station station,
            int index,
            Service.Shared service,
            Generator generator,
            List<Outage> outages,
            Streams streams,
            Engine engine) {
        super(station, index, generator, outages);
        this.engine = engine;
        time = Work.of(service.time(), service.sized(), engine.tokens);
        meanTime = service.time().mean();
        pauses = pauses(streams);
        cores = station.slots();
        endings = new EventHeap[replicas];
        Arrays.setAll(endings, i -> new EventHeap(16));
        done = new double[replicas];
        since = new double[replicas];
        paused = new double[replicas];
        next = new double[replicas];
        Arrays.fill(next, Double.POSITIVE_INFINITY);
        event = next.clone();
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
        if (load(replica) - cores >= station.waiting().limit()) {
            shed++;
            return SHED;
        }
        advance(replica, now);
        if (load(replica) == 0) {
            done[replica] = 0;
        }
        entered(replica);
        seconds *= pace(replica, now);
        if (token >= work.length) {
            int length = Math.max(2 * work.length, token + 1);
            work = Arrays.copyOf(work, length);
            pausedBefore = Arrays.copyOf(pausedBefore, length);
        }
        work[token] = fails ? -seconds : seconds;
        pausedBefore[token] = paused[replica];
        engine.tokens.queued[token] = now;
        endings[replica].push(done[replica] + seconds, token);
        expect(replica, now);
        return LATER;
    }

    /// Counts the work done since the replica was last looked at.
    private void advance(int replica, double now) {
        double running = running(replica, now);
        paused[replica] += now - since[replica] - running;
        since[replica] = now;
        int there = load(replica);
        if (there > 0) {
            done[replica] += running * Math.min(1, (double) cores / there);
            working += running * Math.min(cores, there);
        }
    }

    /// Seconds that the replica ran since it was last looked at.
    private double running(int replica, double now) {
        double passed = now - since[replica];
        return pauses.none ? passed : passed - pauses.held(replica, since[replica], now);
    }

    /// Sees to an event when the next request will be done. One that is due sooner is left, and will find that
    /// nothing is to be done yet.
    private void expect(int replica, double now) {
        int there = load(replica);
        if (there == 0) {
            next[replica] = Double.POSITIVE_INFINITY;
            return;
        }
        double left = Math.max(0, endings[replica].time() - done[replica]) * Math.max(1, (double) there / cores);
        double at = pauses.none ? now + left : pauses.finish(replica, pauses.open(replica, now, now), left);
        next[replica] = at;
        if (at < event[replica]) {
            event[replica] = at;
            engine.events.push(at, EventHeap.event(EventHeap.STATION, replica, index));
        }
    }

    @Override
    void due(int part, double now) {
        if (part == OUTAGE) {
            lose(now);
            return;
        }
        if (event[part] != now) {
            return;
        }
        event[part] = Double.POSITIVE_INFINITY;
        advance(part, now);
        if (next[part] > now) {
            expect(part, now);
            return;
        }
        int token = EventHeap.index(endings[part].event());
        // What was foreseen is reached, whatever the rounding of the steps to it.
        done[part] = Math.max(done[part], endings[part].time());
        endings[part].pop();
        left(part);
        expect(part, now);
        finish(part, token, now);
    }

    private void finish(int replica, int token, double now) {
        double alone = Math.abs(work[token]);
        double held = paused[replica] - pausedBefore[token];
        double shared = Math.max(0, now - engine.tokens.queued[token] - held - alone);
        engine.accounts.spend(token, index, shared, 0, alone, held);
        double came = engine.tokens.queued[token];
        change(replica, came, shared, alone, came);
        engine.accounts.change(token, index, cold, late);
        served++;
        waiting += shared;
        if (work[token] < 0) {
            engine.fail(token, Outcome.FAILED, now);
        } else {
            engine.resume(token, now);
        }
    }

    /// What the replicas that are gone held fails.
    private void lose(double now) {
        for (int replica = 0; replica < gone(now); replica++) {
            advance(replica, now);
            next[replica] = Double.POSITIVE_INFINITY;
            while (load(replica) > 0) {
                int token = EventHeap.index(endings[replica].event());
                endings[replica].pop();
                left(replica);
                engine.fail(token, Outcome.FAILED, now);
            }
        }
    }

    /// Requests that would not be there if each had a core to itself.
    @Override
    double present(double now) {
        long sum = 0;
        for (int replica = 0; replica < replicas; replica++) {
            sum += Math.max(0, load(replica) - cores);
        }
        return sum;
    }

    @Override
    double worked(double now) {
        double sum = working;
        for (int replica = 0; replica < replicas; replica++) {
            sum += running(replica, now) * Math.min(cores, load(replica));
        }
        return sum;
    }

    @Override
    double offered(double now) {
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return visits
                * meanTime
                / (now * replicas * cores * open * station.pacing().capacity());
    }
}
