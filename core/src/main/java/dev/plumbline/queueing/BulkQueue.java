package dev.plumbline.queueing;

import java.util.List;

/// One server that takes all who wait at once, up to as many as there are times, and works on `n` of them for the
/// `n`-th time; Poisson arrivals (N. T. J. Bailey, "On queueing processes with bulk service", 1954). Solved by the
/// chain
/// embedded at the starts of service, to about nine digits while the server is not nearly saturated.
///
/// @param arrivalRate a second
/// @param times seconds of a batch of 1, 2, .. in this order
public record BulkQueue(double arrivalRate, List<Double> times) {
    /// The most who may wait when a batch starts.
    private static final int MOST = 400;

    private static final int ROUNDS = 3_000;

    public BulkQueue {
        times = List.copyOf(times);
        if (!(arrivalRate > 0) || times.isEmpty() || !(arrivalRate * times.getLast() < times.size())) {
            throw new IllegalArgumentException("a bulk queue needs arrivals and fewer of them than it can serve");
        }
    }

    /// The mean seconds from arrival to the end of service: by Little's law over a mean cycle of the chain.
    public double meanSojourn() {
        double[] share = new double[MOST + 1];
        share[1] = 1;
        double length = 0;
        double present = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] following = new double[MOST + 1];
            length = 0;
            present = 0;
            for (int n = 1; n <= MOST; n++) {
                int size = Math.min(n, times.size());
                double time = times.get(size - 1);
                int left = n - size;
                double chance = Math.exp(-arrivalRate * time);
                length += share[n] * (time + (left == 0 ? chance / arrivalRate : 0));
                present += share[n] * (n * time + arrivalRate * time * time / 2);
                for (int k = 0; left + k <= MOST && share[n] > 0; k++) {
                    following[Math.max(1, left + k)] += share[n] * chance;
                    chance *= arrivalRate * time / (k + 1);
                }
            }
            share = following;
        }
        return present / length / arrivalRate;
    }
}
