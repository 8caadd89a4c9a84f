package dev.plumbline.queueing;

/// M/M/c/K: as M/M/c, but at most `places` requests are there at once, in service or waiting; others are
/// turned away. Also the machine-repair model, where a fixed number of users take turns. Both are birth-death
/// chains, solved by their balance equations.
public final class FiniteQueue {
    private final double[] shares;
    private final double[] arrivals;
    private final double[] departures;

    private FiniteQueue(double[] arrivals, double[] departures) {
        this.arrivals = arrivals;
        this.departures = departures;
        shares = new double[arrivals.length];
        double weight = 1;
        double sum = 0;
        for (int n = 0; n < shares.length; n++) {
            if (n > 0) {
                weight *= arrivals[n - 1] / departures[n];
            }
            shares[n] = weight;
            sum += weight;
        }
        for (int n = 0; n < shares.length; n++) {
            shares[n] /= sum;
        }
    }

    /// M/M/c/K.
    ///
    /// @param places servers and waiting places together, at least `servers`
    public static FiniteQueue of(double arrivalRate, double meanService, int servers, int places) {
        if (!(arrivalRate > 0) || !(meanService > 0) || servers < 1 || places < servers) {
            throw new IllegalArgumentException("a finite queue needs arrivals, service and places for its servers");
        }
        double[] up = new double[places + 1];
        double[] down = new double[places + 1];
        for (int n = 0; n <= places; n++) {
            up[n] = arrivalRate;
            down[n] = Math.min(n, servers) / meanService;
        }
        return new FiniteQueue(up, down);
    }

    /// Machine repair (C. Palm, 1947): each of `users` thinks, asks, waits for its answer, and thinks again.
    ///
    /// @param meanThink seconds between an answer and the next request, exponential or not
    public static FiniteQueue machineRepair(int users, double meanThink, double meanService, int servers) {
        if (users < 1 || !(meanThink > 0) || !(meanService > 0) || servers < 1) {
            throw new IllegalArgumentException("machine repair needs users, thinking, service and a server");
        }
        double[] up = new double[users + 1];
        double[] down = new double[users + 1];
        for (int n = 0; n <= users; n++) {
            up[n] = (users - n) / meanThink;
            down[n] = Math.min(n, servers) / meanService;
        }
        return new FiniteQueue(up, down);
    }

    /// The share of time with `n` requests there.
    public double share(int n) {
        return shares[n];
    }

    /// The share of Poisson arrivals that are turned away: of time in which there is no place.
    public double loss() {
        return shares[shares.length - 1];
    }

    /// Requests served per second.
    public double throughput() {
        double sum = 0;
        for (int n = 1; n < shares.length; n++) {
            sum += shares[n] * departures[n];
        }
        return sum;
    }

    /// Mean number of requests there.
    public double meanPresent() {
        double sum = 0;
        for (int n = 1; n < shares.length; n++) {
            sum += n * shares[n];
        }
        return sum;
    }

    /// Mean seconds from arrival to departure of those let in, by Little's law.
    public double meanSojourn() {
        return meanPresent() / throughput();
    }

    /// Arrivals per second, let in or not.
    public double offered() {
        double sum = 0;
        for (int n = 0; n < shares.length; n++) {
            sum += shares[n] * arrivals[n];
        }
        return sum;
    }
}
