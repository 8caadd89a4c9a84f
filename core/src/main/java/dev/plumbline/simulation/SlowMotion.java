package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import java.util.List;

/// A station that has too few replicas to take a sample of, visited by a sample of its requests, where the end of a
/// visit is not known when it begins.
///
/// The station is kept whole and runs in slow motion: with one request in `d`, and everything taking `d` times as long,
/// it goes through the same states at a `d`-th of the speed. A visit is followed there by a stand-in; the request
/// itself goes through what one of the latest visits went through, `d` times faster. So its distribution is the right
/// one in the long run, but neighbouring requests meet less alike moments than they should.
final class SlowMotion extends Kernel {
    private static final int KEPT = 64;

    private final Kernel inner;
    private final Engine engine;
    private final double slower;
    private final double meanTime;
    private final double[] lasted = new double[KEPT];
    private final double[] waits = new double[KEPT];
    private final double[] companies = new double[KEPT];
    private final double[] holds = new double[KEPT];
    private final double[] behinds = new double[KEPT];
    private final double[] elsewheres = new double[KEPT];
    private final double[] stills = new double[KEPT];
    private final double[] colds = new double[KEPT];
    private final double[] lates = new double[KEPT];
    private final double[] firsts = new double[KEPT];
    private final double[] betweens = new double[KEPT];
    private final int[] outcomes = new int[KEPT];
    private long heard;

    /// @param inner the station with its times lengthened
    SlowMotion(Kernel inner, double slower, Engine engine) {
        super(inner.station, inner.index, inner.generator, List.of());
        this.inner = inner;
        this.engine = engine;
        this.slower = slower;
        this.meanTime = inner.station.service().perRequest(inner.station.slots());
    }

    @Override
    double admit(int token, long draw, double now) {
        Tokens tokens = engine.tokens;
        int shadow = tokens.take();
        tokens.luck[shadow] = tokens.luck[token];
        tokens.source[shadow] = tokens.source[token];
        tokens.row[shadow] = tokens.row[token];
        tokens.bytes[shadow] = tokens.bytes[token];
        tokens.parent[shadow] = Tokens.NONE;
        tokens.parentEpoch[shadow] = Tokens.SHADOW;
        tokens.spare[shadow] = index;
        tokens.start[shadow] = now;
        tokens.deadline[shadow] = now + (tokens.deadline[token] - now) * slower;
        tokens.pc[shadow] = Program.HEAR;
        double end = inner.admit(shadow, draw, now);
        if (end == SHED || end == GONE) {
            hear(shadow, end == SHED ? Outcome.SHED : Outcome.FAILED, now);
        } else if (end >= 0) {
            throw new IllegalStateException("a foreseen visit needs no stand-in");
        }
        count();
        return like(token, draw, now);
    }

    /// Goes through what one of the latest visits went through.
    private double like(int token, long draw, double now) {
        failed = false;
        waited = 0;
        company = 0;
        held = 0;
        behind = 0;
        elsewhere = 0;
        still = 0;
        cold = 0;
        late = 0;
        if (heard == 0) {
            return now + meanTime / slower;
        }
        int which = (int) Long.remainderUnsigned(Generator.mixed(draw), Math.min(heard, KEPT));
        if (outcomes[which] == Outcome.SHED) {
            return SHED;
        }
        failed = outcomes[which] != Outcome.ANSWERED;
        waited = waits[which];
        company = companies[which];
        held = holds[which];
        behind = behinds[which];
        elsewhere = elsewheres[which];
        still = stills[which];
        cold = colds[which];
        late = lates[which];
        engine.tokens.firstWritten[token] = now + firsts[which];
        engine.tokens.betweenWritten[token] = betweens[which];
        return now + lasted[which];
    }

    /// A stand-in's visit to a station is over.
    static void hear(Kernel at, int shadow, int outcome, double now) {
        if (at instanceof SlowMotion slow) {
            slow.hear(shadow, outcome, now);
        }
    }

    private void hear(int shadow, int outcome, double now) {
        Tokens tokens = engine.tokens;
        int at = (int) (heard++ % KEPT);
        lasted[at] = (now - tokens.start[shadow]) / slower;
        outcomes[at] = outcome;
        firsts[at] = (tokens.firstWritten[shadow] - tokens.start[shadow]) / slower;
        betweens[at] = tokens.betweenWritten[shadow] / slower;
        int accounts = engine.accounts.of(shadow, index);
        waits[at] = tokens.spent[accounts] / slower;
        companies[at] = tokens.spent[accounts + 1] / slower;
        holds[at] = tokens.spent[accounts + 3] / slower;
        behinds[at] = tokens.spent[accounts + Accounts.PHASES] / slower;
        elsewheres[at] = tokens.spent[accounts + Accounts.PHASES + 1] / slower;
        stills[at] = tokens.spent[accounts + Accounts.PHASES + 2] / slower;
        int changing = engine.accounts.changing(index);
        if (changing >= 0) {
            int change = shadow * engine.accounts.count + changing;
            colds[at] = tokens.spent[change] / slower;
            lates[at] = tokens.spent[change + 1] / slower;
        }
        tokens.release(shadow);
    }

    @Override
    void happen(int part, double now) {
        inner.happen(part, now);
        count();
    }

    @Override
    void due(int part, double now) {
        throw new IllegalStateException("the events of station \"" + station.name() + "\" are its inner one's");
    }

    @Override
    double meanServing(double now) {
        return inner.meanServing(now);
    }

    @Override
    double worked(double now) {
        return inner.worked(now);
    }

    private void count() {
        visits = inner.visits;
        served = inner.served;
        shed = inner.shed;
        services = inner.services;
        waiting = inner.waiting / slower;
    }

    @Override
    double present(double now) {
        return inner.present(now);
    }

    @Override
    double busy(double now) {
        return inner.busy(now);
    }

    @Override
    double together() {
        return inner.together();
    }

    @Override
    long preempted() {
        return inner.preempted();
    }

    @Override
    double offered(double now) {
        return inner.offered(now);
    }
}
