package dev.plumbline.simulation;

/// Forks whose branches are all single visits with known ends: when they join is known without following any
/// of them, so a fan-out to a hundred shards costs one event.
final class Joins {
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
