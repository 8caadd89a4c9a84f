package dev.plumbline.simulation;

import java.util.Arrays;

/// Who waits at one replica for a batch: who is next, and who has waited longest.
///
/// Served in the order of arrival, these are the same and a ring is all there is. In another order a heap says who is
/// next, and the ring keeps who came when; those who were taken are dropped from it when they come to its head.
final class BatchQueue {
    private final Engine engine;
    private final Tokens tokens;
    private final Waiting.Order order;
    private final boolean inTurn;
    private final EventHeap next = new EventHeap(16);
    private int[] ring;
    private long[] turns;
    private int head;
    private int kept;
    private int size;
    private long turn;

    BatchQueue(Engine engine, Waiting.Order order, int capacity) {
        this.engine = engine;
        this.tokens = engine.tokens;
        this.order = order;
        this.inTurn = order == Waiting.Order.FIFO;
        ring = new int[capacity];
        turns = new long[inTurn ? 0 : capacity];
    }

    /// How many wait.
    int size() {
        return size;
    }

    void add(int token) {
        if (kept == ring.length) {
            grow();
        }
        int at = head + kept++;
        at = at < ring.length ? at : at - ring.length;
        ring[at] = token;
        size++;
        if (!inTurn) {
            turn++;
            tokens.turn[token] = turn;
            turns[at] = turn;
            next.push(engine.key(order, token, turn), EventHeap.event(0, 0, token));
        }
    }

    /// When the one that has waited longest came.
    double since() {
        while (!inTurn && tokens.turn[ring[head]] != turns[head]) {
            dropHead();
        }
        return tokens.queued[ring[head]];
    }

    int take() {
        size--;
        int token = inTurn ? ring[head] : EventHeap.index(next.event());
        if (inTurn) {
            dropHead();
        } else {
            next.pop();
            tokens.turn[token] = 0;
            if (size == 0) {
                kept = 0;
            }
        }
        return token;
    }

    private void dropHead() {
        head = head + 1 < ring.length ? head + 1 : 0;
        kept--;
    }

    private void grow() {
        int length = ring.length;
        int[] larger = Arrays.copyOf(ring, 2 * length);
        long[] largerTurns = Arrays.copyOf(turns, 2 * turns.length);
        for (int i = 0; i < length; i++) {
            int at = (head + i) % length;
            larger[i] = ring[at];
            if (!inTurn) {
                largerTurns[i] = turns[at];
            }
        }
        ring = larger;
        turns = largerTurns;
        head = 0;
    }
}
