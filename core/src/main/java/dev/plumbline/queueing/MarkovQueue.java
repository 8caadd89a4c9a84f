package dev.plumbline.queueing;

/// M/M/c: Poisson arrivals, exponential service, `servers` alike, one unlimited queue, first come first
/// served. Stable below a utilisation of 1; otherwise all waits are infinite. See L. Kleinrock, "Queueing
/// Systems I" (1975), ch. 3.
///
/// @param arrivalRate per second, positive
/// @param meanService seconds, positive
public record MarkovQueue(double arrivalRate, double meanService, int servers) {
    public MarkovQueue {
        if (!(arrivalRate > 0) || !(meanService > 0) || servers < 1) {
            throw new IllegalArgumentException("a queue needs arrivals, service and a server, not \"%s, %s, %d\""
                    .formatted(arrivalRate, meanService, servers));
        }
    }

    /// Load over capacity.
    public double utilisation() {
        return arrivalRate * meanService / servers;
    }

    /// The share of requests that wait.
    public double waitShare() {
        return Erlang.waiting(arrivalRate * meanService, servers);
    }

    /// Mean seconds before service.
    public double meanWait() {
        return utilisation() >= 1 ? Double.POSITIVE_INFINITY : waitShare() / drain();
    }

    /// Mean number of requests that wait.
    public double meanQueue() {
        return arrivalRate * meanWait();
    }

    /// Mean seconds from arrival to departure.
    public double meanSojourn() {
        return meanWait() + meanService;
    }

    /// The quantile of the wait: 0 up to the share that does not wait, exponential beyond.
    public double waitQuantile(double u) {
        if (utilisation() >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, Math.log(waitShare() / (1 - u)) / drain());
    }

    /// The share of requests that spend more than `t` seconds from arrival to departure.
    public double sojournBeyond(double t) {
        if (utilisation() >= 1) {
            return 1;
        }
        double serviceRate = 1 / meanService;
        double served = Math.exp(-serviceRate * t);
        double difference = drain() - serviceRate;
        double conditional = Math.abs(difference) < 1e-9 * serviceRate
                ? serviceRate * t * served
                : serviceRate / difference * (served - Math.exp(-drain() * t));
        // Wait (exponential at the drain rate, with the probability of waiting) plus service.
        return served + waitShare() * conditional;
    }

    /// The quantile of the sojourn time, by bisection.
    public double sojournQuantile(double u) {
        if (utilisation() >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = meanService;
        while (sojournBeyond(high) > 1 - u) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (sojournBeyond(middle) > 1 - u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// The rate at which a backlog shrinks.
    private double drain() {
        return servers / meanService - arrivalRate;
    }
}
