package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;

/// How requests of one path arrive. Rates are in requests per second and are multiplied by the plan's [Load].
public sealed interface Arrivals {
    /// The mean rate before any load factor; for a closed loop the most it can offer.
    double rate();

    /// One in so many of these requests (of these users, in a closed loop), in the same rhythm.
    default Arrivals thinned(double times) {
        return switch (this) {
            case Poisson(var rate) -> new Poisson(rate / times);
            case Regular(var rate) -> new Regular(rate / times);
            case Bursty(var rate, var more, var lasts, var every) -> new Bursty(rate / times, more, lasts, every);
            case Diurnal(var rate, var swing, var peakAt, var period) ->
                new Diurnal(rate / times, swing, peakAt, period);
            case Replayed(var rate, var trace, var oneIn) -> new Replayed(rate / times, trace, oneIn * times);
            case Closed(var users, var think) -> new Closed((int) Math.max(1, Math.round(users / times)), think);
        };
    }

    /// Independent of each other, at a constant mean rate.
    record Poisson(double rate) implements Arrivals {
        public Poisson {
            requirePositive(rate);
        }
    }

    /// Evenly spaced.
    record Regular(double rate) implements Arrivals {
        public Regular {
            requirePositive(rate);
        }
    }

    /// Poisson at a rate that jumps: a two-state Markov-modulated process whose mean rate is `rate`. Bursts at
    /// `times` the rate between them last `lasts` seconds and start every `every` seconds, both exponential in
    /// the mean.
    record Bursty(double rate, double times, double lasts, double every) implements Arrivals {
        public Bursty {
            requirePositive(rate);
            if (!(times >= 1) || !(lasts > 0) || !(every > lasts)) {
                throw new IllegalArgumentException("bursts need times >= 1 and every > lasts > 0");
            }
        }

        /// The rate between bursts.
        public double quiet() {
            double share = lasts / every;
            return rate / (1 - share + share * times);
        }
    }

    /// Poisson with a daily wave: a cosine about `rate` whose highest point is `swing` times its lowest,
    /// reached `peakAt` seconds after the run's start and again every `period`.
    record Diurnal(double rate, double swing, double peakAt, double period) implements Arrivals {
        public Diurnal {
            requirePositive(rate);
            if (!(swing >= 1) || !(period > 0)) {
                throw new IllegalArgumentException("a daily wave needs swing >= 1 and a positive period");
            }
        }
    }

    /// As recorded, from the beginning and over again, with times stretched to a mean rate.
    ///
    /// @param rate of what is simulated
    /// @param oneIn of so many recorded requests one is taken by chance, at least 1
    record Replayed(double rate, Trace trace, double oneIn) implements Arrivals {
        public Replayed {
            requirePositive(rate);
            if (!(oneIn >= 1)) {
                throw new IllegalArgumentException("a sample is one in 1 or more, not \"%s\"".formatted(oneIn));
            }
        }

        public Replayed(double rate, Trace trace) {
            this(rate, trace, 1);
        }
    }

    /// A fixed number of users, each of whom asks again a thinking time after the last answer (or failure).
    record Closed(int users, Distribution think) implements Arrivals {
        public Closed {
            if (users < 1) {
                throw new IllegalArgumentException("a closed loop needs a user");
            }
        }

        @Override
        public double rate() {
            return think.mean() > 0 ? users / think.mean() : Double.POSITIVE_INFINITY;
        }
    }

    private static void requirePositive(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a rate must be positive and finite, not \"%s\"".formatted(rate));
        }
    }
}
