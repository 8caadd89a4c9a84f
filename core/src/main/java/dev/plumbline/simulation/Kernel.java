package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Generator;
import dev.plumbline.probability.Streams;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of one station while it is simulated.
abstract sealed class Kernel permits FifoKernel, QueueKernel, ShareKernel, BatchKernel, GenerationKernel, SlowMotion {
    /// Returned by `admit` when the request was turned away.
    static final double SHED = -1;
    /// Returned by `admit` when the end is not known yet; the kernel will tell the engine.
    static final double LATER = -2;
    /// Returned by `admit` when there is no replica to send it to.
    static final double GONE = -3;

    /// Replicas that are looked at, at most, when one could serve a request that has to wait.
    static final int MOST_LOOKED_AT = 64;

    final Station station;
    final int index;
    final Generator generator;
    /// Of the visit that `admit` dealt with last: seconds waited for a server and for a batch, seconds held up, whether
    /// it failed at its end.
    double waited;
    double company;
    double held;
    boolean failed;
    /// Of its wait: seconds behind a long request, while another replica was free, while the own stood still.
    double behind;
    double elsewhere;
    double still;
    /// Of its time: what a cold replica cost, and the wait since replicas were missing.
    double cold;
    double late;

    /// A request is long when it takes so many times as long as half of them.
    private static final double LENGTHY = 10;

    // What the report needs.
    long visits;
    long served;
    long shed;
    long services;
    double waiting;
    double working;

    /// The part of an event that looks whether more or fewer replicas are wanted.
    private static final int LOOK = 1 << 26;

    /// How many there are at most.
    final int replicas;
    private @Nullable Fleet fleet;
    private int asked = -1;
    private final boolean paced;
    private final boolean changes;
    private final boolean[] slow;
    /// When a replica was started, or 0.
    private final double[] began;
    private @Nullable EventHeap events;
    private final Loads loads;
    private int turn;
    private final double[] outageFrom;
    private final double[] outageTo;
    private final int[] outageReplicas;

    Kernel(Station station, int index, Generator generator, List<Outage> outages) {
        this.station = station;
        this.index = index;
        this.generator = generator;
        this.replicas = station.replicas();
        this.paced = !station.pacing().equals(Pacing.EVEN);
        this.changes = station.changes();
        this.slow = new boolean[replicas];
        this.began = new double[replicas];
        for (int replica = 0; replica < replicas; replica++) {
            slow[replica] = station.pacing().slow(replica);
        }
        this.loads = new Loads(replicas, station.balance() == Balance.LEAST_LOADED);
        List<Outage> own = outages.stream()
                .filter(outage -> outage.station().equals(station.name()))
                .toList();
        outageFrom = own.stream().mapToDouble(Outage::from).toArray();
        outageTo = own.stream().mapToDouble(Outage::to).toArray();
        outageReplicas = own.stream().mapToInt(Outage::replicas).toArray();
    }

    /// Lets the number of replicas follow the load.
    final void scale(Fleet following, EventHeap clock) {
        fleet = following;
        events = clock;
        clock.push(following.every(), EventHeap.event(EventHeap.STATION, LOOK, index));
    }

    /// An event of this station is due.
    void happen(int part, double now) {
        if (part == LOOK && fleet != null && events != null) {
            fleet.look(worked(now) / station.slots(), now);
            events.push(now + fleet.every(), EventHeap.event(EventHeap.STATION, LOOK, index));
        } else {
            due(part, now);
        }
    }

    /// How many replicas serve, the lost ones included.
    final int serving(double now) {
        if (fleet == null) {
            return replicas;
        }
        int serving = fleet.serving(now);
        for (int replica = served(serving); replica < serving; replica++) {
            began[replica] = now;
        }
        return serving;
    }

    /// How many served when it was asked last.
    private int served(int serving) {
        int before = asked < 0 ? serving : asked;
        asked = serving;
        return before;
    }

    /// How many replicas served in the mean until now.
    double meanServing(double now) {
        return fleet == null || now == 0 ? serving(now) : fleet.replicaSeconds(now) / now;
    }

    /// A request asks for service.
    ///
    /// @param draw the seed of this visit's draws
    /// @return when service ends, if that is known, else one of the constants above
    abstract double admit(int token, long draw, double now);

    /// An event of this station's own is due.
    abstract void due(int part, double now);

    /// Requests waiting or in service at the moment.
    abstract double present(double now);

    /// Server seconds in service from the start until now.
    abstract double worked(double now);

    /// The share of server time in service from the start until now.
    double busy(double now) {
        return worked(now) / (now * meanServing(now) * station.slots());
    }

    /// The mean number of requests in a service.
    double together() {
        return services == 0 ? 1 : (double) served / services;
    }

    /// How often a request that was being served had to make room for others.
    long preempted() {
        return 0;
    }

    /// Work that arrived over work that can be done.
    abstract double offered(double now);

    /// Whether balancing or the queue's limit needs to know how many requests each replica holds.
    final boolean counts() {
        boolean balances = station.balance() == Balance.LEAST_LOADED || station.balance() == Balance.TWO_CHOICES;
        return station.waiting().limited() || (balances && replicas > 1);
    }

    final void entered(int replica) {
        loads.entered(replica);
    }

    final void left(int replica) {
        loads.left(replica);
    }

    final int load(int replica) {
        return loads.of(replica);
    }

    /// The replica for an arriving request; the number of replicas when all are gone.
    final int choose(double now) {
        if (replicas == 1 && outageFrom.length == 0) {
            return 0;
        }
        int first = outageFrom.length == 0 ? 0 : gone(now);
        int alive = serving(now) - first;
        if (alive <= 1) {
            return alive == 1 ? first : replicas;
        }
        return switch (station.balance()) {
            case RANDOM -> first + generator.below(alive);
            case WEIGHTED -> weighted(first, alive);
            case ROUND_ROBIN -> first + (turn = turn + 1 < alive ? turn + 1 : 0);
            case LEAST_LOADED -> least(first, alive);
            case TWO_CHOICES -> {
                int one = first + generator.below(alive);
                int other = first + (one - first + 1 + generator.below(alive - 1)) % alive;
                yield loads.of(other) < loads.of(one) ? other : one;
            }
        };
    }

    private int weighted(int first, int alive) {
        int replica = first + generator.below(alive);
        while (slow[replica] && generator.nextDouble() * station.pacing().slowTimes() >= 1) {
            replica = first + generator.below(alive);
        }
        return replica;
    }

    /// How many times as long a replica takes for what it starts now.
    final double pace(int replica, double now) {
        if (!paced) {
            return 1;
        }
        Pacing pacing = station.pacing();
        double times = slow[replica] ? pacing.slowTimes() : 1;
        return isCold(replica, now) ? times * pacing.coldTimes() : times;
    }

    private boolean isCold(int replica, double when) {
        double since = hasOutages() ? Math.max(began[replica], restored(replica, when)) : began[replica];
        return since > 0 && when >= since && when < since + station.pacing().coldSeconds();
    }

    /// Finds what cold and missing replicas have to do with a visit, where they come and go.
    ///
    /// @param since when it came
    /// @param wait seconds that it waited
    /// @param work seconds of service, which took the pace of the moment `paced`
    final void change(int replica, double since, double wait, double work, double paced) {
        if (changes) {
            boolean cools = station.pacing().cools();
            cold = cools && isCold(replica, since) ? wait : 0;
            cold += cools && isCold(replica, paced)
                    ? work * (1 - 1 / station.pacing().coldTimes())
                    : 0;
            late = fleet != null && fleet.lacked(since) ? wait : 0;
        }
    }

    private int least(int first, int alive) {
        turn = turn + 1 < alive ? turn + 1 : 0;
        return loads.least(first, first + alive, first + turn);
    }

    /// Work from which a request counts as long: so many times what half of them take at most. Infinite where long
    /// ones are few and little longer than that, as with exponential times, so that nothing need be remembered.
    static double lengthy(Distribution time) {
        double from = LENGTHY * time.quantile(0.5);
        return time.quantile(0.9999) > 1.5 * from ? from : Double.POSITIVE_INFINITY;
    }

    final boolean hasOutages() {
        return outageFrom.length > 0;
    }

    /// How many replicas, counted from the first, are gone.
    final int gone(double now) {
        int sum = 0;
        for (int i = 0; i < outageFrom.length; i++) {
            sum += outageFrom[i] <= now && now < outageTo[i] ? outageReplicas[i] : 0;
        }
        return Math.min(replicas, sum);
    }

    /// The first moment after `now` at which this replica goes, infinite for never.
    final double lost(int replica, double now) {
        double first = Double.POSITIVE_INFINITY;
        for (double from : outageFrom) {
            if (from > now && from < first && gone(from) > replica) {
                first = from;
            }
        }
        return first;
    }

    /// The last moment before `now` at which this replica came back, or 0.
    final double restored(int replica, double now) {
        double latest = 0;
        for (int i = 0; i < outageTo.length; i++) {
            double to = outageTo[i];
            if (to <= now && to > latest && gone(Math.nextDown(to)) > replica) {
                latest = to;
            }
        }
        return latest;
    }

    /// The pauses of this station's replicas, one schedule each.
    final Pauses pauses(Streams streams) {
        return new Pauses(station, streams);
    }
}
