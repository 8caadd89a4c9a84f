package dev.plumbline.queueing;

/// Many single servers with exponential service, each with a queue of its own.
public final class ParallelQueues {
    /// More choices than this would underflow.
    private static final int TERMS = 64;

    private ParallelQueues() {}

    /// The mean sojourn where each request goes to the shortest of `choices` queues drawn at random, of infinitely
    /// many (M. Mitzenmacher, "The power of two choices in randomized load balancing", 2001, corollary 2).
    ///
    /// @param load arrivals over service rate, within 0..1
    /// @param choices at least 2
    /// @return in mean service times
    public static double shortestOf(int choices, double load) {
        if (choices < 2 || !(load > 0 && load < 1)) {
            throw new IllegalArgumentException("at least two choices and a load within 0..1 are needed");
        }
        double sum = 0;
        double power = choices;
        for (int i = 1; i < TERMS; i++) {
            sum += Math.pow(load, (power - choices) / (choices - 1));
            power *= choices;
        }
        return sum;
    }

    /// The mean time until the last of the parts of a request is done, of which each queue gets one: exact for two
    /// (L. Flatto, S. Hahn, "Two parallel queues created by arrivals with two demands", 1984), within 5 % for more
    /// (R. Nelson, A. N. Tantawi, "Approximate analysis of fork/join synchronization in parallel queues", 1988,
    /// equation 19).
    ///
    /// @param queues at least 2
    /// @param load arrivals over service rate, within 0..1
    /// @return in mean service times
    public static double forkJoin(int queues, double load) {
        if (queues < 2 || !(load > 0 && load < 1)) {
            throw new IllegalArgumentException("at least two queues and a load within 0..1 are needed");
        }
        double two = (12 - load) / 8 / (1 - load);
        double harmonic = 0;
        for (int k = 1; k <= queues; k++) {
            harmonic += 1.0 / k;
        }
        double ratio = harmonic / 1.5;
        return (ratio + 4.0 / 11 * (1 - ratio) * load) * two;
    }
}
