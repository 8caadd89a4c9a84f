package dev.plumbline.simulation;

/// Which replicas take longer than the others.
///
/// @param slowShare the share of replicas that are slow for good, spread evenly among them, from 0 to 1
/// @param slowTimes how many times as long these take, at least 1
/// @param coldSeconds how long a replica is cold that has been started during the run, or came back from an outage
/// @param coldTimes how many times as long it takes meanwhile, at least 1
public record Pacing(double slowShare, double slowTimes, double coldSeconds, double coldTimes) {
    /// All are alike, and as quick from the start as later.
    public static final Pacing EVEN = new Pacing(0, 1, 0, 1);

    public Pacing {
        boolean times = slowTimes >= 1 && coldTimes >= 1 && slowTimes < 1e6 && coldTimes < 1e6;
        if (!(slowShare >= 0 && slowShare <= 1) || !(coldSeconds >= 0) || !times) {
            throw new IllegalArgumentException(
                    "a pace needs a share in 0..1, seconds and times of at least 1, not \"%s, %s, %s, %s\""
                            .formatted(slowShare, slowTimes, coldSeconds, coldTimes));
        }
    }

    /// How much of what quick replicas could do these can, warm.
    double capacity() {
        return 1 - slowShare + slowShare / slowTimes;
    }

    /// Whether a replica is slower at first.
    boolean cools() {
        return coldTimes > 1 && coldSeconds > 0;
    }

    /// The same with replicas being cold so many times as long.
    Pacing slowed(double times) {
        return new Pacing(slowShare, slowTimes, coldSeconds * times, coldTimes);
    }

    boolean slow(int replica) {
        return Math.floor((replica + 1) * slowShare + 1e-9) > Math.floor(replica * slowShare + 1e-9);
    }
}
