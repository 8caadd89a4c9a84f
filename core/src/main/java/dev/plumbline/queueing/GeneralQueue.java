package dev.plumbline.queueing;

import dev.plumbline.probability.Distribution;

/// M/G/1 and its relatives: Poisson arrivals, any service distribution.
///
/// @param arrivalRate per second, positive
/// @param service in seconds
public record GeneralQueue(double arrivalRate, Distribution service, int servers) {
    public GeneralQueue {
        if (!(arrivalRate > 0) || servers < 1) {
            throw new IllegalArgumentException(
                    "a queue needs arrivals and a server, not \"%s, %d\"".formatted(arrivalRate, servers));
        }
    }

    public double utilisation() {
        return arrivalRate * service.mean() / servers;
    }

    /// Mean seconds before service, first come first served. For one server exact (F. Pollaczek 1930, A.
    /// Khinchine 1932); for more the approximation of A. O. Allen and J. Cunneen (1990), M/M/c times `(1 +
    /// cv^2) / 2`, good to about 10 % for cv up to 1.
    public double meanWait() {
        double markov = new MarkovQueue(arrivalRate, service.mean(), servers).meanWait();
        return markov * (1 + service.squaredVariation()) / 2;
    }

    public double meanSojourn() {
        return meanWait() + service.mean();
    }

    /// Mean seconds from arrival to departure when one server shares itself out evenly among all present
    /// (processor sharing): it depends on the mean service alone. L. Kleinrock, "Queueing Systems II" (1976),
    /// 4.4.
    ///
    /// @throws IllegalStateException with more than one server
    public double meanSojournShared() {
        if (servers != 1) {
            throw new IllegalStateException("processor sharing is exact for one server, not \"%d\"".formatted(servers));
        }
        return utilisation() >= 1 ? Double.POSITIVE_INFINITY : service.mean() / (1 - utilisation());
    }

    /// Mean wait of each class when the classes share one server by priority, highest first, and nobody in
    /// service is interrupted. A. Cobham, "Priority assignment in waiting line problems", Operations Research
    /// 2 (1954).
    ///
    /// @param rates arrivals of each class per second, highest priority first; they replace `arrivalRate`
    /// @param service common to all classes
    public static double[] meanWaitsByPriority(double[] rates, Distribution service) {
        double all = 0;
        for (double rate : rates) {
            all += rate;
        }
        double mean = service.mean();
        double residual = all * (service.variance() + mean * mean) / 2;
        double[] waits = new double[rates.length];
        double above = 0;
        for (int i = 0; i < rates.length; i++) {
            double upTo = above + rates[i] * mean;
            waits[i] = upTo >= 1 ? Double.POSITIVE_INFINITY : residual / ((1 - above) * (1 - upTo));
            above = upTo;
        }
        return waits;
    }
}
