package dev.plumbline.simulation;

import java.util.ArrayList;
import java.util.List;

/// Forks, and when their branches join. A branch that ends with a visit whose end is known need not be followed: where
/// all branches are like that the join is known at once, so a fan-out to a hundred shards costs one event.
final class Joins {
    /// Returned by `start` when the token goes on once branches that are followed have joined.
    static final int LATER = -1;

    private final Engine engine;
    private final Program program;
    private final Kernel[] kernels;
    /// When the latest fork joins.
    double end;

    private final double[] ends;
    private final double[] waited;
    private final double[] held;
    private final double[] behind;
    private final double[] elsewhere;
    private final double[] still;
    private final double[] cold;
    private final double[] late;
    private final int[] station;
    private final double[] failures;
    private final int[] outcomes;
    /// One for each fork that is being started within another.
    private final List<Ended> scratch = new ArrayList<>();
    private int depth;

    Joins(Engine engine, Program program, Kernel[] kernels, Program.Fork[] forks) {
        this.engine = engine;
        this.program = program;
        this.kernels = kernels;
        int widest = 0;
        for (Program.Fork fork : forks) {
            widest = Math.max(widest, fork.entries().length);
        }
        ends = new double[widest];
        waited = new double[widest];
        held = new double[widest];
        behind = new double[widest];
        elsewhere = new double[widest];
        still = new double[widest];
        cold = new double[widest];
        late = new double[widest];
        station = new int[widest];
        failures = new double[widest];
        outcomes = new int[widest];
    }

    /// Sends a token's branches out and finds when they join.
    ///
    /// @return the instruction to go on at, then
    int foresee(int token, Program.Fork fork, double now) {
        long luck = engine.tokens.luck[token];
        int done = 0;
        int failed = 0;
        for (int entry : fork.entries()) {
            Kernel kernel = kernels[program.a[entry]];
            double at = kernel.admit(token, luck ^ program.salt[entry], now);
            if (at >= 0 && !kernel.failed) {
                ends[done] = at;
                waited[done] = kernel.waited;
                held[done] = kernel.held;
                behind[done] = kernel.behind;
                elsewhere[done] = kernel.elsewhere;
                still[done] = kernel.still;
                cold[done] = kernel.cold;
                late[done] = kernel.late;
                station[done++] = program.a[entry];
            } else {
                failures[failed] = Math.max(at, now);
                outcomes[failed++] = at == Kernel.SHED ? Outcome.SHED : Outcome.FAILED;
            }
        }
        if (done < fork.needed()) {
            int decisive = ranked(failures, failed, fork.entries().length - fork.needed() + 1);
            end = failures[decisive];
            return outcomes[decisive];
        }
        int decisive = ranked(ends, done, fork.needed());
        end = ends[decisive];
        double service = end - now - waited[decisive] - held[decisive];
        engine.accounts.spend(token, station[decisive], waited[decisive], 0, service, held[decisive]);
        if (waited[decisive] > 0) {
            engine.accounts.remark(token, station[decisive], behind[decisive], elsewhere[decisive], still[decisive]);
        }
        engine.accounts.change(token, station[decisive], cold[decisive], late[decisive]);
        engine.accounts.book(token, engine.accounts.slowest(fork.index()), end - meanUpTo(end, done));
        return fork.next();
    }

    /// Starts a token's branches and follows those whose end is not known. Where all are needed, of those whose end is
    /// known only the last matters: it becomes a token that waits for its end if others are under way.
    ///
    /// @return the instruction to go on at, at `end`, or [#LATER]
    int start(int token, Program.Fork fork, double now) {
        Tokens tokens = engine.tokens;
        int branches = fork.entries().length;
        tokens.needed[token] = fork.needed();
        tokens.spare[token] = branches - fork.needed();
        tokens.branches[token] = 0;
        int epoch = tokens.epoch[token];
        int generation = tokens.generation[token];
        int known = 0;
        double sooner = 0;
        Ended last = scratch();
        last.at = now;
        for (int i = 0; i < branches; i++) {
            int entry = fork.entries()[i];
            if (!fork.foreseen()[i]) {
                engine.runAt(engine.child(token, tokens.luck[token], now), entry, now);
            } else if (ends(token, entry, now)) {
                known++;
                sooner += Math.min(end, last.at) - now;
                if (end >= last.at) {
                    last.keep(program.a[entry], end, kernels[program.a[entry]]);
                }
            }
            if (tokens.generation[token] != generation || tokens.epoch[token] != epoch) {
                depth--;
                return LATER;
            }
        }
        depth--;
        return known == 0 ? LATER : join(token, fork, known, sooner, last, now);
    }

    private int join(int token, Program.Fork fork, int known, double sooner, Ended last, double now) {
        Tokens tokens = engine.tokens;
        tokens.branches[token] += sooner;
        if (tokens.needed[token] > known) {
            tokens.needed[token] -= known - 1;
            int child = engine.child(token, tokens.luck[token], now);
            last.book(engine.accounts, child, now);
            follow(child, fork.ending(), last.at);
            return LATER;
        }
        last.book(engine.accounts, token, now);
        double took = last.at - now;
        double mean = (tokens.branches[token] + took) / fork.needed();
        engine.accounts.book(token, engine.accounts.slowest(fork.index()), took - mean);
        tokens.epoch[token]++;
        end = last.at;
        return fork.next();
    }

    /// Sends a branch to the station that it begins with.
    ///
    /// @return whether that is all there is to it, until `end`; else it is followed from there
    private boolean ends(int token, int entry, double now) {
        long luck = engine.tokens.luck[token];
        Kernel kernel = kernels[program.a[entry]];
        end = kernel.admit(token, luck ^ program.salt[entry], now);
        if (end < 0) {
            int outcome = end == Kernel.SHED ? Outcome.SHED : Outcome.FAILED;
            engine.fail(engine.child(token, luck, now), outcome, now);
            return false;
        }
        int then = kernel.failed ? Outcome.FAILED : engine.decided(program.next[entry], engine.tokens.request[token]);
        if (program.op[then] == Program.END) {
            return true;
        }
        int child = engine.child(token, luck, now);
        engine.accounts.spend(child, program.a[entry], kernel, end - now);
        follow(child, then, end);
        return false;
    }

    private void follow(int child, int pc, double from) {
        engine.tokens.pc[child] = pc;
        engine.events.push(from, EventHeap.event(EventHeap.RESUME, 0, child));
    }

    private Ended scratch() {
        if (depth == scratch.size()) {
            scratch.add(new Ended());
        }
        return scratch.get(depth++);
    }

    /// Of the branches of a fork whose ends are known the last one so far.
    private static final class Ended {
        private double at;
        private int station;
        private double waited;
        private double held;
        private double behind;
        private double elsewhere;
        private double still;
        private double cold;
        private double late;

        void keep(int visited, double end, Kernel kernel) {
            at = end;
            station = visited;
            waited = kernel.waited;
            held = kernel.held;
            behind = kernel.behind;
            elsewhere = kernel.elsewhere;
            still = kernel.still;
            cold = kernel.cold;
            late = kernel.late;
        }

        void book(Accounts accounts, int token, double from) {
            accounts.spend(token, station, waited, 0, at - from - waited - held, held);
            if (waited > 0) {
                accounts.remark(token, station, behind, elsewhere, still);
            }
            accounts.change(token, station, cold, late);
        }
    }

    /// The mean end of those branches that were awaited.
    private double meanUpTo(double last, int done) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < done; i++) {
            if (ends[i] <= last) {
                sum += ends[i];
                count++;
            }
        }
        return sum / count;
    }

    /// The index of the `rank`-th smallest of the first `count` values. Ranks at either end, the usual ones,
    /// take one pass; others as many as they are away from the nearer end.
    private static int ranked(double[] values, int count, int rank) {
        boolean fromBelow = rank <= count - rank + 1;
        int passes = fromBelow ? rank : count - rank + 1;
        int found = -1;
        for (int pass = 0; pass < passes; pass++) {
            int best = -1;
            for (int i = 0; i < count; i++) {
                boolean beyond = found < 0 || after(values, found, i, fromBelow);
                if (beyond && (best < 0 || after(values, i, best, fromBelow))) {
                    best = i;
                }
            }
            found = best;
        }
        return found;
    }

    /// Whether value `later` comes after value `sooner` in the direction of the search; ties go by index.
    private static boolean after(double[] values, int sooner, int later, boolean upwards) {
        if (values[sooner] == values[later]) {
            return sooner < later;
        }
        return values[sooner] < values[later] == upwards;
    }
}
