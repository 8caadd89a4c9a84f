package dev.plumbline.validation;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Gamma;
import dev.plumbline.queueing.BulkQueue;
import dev.plumbline.queueing.FiniteQueue;
import dev.plumbline.queueing.GeneralQueue;
import dev.plumbline.queueing.MarkovQueue;
import dev.plumbline.queueing.ParallelQueues;
import dev.plumbline.simulation.Arrivals;
import dev.plumbline.simulation.Balance;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Path;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Service;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Station;
import dev.plumbline.simulation.Step;
import dev.plumbline.simulation.Waiting;
import dev.plumbline.statistics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// The simulator held against the queues that theory can solve; times are in mean service times.
public final class QueueChecks {
    private static final String S = "s";
    private static final Step VISIT = new Step.Visit(S);
    private static final Service EXPONENTIAL = new Service.Each(new Exponential(1));
    private static final double CLOSE = 0.02;
    /// The tail of a run is known less well than its mean.
    private static final double TAIL = 0.03;
    /// What Nelson and Tantawi claim for more than two queues.
    private static final double APPROXIMATE = 0.05;

    private static final String MEAN = "mean sojourn";
    private static final String P99 = "p99 sojourn";

    private final long seed;
    private final long requests;
    private final List<QueueCheck> checks = new ArrayList<>();

    private QueueChecks(long seed, long requests) {
        this.seed = seed;
        this.requests = requests;
    }

    /// All, each simulated with so many requests.
    public static List<QueueCheck> all(long seed, long requests) {
        QueueChecks made = new QueueChecks(seed, requests);
        made.servers();
        made.general();
        made.priority();
        made.bounded();
        made.parallel();
        made.batches();
        return List.copyOf(made.checks);
    }

    private Result run(Network network) {
        return Simulation.run(network, Plan.steady(seed, requests));
    }

    private Result run(Station station, double rate) {
        return run(Network.single(station, new Arrivals.Poisson(rate)));
    }

    private static Station station(int servers, Service service) {
        return Station.of(S, 1, servers, service);
    }

    private static Interval mean(Result result, String path) {
        return result.path(path).latency().orElseThrow().mean();
    }

    private static Interval tail(Result result) {
        return result.path(S).latency().orElseThrow().p99();
    }

    private void add(String queue, String reading, Interval ours, double exact, double allowed, String source) {
        checks.add(new QueueCheck(queue, reading, ours, exact, allowed, source));
    }

    private void servers() {
        String source = "A. K. Erlang 1917; L. Kleinrock, Queueing Systems I, 1975, 3.2 and 3.5";
        for (int servers : new int[] {1, 8}) {
            double load = servers == 1 ? 0.8 : 0.9;
            Result result = run(station(servers, EXPONENTIAL), load * servers);
            MarkovQueue exact = new MarkovQueue(load * servers, 1, servers);
            String name = "M/M/%d, load %s".formatted(servers, load);
            add(name, MEAN, mean(result, S), exact.meanSojourn(), CLOSE, source);
            add(name, P99, tail(result), exact.sojournQuantile(0.99), TAIL, source);
        }
        Step two = new Step.Sequence(new Step.Visit("one"), new Step.Visit("two"));
        List<Station> tandem = List.of(Station.of("one", 1, 1, EXPONENTIAL), Station.of("two", 1, 1, EXPONENTIAL));
        Result result = run(new Network(tandem, List.of(new Path(S, new Arrivals.Poisson(0.7), two))));
        // (1 + 0.3 t) exp(-0.3 t) = 0.01.
        add("two M/M/1 in series, load 0.7", P99, tail(result), 22.1278, TAIL, "J. R. Jackson 1957");
    }

    private void general() {
        String source = "F. Pollaczek 1930, A. Khinchine 1932";
        Distribution varied = new Gamma(1, 2);
        general("M/D/1, load 0.8", new Constant(1), source);
        general("M/G/1 (gamma, cv 2), load 0.8", varied, source);
        Result shared = run(station(1, new Service.Shared(varied)), 0.8);
        add(
                "M/G/1-PS (gamma, cv 2), load 0.8",
                MEAN,
                mean(shared, S),
                new GeneralQueue(0.8, varied, 1).meanSojournShared(),
                CLOSE,
                "L. Kleinrock 1967; independent of all but the mean of the service");
    }

    private void general(String name, Distribution service, String source) {
        Result result = run(station(1, new Service.Each(service)), 0.8);
        double exact = new GeneralQueue(0.8, service, 1).meanSojourn();
        add(name, MEAN, mean(result, S), exact, TAIL, source);
    }

    private void priority() {
        double[] rates = {0.3, 0.5};
        double[] waits = GeneralQueue.meanWaitsByPriority(rates, new Exponential(1));
        Station station = station(1, EXPONENTIAL).with(new Waiting(Integer.MAX_VALUE, Waiting.Order.PRIORITY));
        Result result = run(new Network(
                List.of(station),
                List.of(
                        new Path("first", new Arrivals.Poisson(rates[0]), VISIT, 1),
                        new Path("second", new Arrivals.Poisson(rates[1]), VISIT, 2))));
        String source = "A. Cobham 1954, not interrupting";
        String name = "M/M/1 with priority, load 0.3 + 0.5";
        add(name, MEAN + " of the first", mean(result, "first"), 1 + waits[0], CLOSE, source);
        add(name, MEAN + " of the second", mean(result, "second"), 1 + waits[1], TAIL, source);
    }

    private void bounded() {
        FiniteQueue exact = FiniteQueue.of(4, 1, 4, 10);
        Result result = run(station(4, EXPONENTIAL).with(Waiting.atMost(6)), 4);
        add("M/M/4/10, load 1", "share lost", lost(result), exact.loss(), TAIL, "L. Kleinrock 1975, 3.8");
        FiniteQueue repair = FiniteQueue.machineRepair(20, 5, 1, 2);
        Result loop = run(Network.single(station(2, EXPONENTIAL), new Arrivals.Closed(20, new Exponential(5))));
        add(
                "20 users who think 5, 2 servers",
                MEAN,
                mean(loop, S),
                repair.meanSojourn(),
                CLOSE,
                "machine repair: L. Kleinrock 1975, 3.9");
    }

    private static Interval lost(Result result) {
        Interval success = result.path(S).success();
        return new Interval(1 - success.value(), 1 - success.high(), 1 - success.low());
    }

    private void parallel() {
        Station choices = Station.of(S, 1_000, 1, EXPONENTIAL).with(Balance.TWO_CHOICES);
        add(
                "two choices of 1,000 queues, load 0.9",
                MEAN,
                mean(run(choices, 900), S),
                ParallelQueues.shortestOf(2, 0.9),
                CLOSE,
                "M. Mitzenmacher 2001, corollary 2 (infinitely many queues)");
        Station random = Station.of(S, 1_000, 1, EXPONENTIAL).with(Balance.RANDOM);
        add(
                "one of 1,000 queues at random, load 0.9",
                MEAN,
                mean(run(random, 900), S),
                new MarkovQueue(0.9, 1, 1).meanSojourn(),
                TAIL,
                "each is an M/M/1");
        for (int queues : new int[] {2, 8}) {
            add(
                    "fork and join of %d M/M/1, load 0.7".formatted(queues),
                    MEAN,
                    mean(forkJoin(queues, 0.7), S),
                    ParallelQueues.forkJoin(queues, 0.7),
                    queues == 2 ? CLOSE : APPROXIMATE,
                    queues == 2 ? "L. Flatto, S. Hahn 1984" : "R. Nelson, A. N. Tantawi 1988: within 5 %");
        }
        Station slow = Station.of(S, 1, 10_000, new Service.Each(new Exponential(1)));
        Function<Integer, Step> shards = count -> Step.all(Collections.nCopies(count, VISIT));
        Result fan = run(new Network(List.of(slow), List.of(new Path(S, new Arrivals.Poisson(1), shards.apply(100)))));
        double harmonic = 0;
        for (int k = 1; k <= 100; k++) {
            harmonic += 1.0 / k;
        }
        add("the slowest of 100 without a queue", MEAN, mean(fan, S), harmonic, CLOSE, "A. Renyi 1953: H(100)");
    }

    private Result forkJoin(int queues, double load) {
        List<Station> stations = new ArrayList<>();
        List<Step> branches = new ArrayList<>();
        for (int i = 0; i < queues; i++) {
            stations.add(Station.of("q" + i, 1, 1, EXPONENTIAL));
            branches.add(new Step.Visit("q" + i));
        }
        return run(new Network(stations, List.of(new Path(S, new Arrivals.Poisson(load), Step.all(branches)))));
    }

    private void batches() {
        Service.Batch batch = Service.Batch.linear(8, 0, 0.4, 0.15);
        add(
                "M/D[1..8]/1 in bulk, 0.4 + 0.15 n, 3 arrivals",
                MEAN,
                mean(run(station(1, batch), 3), S),
                new BulkQueue(3, batch.times()).meanSojourn(),
                CLOSE,
                "N. T. J. Bailey 1954, by the embedded chain");
    }
}
