package dev.plumbline.simulation;

import java.util.Arrays;

/// Timers of one length: they fall due in the order they were set, so a ring does for a heap, and only its
/// head is an event. A timer names a token and the use of its place, and is skipped when that use is over.
final class DelayLine {
    private double[] due = new double[16];
    private int[] token = new int[16];
    private int[] generation = new int[16];
    private int head;
    private int size;

    void clear() {
        head = 0;
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    double time() {
        return due[head];
    }

    int token() {
        return token[head];
    }

    int generation() {
        return generation[head];
    }

    /// Sets a timer; one that would fall due before the last is held back until then.
    ///
    /// @return whether it is the only one now
    boolean set(double time, int ofToken, int ofGeneration) {
        if (size == due.length) {
            unroll();
        }
        int last = (head + size - 1) & (due.length - 1);
        int at = (head + size) & (due.length - 1);
        due[at] = size == 0 ? time : Math.max(time, due[last]);
        token[at] = ofToken;
        generation[at] = ofGeneration;
        return size++ == 0;
    }

    void drop() {
        head = (head + 1) & (due.length - 1);
        size--;
    }

    private void unroll() {
        int length = due.length;
        due = Arrays.copyOf(due, 2 * length);
        token = Arrays.copyOf(token, 2 * length);
        generation = Arrays.copyOf(generation, 2 * length);
        System.arraycopy(due, 0, due, length, head);
        System.arraycopy(token, 0, token, length, head);
        System.arraycopy(generation, 0, generation, length, head);
    }
}
