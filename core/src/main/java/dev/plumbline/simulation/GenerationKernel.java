package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.List;

/// Replicas that write tokens, each with a [ContinuousBatch].
final class GenerationKernel extends Kernel {
    /// The part of an event that starts an outage.
    private static final int OUTAGE = 1 << 25;

    private final Service.Generation service;
    private final Engine engine;
    private final TokenRecorder recorder;
    private final Sequences sequences = new Sequences();
    private final ContinuousBatch[] batches;
    private final Lengths lengths;
    private final GenerationCapacity capacity;
    private final Pauses pauses;
    private final long failing;
    private final int longest;
    private final double slower;
    private long turns;
    private double sequenceSteps;

    GenerationKernel(
            Station station,
            int index,
            Service.Generation service,
            Generator generator,
            List<Outage> outages,
            Streams streams,
            Engine engine,
            TokenRecorder recorder,
            boolean cancellable,
            double slower) {
        super(station, index, generator, outages);
        this.service = service;
        this.engine = engine;
        this.recorder = recorder;
        this.slower = slower;
        lengths = new Lengths(service.lengths());
        pauses = pauses(streams);
        failing = streams.seedOf(station.name(), "failing");
        StepTimes times = new StepTimes(service.pace());
        batches = new ContinuousBatch[replicas];
        for (int i = 0; i < replicas; i++) {
            batches[i] = new ContinuousBatch(station, service, sequences, times, engine.tokens, cancellable);
        }
        capacity = new GenerationCapacity(service, station.slots());
        long kept = (long) batches[0].blocks() * Service.Generation.BLOCK;
        longest = (int) Math.min(service.room().longest(), kept);
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
        lengths.of(token, engine.marks, generator);
        int replica = choose(now);
        if (replica == replicas) {
            return GONE;
        }
        if (lengths.prompt >= longest) {
            waited = 0;
            held = 0;
            failed = true;
            return now;
        }
        ContinuousBatch batch = batches[replica];
        if (batch.full() && batch.waiting() >= station.waiting().limit()) {
            shed++;
            return SHED;
        }
        entered(replica);
        describe(token);
        engine.tokens.queued[token] = now;
        batch.add(token);
        if (batch.steps == 0) {
            begin(replica, now);
        } else if (batch.interrupts()) {
            int before = batch.steps;
            batch.cutShort(now);
            if (batch.steps < before) {
                expect(replica);
            }
        }
        return LATER;
    }

    private void describe(int token) {
        sequences.hold(token);
        sequences.prompt[token] = lengths.prompt;
        sequences.output[token] = Math.min(lengths.output, longest - lengths.prompt);
        int block = Service.Generation.BLOCK;
        int least = lengths.prompt - 1;
        int prefix = Math.min(service.reuse().prefix(), least) / block;
        int rest = (int) Math.min(least, service.reuse().cached() * (lengths.prompt - prefix * block) + prefix * block);
        sequences.shared[token] = prefix;
        sequences.reused[token] = rest / block * block;
        sequences.made[token] = 0;
        sequences.length[token] = 0;
        sequences.blocks[token] = 0;
        sequences.first[token] = Double.NaN;
        sequences.started[token] = Double.NaN;
        turns++;
        sequences.turn[token] = engine.key(station.waiting().order(), token, turns);
    }

    private void begin(int replica, double now) {
        ContinuousBatch batch = batches[replica];
        double open = pauses.none ? now : pauses.open(replica, now, now);
        batch.paused += batch.running() > 0 ? open - now : 0;
        if (!batch.schedule(open)) {
            return;
        }
        if (!pauses.none) {
            batch.cutAt(pauses.next(replica, open));
            double work = batch.end - batch.start;
            batch.end = pauses.finish(replica, open, work);
            batch.paused += batch.end - batch.start - work;
        }
        expect(replica);
    }

    private void expect(int replica) {
        engine.events.push(batches[replica].end, EventHeap.event(EventHeap.STATION, replica, index));
    }

    @Override
    void due(int part, double now) {
        if (part == OUTAGE) {
            lose(now);
            return;
        }
        ContinuousBatch batch = batches[part];
        if (batch.end != now) {
            return;
        }
        services += batch.steps;
        sequenceSteps += (double) batch.steps * batch.scheduled;
        double lasted = now - batch.start;
        boolean blocked = batch.blocked;
        batch.advance(now);
        working += lasted * batch.usedMeanwhile;
        capacity.saw(blocked, batch.start, lasted, batch.doneCount);
        batch.drop();
        begin(part, now);
        tell(part, batch, now);
    }

    /// Tells the engine who is done. It may send them, or others, here again at once: the next steps are planned.
    private void tell(int replica, ContinuousBatch batch, double now) {
        int done = batch.doneCount;
        for (int i = 0; i < done; i++) {
            int token = batch.done[i];
            left(replica);
            record(replica, token, batch, now);
            if (station.failing() > 0 && failsNow(token)) {
                engine.fail(token, Outcome.FAILED, now);
            } else {
                engine.resume(token, now);
            }
        }
        while (batch.droppedCount > 0) {
            left(replica);
            engine.fail(batch.dropped[--batch.droppedCount], Outcome.TIMED_OUT, now);
        }
    }

    private void record(int replica, int token, ContinuousBatch batch, double now) {
        double since = engine.tokens.queued[token];
        double wait = sequences.started[token] - since;
        double still = batch.paused - sequences.held[token];
        served++;
        waiting += wait;
        engine.accounts.spend(token, index, wait, 0, now - since - wait - still, still);
        change(replica, since, wait, 0, since);
        engine.accounts.change(token, index, cold, late);
        Tokens tokens = engine.tokens;
        tokens.firstWritten[token] = sequences.first[token];
        int more = sequences.output[token] - 1;
        tokens.betweenWritten[token] = more > 0 ? (now - sequences.first[token]) / more : Double.NaN;
        if (engine.measures(since)) {
            recorder.record((sequences.first[token] - since) / slower, tokens.betweenWritten[token] / slower);
        }
    }

    private boolean failsNow(int token) {
        generator.restart(engine.tokens.luck[token] ^ failing);
        return generator.nextDouble() < station.failing();
    }

    /// What the replicas that are gone held, waiting or in the batch, fails.
    private void lose(double now) {
        for (int replica = 0; replica < gone(now); replica++) {
            ContinuousBatch batch = batches[replica];
            int held = batch.running() + batch.waiting();
            int[] lost = new int[held];
            for (int i = 0; i < held; i++) {
                lost[i] = batch.remove();
            }
            batch.clear();
            for (int token : lost) {
                left(replica);
                engine.fail(token, Outcome.FAILED, now);
            }
        }
    }

    @Override
    double present(double now) {
        long sum = 0;
        for (ContinuousBatch batch : batches) {
            sum += batch.waiting();
        }
        return sum;
    }

    /// The share of places for sequences, or of blocks for what they keep, that is taken.
    @Override
    double worked(double now) {
        double sum = working;
        for (ContinuousBatch batch : batches) {
            sum += batch.steps > 0 ? Math.max(0, now - batch.start) * batch.used() : 0;
        }
        return sum * station.slots();
    }

    @Override
    double offered(double now) {
        double open = 1 - station.hiccups().map(Hiccups::share).orElse(0.0);
        return visits / (now * replicas * capacity.perSecond(open));
    }

    @Override
    double together() {
        return services == 0 ? 1 : sequenceSteps / services;
    }

    @Override
    long preempted() {
        long sum = 0;
        for (ContinuousBatch batch : batches) {
            sum += batch.preempted;
        }
        return sum;
    }
}
