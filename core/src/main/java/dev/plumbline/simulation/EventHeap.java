package dev.plumbline.simulation;

import java.util.Arrays;

/// The pending events by time: an implicit heap with four children a node over two primitive arrays, which
/// touches half as many cache lines as a binary one. An event is a `long`: its kind, a part and an index.
final class EventHeap {
    /// Continue the token `index`.
    static final int RESUME = 0;
    /// The station `index` has something to do with its `part`.
    static final int STATION = 1;
    /// The head of delay line `index` is due.
    static final int LINE = 2;
    /// A user of the closed path `index` asks.
    static final int USER = 3;

    private double[] times;
    private long[] events;
    private int size;

    EventHeap() {
        this(256);
    }

    /// An empty heap that grows once it holds more than so many.
    EventHeap(int capacity) {
        times = new double[capacity];
        events = new long[capacity];
        clear();
    }

    final void clear() {
        size = 0;
        times[0] = Double.POSITIVE_INFINITY;
    }

    static long event(int kind, int part, int index) {
        return ((long) kind << 60) | ((long) part << 32) | index;
    }

    static int kind(long event) {
        return (int) (event >>> 60);
    }

    static int part(long event) {
        return (int) (event >>> 32) & 0xFFFFFFF;
    }

    static int index(long event) {
        return (int) event;
    }

    /// The earliest time, infinite when nothing is pending.
    double time() {
        return times[0];
    }

    long event() {
        return events[0];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void push(double time, long event) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        double[] t = times;
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >> 2;
            if (t[above] <= time) {
                break;
            }
            t[at] = t[above];
            events[at] = events[above];
            at = above;
        }
        t[at] = time;
        events[at] = event;
    }

    void pop() {
        int last = --size;
        double[] t = times;
        if (last == 0) {
            t[0] = Double.POSITIVE_INFINITY;
            return;
        }
        double time = t[last];
        long event = events[last];
        int at = 0;
        int child = 1;
        while (child < last) {
            int least = child;
            double leastTime = t[child];
            int end = Math.min(child + 4, last);
            for (int i = child + 1; i < end; i++) {
                if (t[i] < leastTime) {
                    leastTime = t[i];
                    least = i;
                }
            }
            if (leastTime >= time) {
                break;
            }
            t[at] = leastTime;
            events[at] = events[least];
            at = least;
            child = 4 * at + 1;
        }
        t[at] = time;
        events[at] = event;
    }
}
