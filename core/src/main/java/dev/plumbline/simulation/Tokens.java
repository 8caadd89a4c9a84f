package dev.plumbline.simulation;

import java.util.Arrays;

/// The threads of control of requests under way, as columns with a free list: a request is one token, plus one
/// for each branch or attempt that has to be followed on its own.
final class Tokens {
    static final int NONE = -1;
    /// Stands as `parentEpoch` of a stand-in for another token: see [SlowMotion].
    static final int SHADOW = -2;
    private static final int START = 256;

    /// What its draws are made from; the same for all branches of an attempt.
    long[] luck = new long[START];
    /// What is drawn for the request whoever tries it again: which way it takes, and which key it asks for.
    long[] request = new long[START];
    /// The instruction it continues at.
    int[] pc = new int[START];
    /// The token that waits for it, or none.
    int[] parent = new int[START];
    /// The parent's `epoch` when this was made: another means that nobody waits for it any more.
    int[] parentEpoch = new int[START];
    /// Counts what this token has waited for.
    int[] epoch = new int[START];
    /// Counts the uses of this place in the pool.
    int[] generation = new int[START];
    /// Branches still needed, or attempts under way.
    int[] needed = new int[START];
    /// Failures that may still happen, or attempts made so far.
    int[] spare = new int[START];
    /// Whether a fallback took part in the answer.
    boolean[] degraded = new boolean[START];
    /// When the request arrived, or the attempt began.
    double[] start = new double[START];
    /// When the call under way began.
    double[] called = new double[START];
    /// The sooner of its callers' deadlines.
    double[] deadline = new double[START];
    /// When it joined the queue it is in.
    double[] queued = new double[START];
    /// Seconds that the replica had stood still until then.
    double[] stood = new double[START];
    /// Whether another replica had a free server then.
    boolean[] elsewhere = new boolean[START];
    /// Seconds that the branches took that are done, all together.
    double[] branches = new double[START];
    /// The path of its request, and that request's row in the path's trace, or none.
    int[] source = new int[START];
    int[] row = new int[START];
    /// Bytes of its request, where some station minds them.
    double[] bytes = new double[START];
    /// Its turn in a queue that holds it, for queues that are not served in the order of arrival; 0 in none.
    long[] turn = new long[START];
    /// When the first token of the latest answer of a language model was written; not a number before.
    double[] firstWritten = new double[START];
    /// The mean seconds between the tokens of that answer; not a number where it has only one.
    double[] betweenWritten = new double[START];
    /// Seconds by account, `accounts` each.
    double[] spent = new double[0];

    private int accounts;
    private int free;
    private int live;

    void clear(int accountsPerToken) {
        accounts = accountsPerToken;
        if (spent.length < luck.length * accounts) {
            spent = new double[luck.length * accounts];
        }
        live = 0;
        free = NONE;
        for (int i = luck.length - 1; i >= 0; i--) {
            parent[i] = free;
            free = i;
        }
    }

    int live() {
        return live;
    }

    int take() {
        if (free == NONE) {
            grow();
        }
        int token = free;
        free = parent[token];
        live++;
        degraded[token] = false;
        firstWritten[token] = Double.NaN;
        betweenWritten[token] = Double.NaN;
        int from = token * accounts;
        Arrays.fill(spent, from, from + accounts, 0);
        return token;
    }

    /// What a branch or attempt wrote was written for the request.
    void wrote(int parent, int token) {
        if (!Double.isNaN(firstWritten[token])) {
            firstWritten[parent] = firstWritten[token];
            betweenWritten[parent] = betweenWritten[token];
        }
    }

    void release(int token) {
        generation[token]++;
        epoch[token]++;
        parent[token] = free;
        free = token;
        live--;
    }

    /// Whether nobody waits for this token's result any more, because a caller up the chain has moved on.
    boolean abandoned(int token) {
        int at = token;
        while (parent[at] != NONE) {
            if (epoch[parent[at]] != parentEpoch[at]) {
                return true;
            }
            at = parent[at];
        }
        return parentEpoch[at] == NONE;
    }

    private void grow() {
        int before = luck.length;
        int size = 2 * before;
        luck = Arrays.copyOf(luck, size);
        request = Arrays.copyOf(request, size);
        pc = Arrays.copyOf(pc, size);
        parent = Arrays.copyOf(parent, size);
        parentEpoch = Arrays.copyOf(parentEpoch, size);
        epoch = Arrays.copyOf(epoch, size);
        generation = Arrays.copyOf(generation, size);
        needed = Arrays.copyOf(needed, size);
        spare = Arrays.copyOf(spare, size);
        degraded = Arrays.copyOf(degraded, size);
        start = Arrays.copyOf(start, size);
        called = Arrays.copyOf(called, size);
        deadline = Arrays.copyOf(deadline, size);
        queued = Arrays.copyOf(queued, size);
        stood = Arrays.copyOf(stood, size);
        elsewhere = Arrays.copyOf(elsewhere, size);
        branches = Arrays.copyOf(branches, size);
        source = Arrays.copyOf(source, size);
        row = Arrays.copyOf(row, size);
        bytes = Arrays.copyOf(bytes, size);
        firstWritten = Arrays.copyOf(firstWritten, size);
        betweenWritten = Arrays.copyOf(betweenWritten, size);
        turn = Arrays.copyOf(turn, size);
        spent = Arrays.copyOf(spent, size * accounts);
        for (int i = size - 1; i >= before; i--) {
            parent[i] = free;
            free = i;
        }
    }
}
