package dev.plumbline.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The queue M/M/c written by hand, with nothing around it: what the engine's speed is held against.
///
/// `eventLoop` is what a careful programmer writes for this very queue: a loop over the next arrival and the
/// departures in a small array, the waiting requests in a ring. `recursion` is the shortest of all, D. V.
/// Lindley's (1952) and J. Kiefer and J. Wolfowitz's (1955): no events, only when each server is free. Both
/// keep the latencies they measure and sort them at the end, and draw from the JDK's fastest generator of good
/// quality.
public final class HandWritten {
    private HandWritten() {}

    /// The 99th percentile of the sojourn time of `requests` requests, the first tenth left out.
    public static double eventLoop(int servers, double load, int requests, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double meanGap = 1 / (load * servers);
        double[] departure = new double[servers];
        double[] servedSince = new double[servers];
        Arrays.fill(departure, Double.POSITIVE_INFINITY);
        double[] queue = new double[1 << 12];
        int head = 0;
        int waiting = 0;
        int busy = 0;
        double[] latencies = new double[requests];
        int done = 0;
        double nextArrival = meanGap * random.nextExponential();
        while (done < requests) {
            int first = 0;
            for (int i = 1; i < servers; i++) {
                if (departure[i] < departure[first]) {
                    first = i;
                }
            }
            if (nextArrival < departure[first]) {
                double now = nextArrival;
                nextArrival = now + meanGap * random.nextExponential();
                if (busy < servers) {
                    int server = 0;
                    while (departure[server] != Double.POSITIVE_INFINITY) {
                        server++;
                    }
                    busy++;
                    servedSince[server] = now;
                    departure[server] = now + random.nextExponential();
                } else {
                    if (waiting == queue.length) {
                        double[] larger = new double[2 * waiting];
                        for (int i = 0; i < waiting; i++) {
                            larger[i] = queue[(head + i) & (waiting - 1)];
                        }
                        queue = larger;
                        head = 0;
                    }
                    queue[(head + waiting++) & (queue.length - 1)] = now;
                }
            } else {
                double now = departure[first];
                latencies[done++] = now - servedSince[first];
                if (waiting > 0) {
                    servedSince[first] = queue[head];
                    head = (head + 1) & (queue.length - 1);
                    waiting--;
                    departure[first] = now + random.nextExponential();
                } else {
                    busy--;
                    departure[first] = Double.POSITIVE_INFINITY;
                }
            }
        }
        return p99(latencies);
    }

    /// The same by recursion over requests.
    public static double recursion(int servers, double load, int requests, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double meanGap = 1 / (load * servers);
        double[] free = new double[servers];
        double[] latencies = new double[requests];
        double now = 0;
        for (int done = 0; done < requests; done++) {
            now += meanGap * random.nextExponential();
            int first = 0;
            for (int i = 1; i < servers; i++) {
                if (free[i] < free[first]) {
                    first = i;
                }
            }
            free[first] = Math.max(now, free[first]) + random.nextExponential();
            latencies[done] = free[first] - now;
        }
        return p99(latencies);
    }

    static double p99(double[] latencies) {
        int from = latencies.length / 10;
        double[] kept = Arrays.copyOfRange(latencies, from, latencies.length);
        Arrays.sort(kept);
        return kept[(int) Math.ceil(0.99 * kept.length) - 1];
    }
}
