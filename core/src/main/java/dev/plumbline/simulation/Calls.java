package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Calls under a policy: their attempts, and the timers that end or double them.
final class Calls {
    /// Makes each attempt's luck its own.
    private static final long ATTEMPT = 0xD1B54A32D192ED03L;
    /// Retries that a budget may save up.
    private static final double MOST_SAVED = 10;

    private final Engine engine;
    private final Tokens tokens;
    private final Program program;
    private final Kernel[] kernels;
    private final Program.Policy[] policies;
    private final Generator generator;
    private final DelayLine[] lines;
    private final double[] saved;
    private final RunningQuantile[] usual;
    private final @Nullable Circuit[] circuits;
    private final long[] begun;
    private final long[] attempts;
    private final long[] hedges;
    private final long[] timeouts;
    private final long[] fallbacks;
    /// When the latest foreseen attempt ends.
    double end;

    Calls(
            Engine engine,
            Program program,
            Kernel[] kernels,
            Program.Policy[] policies,
            Generator generator,
            double oneIn) {
        this.engine = engine;
        this.tokens = engine.tokens;
        this.program = program;
        this.kernels = kernels;
        this.policies = policies;
        this.generator = generator;
        lines = new DelayLine[2 * policies.length];
        Arrays.setAll(lines, i -> new DelayLine());
        saved = new double[policies.length];
        usual = new RunningQuantile[policies.length];
        circuits = new Circuit[policies.length];
        begun = new long[policies.length];
        attempts = new long[policies.length];
        hedges = new long[policies.length];
        timeouts = new long[policies.length];
        fallbacks = new long[policies.length];
        for (int i = 0; i < usual.length; i++) {
            var hedge = policies[i].call().hedge();
            double level =
                    hedge.isPresent() && hedge.get().after() instanceof Hedge.After.Quantile(var asked) ? asked : 0.5;
            usual[i] = new RunningQuantile(level);
            circuits[i] = policies[i]
                    .call()
                    .breaker()
                    .map(breaker -> new Circuit(breaker, oneIn))
                    .orElse(null);
        }
    }

    /// What became of a call's attempts so far.
    Result.CallResult result(int index) {
        Program.Policy policy = policies[index];
        return new Result.CallResult(
                policy.path(),
                policy.station(),
                begun[index],
                attempts[index],
                hedges[index],
                timeouts[index],
                fallbacks[index],
                refused(index));
    }

    private long refused(int index) {
        Circuit circuit = circuits[index];
        return circuit == null ? 0 : circuit.refused;
    }

    void begin(int token, Program.Policy policy, double now) {
        begun[policy.index()]++;
        tokens.called[token] = now;
        tokens.spare[token] = 0;
        tokens.needed[token] = 0;
        var retry = policy.call().retry();
        if (retry.isPresent()) {
            saved[policy.index()] =
                    Math.min(MOST_SAVED, saved[policy.index()] + retry.get().budget());
        }
    }

    /// Makes an attempt whose end is known at once.
    ///
    /// @return the instruction to go on at, at `end`
    int foresee(int token, Program.Policy policy, double now) {
        int pc = policy.entry();
        Kernel kernel = kernels[program.a[pc]];
        int attempt = tokens.spare[token]++;
        attempts[policy.index()]++;
        double done = kernel.admit(token, luck(token, attempt) ^ program.salt[pc], now);
        double deadline = now + policy.call().timeout();
        int outcome;
        if (done < 0) {
            end = now;
            outcome = done == Kernel.SHED ? Outcome.SHED : Outcome.FAILED;
        } else if (done > deadline) {
            end = deadline;
            outcome = Outcome.TIMED_OUT;
            timeouts[policy.index()]++;
        } else if (kernel.failed) {
            end = done;
            outcome = Outcome.FAILED;
        } else {
            end = done;
            engine.accounts.book(token, engine.accounts.lost(policy.index()), now - tokens.called[token]);
            engine.accounts.spend(token, program.a[pc], kernel, end - now);
            return policy.next();
        }
        if (mayRetry(token, policy)) {
            end += backoff(token, policy);
            return tokens.pc[token] + 1;
        }
        givenUp(token, policy, end);
        return policy.fallback() >= 0 ? policy.fallback() : outcome;
    }

    private long luck(int token, int attempt) {
        return attempt == 0 ? tokens.luck[token] : Generator.mixed(tokens.luck[token] + attempt * ATTEMPT);
    }

    private boolean mayRetry(int token, Program.Policy policy) {
        var retry = policy.call().retry();
        if (retry.isEmpty() || tokens.spare[token] > retry.get().times()) {
            return false;
        }
        if (retry.get().budget() == Double.POSITIVE_INFINITY) {
            return true;
        }
        if (saved[policy.index()] < 1) {
            return false;
        }
        saved[policy.index()]--;
        return true;
    }

    private double backoff(int token, Program.Policy policy) {
        Retry retry = policy.call().retry().orElseThrow();
        double wait = retry.backoff();
        for (int i = 1; i < tokens.spare[token]; i++) {
            wait *= retry.growth();
        }
        if (retry.jitter() == 0) {
            return wait;
        }
        generator.restart(luck(token, tokens.spare[token]) ^ policy.salt());
        return wait * (1 - retry.jitter() * generator.nextDouble());
    }

    /// Starts an attempt that has to be followed, unless the call's breaker is open.
    void attempt(int token, Program.Policy policy, double now) {
        Circuit circuit = circuits[policy.index()];
        if (circuit != null && !circuit.permits(token, tokens.generation[token], now)) {
            circuit.refused++;
            if (!fallBack(token, policy, now)) {
                engine.fail(token, Outcome.FAILED, now);
            }
            return;
        }
        follow(token, policy, now);
    }

    private void follow(int token, Program.Policy policy, double now) {
        int attempt = tokens.spare[token]++;
        attempts[policy.index()]++;
        tokens.needed[token]++;
        int child = engine.child(token, luck(token, attempt), now);
        double timeout = policy.call().timeout();
        if (timeout < Double.POSITIVE_INFINITY) {
            tokens.deadline[child] = Math.min(tokens.deadline[child], now + timeout);
            set(2 * policy.index(), now + timeout, child);
        }
        var hedge = policy.call().hedge();
        if (hedge.isPresent() && attempt == 0) {
            double wait = switch (hedge.get().after()) {
                case Hedge.After.Seconds(var seconds) -> seconds;
                case Hedge.After.Quantile quantile -> usual[policy.index()].value();
            };
            if (wait < timeout) {
                set(2 * policy.index() + 1, now + wait, child);
            }
        }
        engine.runAt(child, policy.entry(), now);
    }

    private void set(int line, double time, int child) {
        if (lines[line].set(time, child, tokens.generation[child])) {
            engine.events.push(lines[line].time(), EventHeap.event(EventHeap.LINE, 0, line));
        }
    }

    /// The head of a line of timers is due.
    void due(int index, double now) {
        DelayLine line = lines[index];
        while (!line.isEmpty()) {
            int child = line.token();
            boolean live = tokens.generation[child] == line.generation();
            if (live && line.time() > now) {
                engine.events.push(line.time(), EventHeap.event(EventHeap.LINE, 0, index));
                return;
            }
            line.drop();
            int parent = live ? tokens.parent[child] : Tokens.NONE;
            if (parent != Tokens.NONE && tokens.epoch[parent] == tokens.parentEpoch[child]) {
                if (index % 2 == 0) {
                    giveUp(child, parent, policies[index / 2], now);
                } else if (mayHedge(index / 2)) {
                    hedges[index / 2]++;
                    follow(parent, policies[index / 2], now);
                }
            }
        }
    }

    private boolean mayHedge(int policy) {
        Circuit circuit = circuits[policy];
        return circuit == null || !circuit.open();
    }

    private void giveUp(int child, int parent, Program.Policy policy, double now) {
        timeouts[policy.index()]++;
        tokens.parent[child] = Tokens.NONE;
        tokens.parentEpoch[child] = Tokens.NONE;
        if (!attemptFailed(parent, policy, now)) {
            engine.fail(parent, Outcome.TIMED_OUT, now);
        }
    }

    /// An attempt has ended without success.
    ///
    /// @return whether the call goes on some other way; else it has failed too
    boolean attemptFailed(int token, Program.Policy policy, double now) {
        tell(token, policy, false, now);
        if (--tokens.needed[token] > 0) {
            return true;
        }
        if (mayRetry(token, policy)) {
            int pc = tokens.pc[token];
            tokens.pc[token] = pc + 1;
            engine.events.push(now + backoff(token, policy), EventHeap.event(EventHeap.RESUME, 0, token));
            return true;
        }
        return fallBack(token, policy, now);
    }

    /// No attempt is left.
    ///
    /// @return whether there is a fallback
    private boolean fallBack(int token, Program.Policy policy, double now) {
        tokens.epoch[token]++;
        givenUp(token, policy, now);
        if (policy.fallback() < 0) {
            return false;
        }
        engine.runAt(token, policy.fallback(), now);
        return true;
    }

    private void tell(int token, Program.Policy policy, boolean success, double now) {
        Circuit circuit = circuits[policy.index()];
        if (circuit != null) {
            circuit.ended(token, tokens.generation[token], success, now);
        }
    }

    /// No attempt has succeeded: what was spent on them was spent before a fallback, if there is one.
    private void givenUp(int token, Program.Policy policy, double now) {
        fallbacks[policy.index()] += policy.fallback() >= 0 ? 1 : 0;
        engine.accounts.book(token, engine.accounts.givenUp(policy.index()), now - tokens.called[token]);
    }

    /// An attempt of the token's call has succeeded.
    void answered(int token, Program.Policy policy, double seconds, double now) {
        tell(token, policy, true, now);
        if (policy.call().hedge().isPresent()) {
            usual[policy.index()].add(seconds);
        }
    }
}
