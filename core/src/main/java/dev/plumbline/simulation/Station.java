package dev.plumbline.simulation;

import dev.plumbline.probability.Scaled;
import java.util.Optional;

/// A place where work is done: `replicas` alike, each with a queue of its own and `slots` servers that share
/// it.
///
/// @param name unique in its network; its random streams are derived from it
/// @param replicas at least 1; with scaling, the most there may be
/// @param slots how many requests (or batches) one replica serves at once, at least 1
/// @param service how long service takes
/// @param balance how an arriving request is given a replica
/// @param waiting how long a replica's queue may grow, and who is served first
/// @param hiccups pauses of a whole replica, if any
/// @param scaling how the number of replicas follows the load, if it does
/// @param pacing which replicas take longer
/// @param failing the share of visits that fail after having been served, from 0 to 1
public record Station(
        String name,
        int replicas,
        int slots,
        Service service,
        Balance balance,
        Waiting waiting,
        Optional<Hiccups> hiccups,
        Optional<Scaling> scaling,
        Pacing pacing,
        double failing) {
    public Station {
        if (replicas < 1 || slots < 1) {
            throw new IllegalArgumentException("station \"%s\" needs at least one replica and one slot, not \"%d x %d\""
                    .formatted(name, replicas, slots));
        }
        if (!(failing >= 0 && failing <= 1)) {
            throw new IllegalArgumentException(
                    "the failing share of station \"%s\" must lie in 0..1, not \"%s\"".formatted(name, failing));
        }
    }

    /// A station with an unlimited first-come-first-served queue per replica and round-robin balancing.
    public static Station of(String name, int replicas, int slots, Service service) {
        return new Station(
                name,
                replicas,
                slots,
                service,
                Balance.ROUND_ROBIN,
                Waiting.UNLIMITED,
                Optional.empty(),
                Optional.empty(),
                Pacing.EVEN,
                0);
    }

    public Station with(Balance changed) {
        return new Station(name, replicas, slots, service, changed, waiting, hiccups, scaling, pacing, failing);
    }

    public Station with(Waiting changed) {
        return new Station(name, replicas, slots, service, balance, changed, hiccups, scaling, pacing, failing);
    }

    public Station with(Hiccups changed) {
        return new Station(
                name, replicas, slots, service, balance, waiting, Optional.of(changed), scaling, pacing, failing);
    }

    public Station with(Pacing changed) {
        return new Station(name, replicas, slots, service, balance, waiting, hiccups, scaling, changed, failing);
    }

    public Station with(Scaling changed) {
        return new Station(
                name, replicas, slots, service, balance, waiting, hiccups, Optional.of(changed), pacing, failing);
    }

    /// Whether some of its replicas may be missing or cold for a while.
    boolean changes() {
        return scaling.isPresent() || pacing.cools();
    }

    /// The same with so many replicas, and as large a share of them at least.
    public Station withReplicas(int changed) {
        Optional<Scaling> scaled = scaling.map(
                each -> each.withFrom(Math.clamp(Math.round(each.from() * (double) changed / replicas), 1, changed)));
        return new Station(name, changed, slots, service, balance, waiting, hiccups, scaled, pacing, failing);
    }

    /// The same with everything that takes time taking so many times as long.
    Station slowed(double times) {
        return new Station(
                name,
                replicas,
                slots,
                service.slowed(times),
                balance,
                waiting,
                hiccups.map(each -> new Hiccups(each.every() * times, new Scaled(each.lasts(), times))),
                scaling,
                pacing.slowed(times),
                failing);
    }

    /// The same with the time of its scaling, and of what is cold at first, running differently.
    Station scalingSlowed(double times, double least) {
        Optional<Scaling> scaled = scaling.map(each -> each.slowed(times, least));
        return new Station(
                name, replicas, slots, service, balance, waiting, hiccups, scaled, pacing.slowed(times), failing);
    }

    public Station withFailing(double changed) {
        return new Station(name, replicas, slots, service, balance, waiting, hiccups, scaling, pacing, changed);
    }
}
