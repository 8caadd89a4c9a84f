package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.Streams;
import java.util.List;
import java.util.stream.IntStream;

/// The simulation itself: moves tokens through a program, from one event to the next.
///
/// Arrivals are kept outside the event heap, and a visit whose end is foreseen costs one event, or none when
/// the request is done with it or nothing else happens before. Every draw is made from the request's own luck,
/// so that what a request needs at a station does not depend on what happens to others, in this design or in
/// one compared to it.
final class Engine {
    final EventHeap events;
    final Tokens tokens;
    final Marks marks;
    private final Program program;
    private final Kernel[] kernels;
    private final Source[] sources;
    private final Recorder[] recorders;
    private final Workspace workspace;
    private final int paths;
    private final boolean sized;
    final Accounts accounts;
    private final int columns;
    private final int[] priorities;
    private final Generator generator = new Generator(0);
    private final int[] op;
    private final int[] a;
    private final double[] x;
    private final long[] salt;
    private final int[] next;
    private final Program.Fork[] forks;
    private final Program.Policy[] policies;
    private final Sampler[] samplers;
    private final Joins joins;
    private final Calls calls;
    private final Caches caches;

    private double nextArrival;
    private int nextSource;
    private double measuredFrom;
    private double measuredTo = Double.POSITIVE_INFINITY;
    private boolean draining;
    /// Whether the token that runs may run ahead of the clock as long as no event comes before it.
    private boolean alone;

    long arrived;
    long handled;
    long inFlight;
    double clock;

    Engine(Network network, Plan plan, Streams streams, Workspace workspace) {
        program = Program.of(network, streams);
        op = program.op;
        a = program.a;
        x = program.x;
        salt = program.salt;
        next = program.next;
        forks = program.forks.toArray(new Program.Fork[0]);
        policies = program.policies.toArray(new Program.Policy[0]);
        samplers = program.samplers.toArray(new Sampler[0]);
        events = workspace.events;
        tokens = workspace.tokens;
        marks = new Marks(tokens, network.paths());
        paths = network.paths().size();
        sized = network.sized();
        accounts = new Accounts(tokens, network.stations(), policies.length, forks.length);
        columns = accounts.count;
        priorities = network.paths().stream().mapToInt(Path::priority).toArray();
        events.clear();
        tokens.clear(columns);
        this.workspace = workspace;
        recorders = workspace.recorders(paths);
        kernels = new Kernels(this, program, network, generator, plan.outages(), streams, workspace).all();
        joins = new Joins(this, program, kernels, forks);
        calls = new Calls(
                this, program, kernels, policies, generator, network.sample().oneIn());
        caches = new Caches(program, tokens, generator, plan.flushes());
        sources = new Source[paths];
        for (int i = 0; i < paths; i++) {
            sources[i] = new Source(network.paths().get(i), i, plan.load(), streams);
            for (int user = 0; user < sources[i].users(); user++) {
                think(i, user, 0);
            }
        }
        findNextArrival();
    }

    /// The calls under a policy, with what became of them so far.
    List<Result.CallResult> calls() {
        return IntStream.range(0, policies.length).mapToObj(calls::result).toList();
    }

    /// The reader of the time that was booked.
    Bands bands(Network network) {
        return new Bands(accounts, network, program);
    }

    Kernel[] kernels() {
        return kernels;
    }

    /// Of those that wait in a queue, the token with the least key is next.
    double key(Waiting.Order order, int token, long turn) {
        return order.key(turn, tokens.deadline[token], priorities[tokens.source[token]]);
    }

    /// Only requests that arrive between these moments are recorded.
    void measure(double from, double to) {
        measuredFrom = from;
        measuredTo = to;
    }

    /// Whether a request that arrives at that moment is recorded.
    boolean measures(double arrival) {
        return arrival >= measuredFrom && arrival < measuredTo;
    }

    Caches caches() {
        return caches;
    }

    /// Goes on until so many requests have arrived in all, or time would pass `until`.
    void pump(long requests, double until) {
        while (arrived < requests) {
            double event = events.time();
            double time = Math.min(event, nextArrival);
            if (!(time <= until)) {
                clock = until;
                return;
            }
            clock = time;
            if (event <= nextArrival) {
                dispatch(event);
            } else {
                arriveFrom(sources[nextSource], time);
            }
        }
    }

    /// Lets what is under way run out, without new arrivals.
    void drain() {
        draining = true;
        nextArrival = Double.POSITIVE_INFINITY;
        while (inFlight > 0) {
            if (events.isEmpty()) {
                throw new IllegalStateException("\"" + inFlight + "\" requests are under way and nothing will happen");
            }
            clock = events.time();
            dispatch(clock);
        }
    }

    private void findNextArrival() {
        nextArrival = Double.POSITIVE_INFINITY;
        for (int i = 0; i < paths; i++) {
            if (sources[i].next < nextArrival) {
                nextArrival = sources[i].next;
                nextSource = i;
            }
        }
    }

    private void arriveFrom(Source source, double now) {
        long luck = source.luck();
        int row = source.row();
        source.arrive();
        if (paths == 1) {
            nextArrival = source.next;
        } else {
            findNextArrival();
        }
        begin(source.path, row, luck, now);
    }

    private void begin(int path, int row, long luck, double now) {
        arrived++;
        handled++;
        inFlight++;
        int token = tokens.take();
        tokens.luck[token] = luck;
        tokens.request[token] = luck;
        tokens.source[token] = path;
        tokens.row[token] = row;
        tokens.bytes[token] = sized ? bytes(token) : 0;
        tokens.parent[token] = Tokens.NONE;
        if (measures(now)) {
            recorders[path].arrivals++;
            tokens.parentEpoch[token] = path;
        } else {
            tokens.parentEpoch[token] = path + paths;
        }
        tokens.start[token] = now;
        tokens.deadline[token] = Double.POSITIVE_INFINITY;
        alone = true;
        run(token, program.entries[path], now);
    }

    private double bytes(int token) {
        double recorded = marks.bytes(token);
        return recorded >= 0 ? recorded : sources[tokens.source[token]].bytes(tokens.luck[token], generator);
    }

    private void dispatch(double now) {
        handled++;
        long event = events.event();
        events.pop();
        int index = EventHeap.index(event);
        switch (EventHeap.kind(event)) {
            case EventHeap.RESUME -> {
                alone = true;
                run(index, tokens.pc[index], now);
            }
            case EventHeap.STATION -> {
                alone = false;
                kernels[index].happen(EventHeap.part(event), now);
            }
            case EventHeap.LINE -> {
                alone = false;
                calls.due(index, now);
            }
            default -> {
                if (!draining) {
                    Source source = sources[index];
                    long luck = source.luck();
                    source.arrive();
                    begin(index, Tokens.NONE, luck, now);
                }
            }
        }
    }

    /// Continues a token whose visit is over. Called by stations.
    void resume(int token, double now) {
        run(token, tokens.pc[token], now);
    }

    private void run(int startToken, int startPc, double startNow) {
        int token = startToken;
        int pc = startPc;
        double now = startNow;
        while (true) {
            switch (op[pc]) {
                case Program.VISIT -> {
                    Kernel kernel = kernels[a[pc]];
                    tokens.pc[token] = next[pc];
                    double end = kernel.admit(token, tokens.luck[token] ^ salt[pc], now);
                    if (end < 0) {
                        if (end != Kernel.LATER) {
                            fail(token, end == Kernel.SHED ? Outcome.SHED : Outcome.FAILED, now);
                        }
                        return;
                    }
                    accounts.spend(token, a[pc], kernel, end - now);
                    if (!goesOn(token, end, kernel.failed ? Outcome.FAILED : next[pc])) {
                        return;
                    }
                    pc = tokens.pc[token];
                    now = end;
                }
                case Program.BRANCH -> pc = happens(pc, tokens.request[token]) ? next[pc] : a[pc];
                case Program.LOOKUP -> pc = caches.has(pc, token, now) ? a[pc] : next[pc];
                case Program.FILL -> pc = caches.filled(pc, token);
                case Program.JUMP -> pc = a[pc];
                case Program.PAUSE -> {
                    generator.restart(tokens.luck[token] ^ salt[pc]);
                    double time = samplers[a[pc]].next(generator);
                    accounts.book(token, accounts.delay, time);
                    if (!goesOn(token, now + time, next[pc])) {
                        return;
                    }
                    pc = tokens.pc[token];
                    now += time;
                }
                case Program.FORK -> {
                    Program.Fork fork = forks[a[pc]];
                    boolean before = alone;
                    tokens.pc[token] = pc;
                    int then = fork.simple() ? joins.foresee(token, fork, now) : joins.start(token, fork, now);
                    if (then == Joins.LATER) {
                        return;
                    }
                    alone = before;
                    double end = joins.end;
                    if (!goesOn(token, end, then)) {
                        return;
                    }
                    pc = tokens.pc[token];
                    now = end;
                }
                case Program.CALL, Program.RETRY -> {
                    boolean first = op[pc] == Program.CALL;
                    Program.Policy policy = policies[a[pc]];
                    tokens.pc[token] = first ? pc : pc - 1;
                    if (first) {
                        calls.begin(token, policy, now);
                    }
                    if (!policy.simple()) {
                        alone = false;
                        calls.attempt(token, policy, now);
                        return;
                    }
                    int then = calls.foresee(token, policy, now);
                    double end = calls.end;
                    if (!goesOn(token, end, then)) {
                        return;
                    }
                    pc = tokens.pc[token];
                    now = end;
                }
                case Program.DEGRADE -> {
                    tokens.degraded[token] = true;
                    pc = next[pc];
                }
                case Program.END -> {
                    token = complete(token, now);
                    if (token == Tokens.NONE) {
                        return;
                    }
                    pc = tokens.pc[token];
                }
                case Program.FINISH -> {
                    finish(token, now);
                    return;
                }
                case Program.STAND_IN -> {
                    SlowMotion.hear(kernels[tokens.spare[token]], token, Outcome.ANSWERED, now);
                    return;
                }
                default -> {
                    fail(token, a[pc], now);
                    return;
                }
            }
        }
    }

    /// Whether the token may go on at `pc` right away although it is not yet `time`. If not, it is done, or
    /// waits.
    private boolean goesOn(int token, double time, int pc) {
        if (op[pc] == Program.FINISH) {
            finish(token, time);
            return false;
        }
        tokens.pc[token] = pc;
        if (alone && time <= nextArrival && time <= events.time()) {
            return true;
        }
        events.push(time, EventHeap.event(EventHeap.RESUME, 0, token));
        return false;
    }

    private void finish(int token, double now) {
        int path = tokens.parentEpoch[token];
        double start = tokens.start[token];
        if (path < paths) {
            int outcome = tokens.degraded[token] ? Outcome.FALLBACK : Outcome.ANSWERED;
            recorders[path].answered(start, now - start, outcome, tokens.spent, token * columns);
            if (!Double.isNaN(tokens.firstWritten[token])) {
                workspace.ofPath(path).record(tokens.firstWritten[token] - start, tokens.betweenWritten[token]);
            }
        } else {
            recorders[path - paths].unmeasured(start, now - start, true);
        }
        leave(token, path, now);
    }

    private void leave(int token, int path, double now) {
        inFlight--;
        int source = path < paths ? path : path - paths;
        long luck = tokens.luck[token];
        tokens.release(token);
        if (sources[source].closed() && !draining) {
            think(source, luck, now);
        }
    }

    private void think(int path, long draw, double now) {
        events.push(now + sources[path].think(draw, generator), EventHeap.event(EventHeap.USER, 0, path));
    }

    /// The instruction that a token comes to from `start` by its request alone.
    int decided(int start, long request) {
        int pc = start;
        while (op[pc] == Program.BRANCH || op[pc] == Program.JUMP) {
            boolean then = op[pc] == Program.BRANCH && happens(pc, request);
            pc = then ? next[pc] : a[pc];
        }
        return pc;
    }

    private boolean happens(int pc, long request) {
        generator.restart(request ^ salt[pc]);
        return generator.nextDouble() < x[pc];
    }

    /// A branch or attempt is done: its parent, if that can go on now, else none.
    private int complete(int token, double now) {
        int parent = tokens.parent[token];
        if (parent == Tokens.NONE || tokens.epoch[parent] != tokens.parentEpoch[token]) {
            tokens.release(token);
            return Tokens.NONE;
        }
        tokens.degraded[parent] |= tokens.degraded[token];
        int pc = tokens.pc[parent];
        if (op[pc] == Program.FORK) {
            double took = now - tokens.start[token];
            tokens.branches[parent] += took;
            if (--tokens.needed[parent] > 0) {
                tokens.release(token);
                return Tokens.NONE;
            }
            Program.Fork fork = forks[a[pc]];
            accounts.book(parent, accounts.slowest(fork.index()), took - tokens.branches[parent] / fork.needed());
            tokens.pc[parent] = fork.next();
        } else {
            calls.answered(parent, policies[a[pc]], now - tokens.start[token], now);
            accounts.book(parent, accounts.lost(a[pc]), tokens.start[token] - tokens.called[parent]);
            tokens.pc[parent] = policies[a[pc]].next();
        }
        tokens.epoch[parent]++;
        accounts.inherit(parent, token);
        tokens.wrote(parent, token);
        tokens.release(token);
        return parent;
    }

    /// A token ends without success: what waits for it decides what that means.
    void fail(int startToken, int outcome, double now) {
        int token = startToken;
        while (true) {
            int parent = tokens.parent[token];
            if (parent == Tokens.NONE) {
                failRequest(token, outcome, now);
                return;
            }
            if (tokens.epoch[parent] != tokens.parentEpoch[token]) {
                tokens.release(token);
                return;
            }
            int pc = tokens.pc[parent];
            if (op[pc] == Program.FORK) {
                if (--tokens.spare[parent] >= 0) {
                    tokens.release(token);
                    return;
                }
                accounts.inherit(parent, token);
                tokens.release(token);
                tokens.epoch[parent]++;
            } else {
                tokens.release(token);
                if (calls.attemptFailed(parent, policies[a[pc]], now)) {
                    return;
                }
            }
            token = parent;
        }
    }

    private void failRequest(int token, int outcome, double now) {
        int path = tokens.parentEpoch[token];
        if (path == Tokens.NONE) {
            tokens.release(token);
            return;
        }
        if (path == Tokens.SHADOW) {
            SlowMotion.hear(kernels[tokens.spare[token]], token, outcome, now);
            return;
        }
        if (path < paths) {
            recorders[path].failed(tokens.start[token], outcome);
        } else {
            recorders[path - paths].unmeasured(tokens.start[token], 0, false);
        }
        leave(token, path, now);
    }

    /// Continues a token at a place, from within an event. Called by calls and forks.
    void runAt(int token, int pc, double now) {
        alone = false;
        run(token, pc, now);
    }

    int child(int token, long luck, double now) {
        int child = tokens.take();
        tokens.luck[child] = luck;
        tokens.request[child] = tokens.request[token];
        tokens.source[child] = tokens.source[token];
        tokens.row[child] = tokens.row[token];
        tokens.bytes[child] = tokens.bytes[token];
        tokens.parent[child] = token;
        tokens.parentEpoch[child] = tokens.epoch[token];
        tokens.start[child] = now;
        tokens.deadline[child] = tokens.deadline[token];
        return child;
    }
}
