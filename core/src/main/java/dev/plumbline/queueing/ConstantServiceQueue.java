package dev.plumbline.queueing;

/// M/D/1: Poisson arrivals, one server, constant service.
///
/// @param arrivalRate per second, positive
/// @param service seconds, positive
public record ConstantServiceQueue(double arrivalRate, double service) {
    public ConstantServiceQueue {
        if (!(arrivalRate > 0) || !(service > 0)) {
            throw new IllegalArgumentException(
                    "a queue needs arrivals and service, not \"%s, %s\"".formatted(arrivalRate, service));
        }
    }

    public double utilisation() {
        return arrivalRate * service;
    }

    public double meanWait() {
        double rho = utilisation();
        return rho >= 1 ? Double.POSITIVE_INFINITY : rho * service / (2 * (1 - rho));
    }

    /// The share of requests that wait at most `t` seconds. A. K. Erlang (1909): `(1 - rho) sum_k (lambda (kD
    /// - t))^k / k! exp(-lambda (kD - t))` over `k D <= t`. The terms alternate in sign, so the result is good
    /// to about 1e-16 exp(2 lambda t), which limits `lambda t` to 12.
    ///
    /// @throws IllegalArgumentException if `lambda t` is above 12
    public double waitAtMost(double t) {
        if (utilisation() >= 1) {
            return 0;
        }
        if (t < 0) {
            return 0;
        }
        if (arrivalRate * t > 12) {
            throw new IllegalArgumentException(
                    "the series loses its digits beyond 12 mean gaps, at \"%s\" seconds".formatted(t));
        }
        double sum = 0;
        for (int k = 0; k * service <= t; k++) {
            double x = arrivalRate * (k * service - t);
            double term = Math.exp(-x);
            for (int i = 1; i <= k; i++) {
                term *= x / i;
            }
            sum += term;
        }
        return (1 - utilisation()) * sum;
    }

    /// The quantile of the wait, by bisection, for levels whose wait is within the reach of the series.
    public double waitQuantile(double u) {
        double low = 0;
        double high = 12 / arrivalRate;
        if (waitAtMost(0) >= u) {
            return 0;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (waitAtMost(middle) < u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
