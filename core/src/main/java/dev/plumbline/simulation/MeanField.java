package dev.plumbline.simulation;

import dev.plumbline.probability.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a sample of a network that is too large to be simulated whole: one request in `k`, and one replica in `k` of
/// each station, so that each replica that is left sees the load it had.
///
/// A station of thousands of replicas to which requests are spread by chance behaves, seen from one replica, like one
/// of
/// infinitely many: what the others hold no longer depends on this one (the mean-field limit; M. Mitzenmacher, "The
/// power of two choices in randomized load balancing", 2001; C. Graham, "Chaoticity on path space for a queueing
/// network
/// with selection of the shortest queue among several", 2000). The error of a sample of `n` is of the order `1 / n`,
/// and
/// `n` is chosen for an error of about 2 % of a station's time at most:
///
/// - requests that arrive at the same moment (a fan-out, the members of a batch) meet at one replica by chance, `b` of
///   them with a mean of `(b - 1) / 2n` others before each: `n >= 25 (b - 1) / slots`;
/// - round robin gives each replica every `n`-th request, a rhythm that is as regular as that of thousands from 64 on;
/// - the least loaded of `n` is busy when all are, which thousands never are: by A. Erlang's C formula and the limit of
///   S. Halfin and W. Whitt (1981) that is rare (below 1 %) when `n * slots >= 6.25 / (1 - busy)^2`.
///
/// A station with fewer replicas than that is kept whole, and as its share of the requests would leave it idle it runs
/// in slow motion: everything it does takes `k` times as long, and a request passes it `k` times faster than that. The
/// states it goes through, and so the times in the long run, are exact for requests that arrive independently; what is
/// lost is how a burst that it lets go of is felt elsewhere.
public final class MeanField {
    private static final double LIKELY_FREE = 6.25;
    private static final double BUSIEST = 0.98;
    private static final double PER_COMPANION = 25;
    private static final int BY_CHANCE = 16;
    private static final int IN_TURN = 64;
    /// Servers beyond which a network is sampled even if there is time to warm it up.
    private static final double MOST_SERVERS = 1 << 18;
    /// A sample of more than half is not worth its error.
    private static final double WORTH_IT = 2;
    /// Offered loads from here on are no steady state, which slow motion needs.
    private static final double STEADY = 0.95;

    private final Network whole;
    private final Traffic traffic;
    private final Map<String, Integer> lost;
    private final double peak;
    private final double busiest;
    private final Program program;

    private MeanField(Network whole, double peak, double busiest, List<Outage> outages) {
        this.whole = whole;
        this.traffic = Traffic.of(whole);
        this.peak = peak;
        this.busiest = busiest;
        this.program = Program.of(whole, new Streams(0));
        this.lost = new LinkedHashMap<>();
        outages.forEach(outage -> lost.merge(outage.station(), outage.replicas(), Math::min));
    }

    /// The network to simulate so that `requests` arrivals last `seconds`, if that can be had by a sample; else as
    /// large
    /// a part of it as is needed.
    ///
    /// @param peak the largest load factor, and 1 in steady state
    /// @param outages what is lost meanwhile, of the whole network; see [#outage]
    public static Network sample(Network whole, double seconds, long requests, double peak, List<Outage> outages) {
        return new MeanField(whole, peak, peak, outages).sample(seconds, requests);
    }

    /// The same for a load that is more than can be done while it lasts. What queues then is a flood, which a sample
    /// has
    /// in proportion: that a replica is free has to be as likely as in the whole before and after it only.
    public static Network flooded(Network whole, double seconds, long requests, double peak) {
        return new MeanField(whole, peak, 1, List.of()).sample(seconds, requests);
    }

    /// The outage of a sample that stands for one of the whole network.
    public static Outage outage(Outage outage, Network whole, Network sample) {
        double left = (double) replicas(sample, outage.station()) / replicas(whole, outage.station());
        int replicas = (int) Math.max(1, Math.round(outage.replicas() * left));
        return new Outage(outage.station(), replicas, outage.from(), outage.to());
    }

    private static int replicas(Network network, String station) {
        return network.stations().stream()
                .filter(each -> each.name().equals(station))
                .mapToInt(Station::replicas)
                .findFirst()
                .orElse(1);
    }

    private Network sample(double seconds, long requests) {
        double rate = 0;
        double servers = 0;
        double most = 1;
        for (Path path : whole.paths()) {
            rate += path.arrivals().rate();
        }
        for (Station station : whole.stations()) {
            servers += (double) station.replicas() * station.slots();
            most = Math.max(most, largest(station));
        }
        double wanted = Math.max(rate * peak * seconds / requests, servers / MOST_SERVERS);
        double oneIn = even(atMost(Math.min(most, wanted)));
        return oneIn < WORTH_IT ? whole : sample(oneIn);
    }

    /// How small a share of a station's replicas still stands for all.
    private double largest(Station station) {
        return traffic.replicas(station) / needed(station);
    }

    private double needed(Station station) {
        int burst = traffic.atOnce(station.name());
        for (Station other : whole.stations()) {
            burst = other.equals(station)
                    ? burst
                    : Math.max(burst, other.service().together());
        }
        double apart = PER_COMPANION * (burst - 1) / station.slots();
        double idle = 1 - Math.min(BUSIEST, traffic.offered(station) * busiest);
        double spread = switch (station.balance()) {
            case RANDOM, WEIGHTED -> BY_CHANCE;
            case ROUND_ROBIN, TWO_CHOICES -> IN_TURN;
            case LEAST_LOADED -> Math.max(IN_TURN, LIKELY_FREE / (idle * idle * station.slots()));
        };
        return Math.max(spread, apart);
    }

    /// One that is overloaded for a while is not put in slow motion.
    private double atMost(double wanted) {
        double oneIn = wanted;
        for (Station station : whole.stations()) {
            double left = 1 - (double) gone(station) / station.replicas();
            boolean disturbed = left < 1 || peak > 1 || !program.caches.isEmpty();
            if (disturbed && traffic.offered(station) * peak > STEADY * left) {
                oneIn = Math.min(oneIn, Math.max(1, largest(station)));
            }
        }
        return oneIn;
    }

    private int gone(Station station) {
        return Math.min(lost.getOrDefault(station.name(), 0), station.replicas());
    }

    /// Makes whole numbers: of lost replicas, or else of replicas of the largest station whose times cannot be
    /// corrected
    /// afterwards.
    private double even(double oneIn) {
        int replicas = 0;
        for (Station station : whole.stations()) {
            boolean sampled = oneIn <= largest(station);
            if (sampled && gone(station) > 0 && gone(station) < station.replicas()) {
                return station.replicas() / (double) losing(station, (int) Math.ceil(station.replicas() / oneIn));
            }
            if (sampled && !program.foreseen(station)) {
                replicas = Math.max(replicas, station.replicas());
            }
        }
        return replicas == 0 ? oneIn : replicas / Math.ceil(replicas / oneIn);
    }

    /// The smallest sample from `least` on of which a whole number is lost, to a per cent.
    private int losing(Station station, int least) {
        double share = (double) gone(station) / station.replicas();
        for (int replicas = least; replicas < station.replicas(); replicas++) {
            double due = share * replicas;
            if (Math.abs(Math.rint(due) - due) <= 0.01 * due) {
                return replicas;
            }
        }
        return station.replicas();
    }

    private Network sample(double oneIn) {
        List<Station> stations = new ArrayList<>();
        Map<String, Double> slower = new LinkedHashMap<>();
        for (Station station : whole.stations()) {
            boolean sampled = oneIn <= largest(station);
            int replicas = sampled ? (int) Math.round(station.replicas() / oneIn) : station.replicas();
            double times = replicas * oneIn / station.replicas();
            if (!sampled || (times != 1 && program.foreseen(station))) {
                slower.put(station.name(), times);
            }
            Station kept = station.withReplicas(replicas);
            stations.add(times == 1 ? kept : kept.slowed(times));
        }
        List<Path> paths = whole.paths().stream()
                .map(path -> path.with(path.arrivals().thinned(oneIn)))
                .toList();
        return new Network(stations, paths, new Sample(oneIn, slower));
    }
}
