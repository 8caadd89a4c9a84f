package dev.plumbline.simulation;

import dev.plumbline.caching.Refill;
import dev.plumbline.probability.Sampler;
import dev.plumbline.probability.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The paths of a network as one flat list of instructions.
final class Program {
    /// Get service at station `a`.
    static final int VISIT = 0;
    /// Go on with probability `x`, else at `a`.
    static final int BRANCH = 1;
    /// Go on at `a`.
    static final int JUMP = 2;
    /// Let the time of sampler `a` pass.
    static final int PAUSE = 3;
    /// Try the call `a` once more; it follows the call.
    static final int RETRY = 10;
    /// Start the branches of fork `a`.
    static final int FORK = 4;
    /// Start the call `a`.
    static final int CALL = 5;
    /// The answer is a fallback's from here on.
    static final int DEGRADE = 6;
    /// A branch or attempt is done.
    static final int END = 7;
    /// The request is done.
    static final int FINISH = 8;
    /// The token fails with outcome `a`; instruction `a` of every program is this one.
    static final int FAIL = 9;
    /// A stand-in's visit is over.
    static final int STAND_IN = 11;
    /// Go on if cache `x` does not have what is asked for, else at `a`.
    static final int LOOKUP = 12;
    /// Cache `a` has it now.
    static final int FILL = 13;
    /// Where that instruction lies in every program.
    static final int HEAR = Outcome.FAILURES;

    /// Branches that start together, of which some are needed. `simple` when each is one foreseen visit; `foreseen`
    /// says of each branch, where all are needed, whether it begins with one. `ending` is where a branch is done.
    @SuppressWarnings("ArrayRecordComponent") // read in the hot loop, never compared
    record Fork(
            int index,
            int needed,
            int[] entries,
            boolean simple,
            boolean[] foreseen,
            int ending,
            int next,
            String station) {}

    /// A call's policy and the places it may go on at. `simple` when the body is one foreseen visit and
    /// nothing hedges or breaks.
    record Policy(
            Step.Call call,
            int index,
            int entry,
            int fallback,
            boolean simple,
            int next,
            long salt,
            String path,
            String station) {}

    int[] op = new int[64];
    int[] a = new int[64];
    double[] x = new double[64];
    long[] salt = new long[64];
    /// The instruction that follows, jumps resolved.
    int[] next = new int[64];

    final int[] entries;
    final List<Sampler> samplers = new ArrayList<>();
    final List<Fork> forks = new ArrayList<>();
    final List<Policy> policies = new ArrayList<>();
    /// Caches that are looked up, in the order of their numbers.
    final Map<String, Integer> caches = new LinkedHashMap<>();

    final List<Refill> refills = new ArrayList<>();
    /// Stations whose visits may be abandoned while they wait.
    final Set<String> cancellable = new HashSet<>();

    private final Streams streams;
    private final Map<String, Integer> stations = new HashMap<>();
    private final List<Station> specs;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private int size;
    private String compiling = "";

    private Program(Network network, Streams streams) {
        this.streams = streams;
        this.specs = network.stations();
        for (int i = 0; i < specs.size(); i++) {
            stations.put(specs.get(i).name(), i);
        }
        for (int outcome = 0; outcome < Outcome.FAILURES; outcome++) {
            emit(FAIL, outcome);
        }
        emit(STAND_IN, 0);
        network.paths().forEach(path -> findCancellable(path.step(), false));
        entries = new int[network.paths().size()];
        for (int i = 0; i < entries.length; i++) {
            occurrences.clear();
            compiling = network.paths().get(i).name();
            entries[i] = body(network.paths().get(i).step(), FINISH);
        }
        for (int pc = 0; pc < size; pc++) {
            next[pc] = follow(pc + 1);
        }
        forks.replaceAll(fork -> new Fork(
                fork.index,
                fork.needed,
                fork.entries,
                Arrays.stream(fork.entries).allMatch(this::simple),
                beginnings(fork),
                ending(fork.entries[0]),
                follow(fork.next),
                fork.station));
        policies.replaceAll(policy -> new Policy(
                policy.call,
                policy.index,
                policy.entry,
                policy.fallback,
                simple(policy.entry)
                        && policy.call.hedge().isEmpty()
                        && policy.call.breaker().isEmpty(),
                follow(policy.next),
                policy.salt,
                policy.path,
                policy.station));
    }

    static Program of(Network network, Streams streams) {
        return new Program(network, streams);
    }

    /// Whether the end of a visit is known the moment it begins: first come first served, one at a time,
    /// nobody leaves.
    boolean foreseen(Station station) {
        return station.service() instanceof Service.Each
                && station.waiting().order() == Waiting.Order.FIFO
                && !cancellable.contains(station.name());
    }

    private boolean simple(int entry) {
        return op[entry] == VISIT && op[follow(entry + 1)] == END && foreseen(specs.get(a[entry]));
    }

    private boolean[] beginnings(Fork fork) {
        boolean[] foreseen = new boolean[fork.entries.length];
        for (int i = 0; i < foreseen.length && fork.needed == foreseen.length; i++) {
            int entry = fork.entries[i];
            foreseen[i] = op[entry] == VISIT && foreseen(specs.get(a[entry]));
        }
        return foreseen;
    }

    private int ending(int entry) {
        int at = entry;
        while (op[at] != END) {
            at++;
        }
        return at;
    }

    private int follow(int pc) {
        int at = pc;
        while (at < size && op[at] == JUMP) {
            at = a[at];
        }
        return at;
    }

    private void findCancellable(Step step, boolean cancels) {
        switch (step) {
            case Step.Visit(var station) -> {
                if (cancels) {
                    cancellable.add(station);
                }
            }
            case Step.Sequence(var steps) -> steps.forEach(each -> findCancellable(each, cancels));
            case Step.Together(var needed, var branches) -> branches.forEach(each -> findCancellable(each, cancels));
            case Step.When(var share, var then, var otherwise) -> {
                findCancellable(then, cancels);
                findCancellable(otherwise, cancels);
            }
            case Step.Lookup lookup -> findCancellable(lookup.behind(), cancels);
            case Step.Pause pause -> {}
            case Step.Call call -> {
                findCancellable(call.of(), cancels || call.cancels());
                call.fallback().ifPresent(each -> findCancellable(each, cancels));
            }
        }
    }

    /// Compiles a step that starts a token of its own. Bodies nested in it come before it.
    private int body(Step step, int ending) {
        List<Runnable> later = new ArrayList<>();
        int entry = size;
        compile(step, later);
        emit(ending, 0);
        for (int i = 0; i < later.size(); i++) {
            later.get(i).run();
        }
        return entry;
    }

    private void compile(Step step, List<Runnable> later) {
        switch (step) {
            case Step.Visit(var station) -> {
                int pc = emit(VISIT, stationOf(station));
                salt[pc] = salt(station, "visit");
            }
            case Step.Sequence(var steps) -> steps.forEach(each -> compile(each, later));
            case Step.Pause(var time) -> {
                int pc = emit(PAUSE, samplers.size());
                samplers.add(time.sampler());
                salt[pc] = salt("", "pause");
            }
            case Step.When(var share, var then, var otherwise) -> {
                int branch = emit(BRANCH, 0);
                x[branch] = share;
                salt[branch] = salt(firstStation(then), "when");
                compile(then, later);
                int jump = emit(JUMP, 0);
                a[branch] = size;
                compile(otherwise, later);
                a[jump] = size;
            }
            case Step.Lookup(var cache, var refill, var behind) -> {
                int lookup = emit(LOOKUP, 0);
                int index = caches.computeIfAbsent(cache, _ -> caches.size());
                if (index == refills.size()) {
                    refills.add(refill);
                }
                x[lookup] = index;
                salt[lookup] = salt(firstStation(behind), "when");
                compile(behind, later);
                emit(FILL, index);
                a[lookup] = size;
            }
            case Step.Together(var needed, var branches) -> {
                int index = forks.size();
                emit(FORK, index);
                int[] starts = new int[branches.size()];
                forks.add(new Fork(
                        index, needed, starts, false, new boolean[0], 0, size, firstStation(branches.getFirst())));
                later.add(() -> {
                    for (int i = 0; i < starts.length; i++) {
                        starts[i] = body(branches.get(i), END);
                    }
                });
            }
            case Step.Call call -> compileCall(call, later);
        }
    }

    private void compileCall(Step.Call call, List<Runnable> later) {
        int index = policies.size();
        emit(CALL, index);
        emit(RETRY, index);
        long own = salt(firstStation(call.of()), "call");
        // Its place is taken before the fallback, which may hold calls of its own.
        String station = firstStation(call.of());
        String path = compiling;
        policies.add(new Policy(call, index, -1, -1, false, 0, own, path, station));
        int jump = emit(JUMP, 0);
        int fallback = call.fallback().isPresent() ? size : -1;
        call.fallback().ifPresent(step -> {
            emit(DEGRADE, 0);
            compile(step, later);
        });
        a[jump] = size;
        int next = jump;
        later.add(() -> policies.set(
                index, new Policy(call, index, body(call.of(), END), fallback, false, next, own, path, station)));
    }

    private int stationOf(String name) {
        Integer index = stations.get(name);
        if (index == null) {
            throw new IllegalArgumentException("there is no station \"%s\"".formatted(name));
        }
        return index;
    }

    private static String firstStation(Step step) {
        return switch (step) {
            case Step.Visit(var station) -> station;
            case Step.Sequence(var steps) -> steps.isEmpty() ? "" : firstStation(steps.getFirst());
            case Step.Together(var needed, var branches) -> firstStation(branches.getFirst());
            case Step.When(var share, var then, var otherwise) -> firstStation(then);
            case Step.Lookup lookup -> firstStation(lookup.behind());
            case Step.Pause pause -> "";
            case Step.Call call -> firstStation(call.of());
        };
    }

    /// Draws are told apart by what they are for and how often that came before on the path, not by position,
    /// so that a step added elsewhere leaves them as they are.
    private long salt(String name, String purpose) {
        int before = occurrences.merge(purpose + ' ' + name, 1, Integer::sum);
        return streams.seedOf(name, purpose + before);
    }

    private int emit(int operation, int operand) {
        if (size == op.length) {
            int larger = 2 * size;
            op = Arrays.copyOf(op, larger);
            a = Arrays.copyOf(a, larger);
            x = Arrays.copyOf(x, larger);
            salt = Arrays.copyOf(salt, larger);
            next = Arrays.copyOf(next, larger);
        }
        op[size] = operation;
        a[size] = operand;
        return size++;
    }
}
