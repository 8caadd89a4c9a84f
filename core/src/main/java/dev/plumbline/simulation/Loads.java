package dev.plumbline.simulation;

import java.util.Arrays;

/// How many requests each replica of a station holds. With many replicas those of equal load are kept as bits, so that
/// the least loaded of thousands is found in a few words of memory.
final class Loads {
    /// With so few replicas looking at each is as fast.
    private static final int FEW = 24;

    /// Loads from here on share their bits, so that an endless queue costs no endless memory.
    private static final int HIGH = 64;

    private final int[] load;
    /// By load: a bit for each replica that holds as much; empty for few replicas.
    private long[][] bits;
    private int[] count;

    /// @param searched whether the least loaded will be asked for
    Loads(int replicas, boolean searched) {
        load = new int[replicas];
        boolean kept = searched && replicas > FEW;
        bits = new long[kept ? 1 : 0][(replicas + 63) >>> 6];
        count = new int[bits.length];
        if (kept) {
            Arrays.fill(bits[0], -1L);
            bits[0][bits[0].length - 1] >>>= -replicas & 63;
            count[0] = replicas;
        }
    }

    int of(int replica) {
        return load[replica];
    }

    void entered(int replica) {
        move(replica, load[replica]++, load[replica]);
    }

    void left(int replica) {
        move(replica, load[replica]--, load[replica]);
    }

    private void move(int replica, int loadBefore, int loadAfter) {
        int from = Math.min(loadBefore, HIGH);
        int to = Math.min(loadAfter, HIGH);
        if (bits.length == 0 || from == to) {
            return;
        }
        if (to == bits.length) {
            bits = Arrays.copyOf(bits, Math.min(2 * to, HIGH + 1));
            count = Arrays.copyOf(count, bits.length);
            for (int i = to; i < bits.length; i++) {
                bits[i] = new long[bits[0].length];
            }
        }
        long bit = 1L << replica;
        bits[from][replica >>> 6] ^= bit;
        bits[to][replica >>> 6] ^= bit;
        count[from]--;
        count[to]++;
    }

    /// The least loaded replica of `first .. end - 1`; among equals the first that is met from `turn` on, in a round.
    int least(int first, int end, int turn) {
        if (bits.length == 0) {
            return byLooking(first, end, turn);
        }
        for (int level = 0; level < Math.min(bits.length, HIGH); level++) {
            if (count[level] > 0) {
                int found = next(bits[level], turn, end);
                found = found < 0 ? next(bits[level], first, turn) : found;
                if (found >= 0) {
                    return found;
                }
            }
        }
        return byLooking(first, end, turn);
    }

    private int byLooking(int first, int end, int turn) {
        int best = turn;
        int bestLoad = load[best];
        int alive = end - first;
        for (int i = 1; i < alive && bestLoad > 0; i++) {
            int at = turn + i;
            int replica = at < end ? at : at - alive;
            if (load[replica] < bestLoad) {
                bestLoad = load[replica];
                best = replica;
            }
        }
        return best;
    }

    /// The first set bit in `from .. to - 1`, or -1.
    private static int next(long[] words, int from, int to) {
        if (from >= to) {
            return -1;
        }
        int at = from >>> 6;
        int last = (to - 1) >>> 6;
        long word = words[at] & (-1L << from);
        while (word == 0) {
            if (++at > last) {
                return -1;
            }
            word = words[at];
        }
        int found = (at << 6) + Long.numberOfTrailingZeros(word);
        return found < to ? found : -1;
    }
}
