package dev.plumbline.queueing;

/// The two formulas of A. K. Erlang (1917). Load is in erlangs: arrival rate times mean service time.
public final class Erlang {
    private Erlang() {}

    /// Erlang B: the share of arrivals that find all servers busy where nobody waits (M/G/c/c). By the
    /// recursion `B(n) = a B(n-1) / (n + a B(n-1))`, which neither overflows nor cancels.
    ///
    /// @param load zero or more
    /// @param servers zero or more
    public static double blocking(double load, int servers) {
        if (!(load >= 0) || servers < 0) {
            throw new IllegalArgumentException(
                    "load and servers may not be negative, not \"%s\" and \"%d\"".formatted(load, servers));
        }
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }

    /// Erlang C: the share of arrivals that wait where everybody may (M/M/c); 1 when the load is not less than
    /// the servers.
    public static double waiting(double load, int servers) {
        double blocked = blocking(load, servers);
        if (load >= servers) {
            return 1;
        }
        return servers * blocked / (servers - load * (1 - blocked));
    }
}
