package dev.plumbline.simulation;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.probability.Mix;
import dev.plumbline.probability.Percentiles;
import dev.plumbline.statistics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The figures of J. Dean and L. A. Barroso, "The Tail at Scale", Communications of the ACM 56(2), 2013, against what
/// is
/// simulated of them.
///
/// A request asks all leaves at the same time and waits for the slowest. Leaves are independent, and nobody waits at
/// one:
/// the paper says how long they take and not how busy they are.
public final class TailAtScale {
    private static final double MS = 1e-3;
    private static final double HEDGE = 10 * MS;
    private static final double SLOWEST = 1800 * MS;
    private static final int SERVERS = 4_000;
    /// So far apart that a request is done when the next one comes.
    private static final double EVERY = 20;

    private TailAtScale() {}

    /// One figure of the paper.
    ///
    /// @param ours with its 90 % interval, in the unit; without a width where it is computed
    /// @param allowed how far ours may lie from theirs, as a share of it
    /// @param modelled what was computed or simulated
    /// @param remark on a miss, its likely reason
    public record Row(
            String what, double theirs, Interval ours, String unit, double allowed, String modelled, String remark) {
        /// Whether ours lies within what is allowed.
        public boolean inside() {
            return Math.abs(ours.value() - theirs) <= allowed * theirs;
        }
    }

    /// A leaf that takes `usual` seconds, and one second once in so many times.
    static Distribution oneSecondOnceIn(double times, double usual) {
        return new Mix(List.of(1 - 1 / times, 1 / times), List.of(new Constant(usual), new Constant(1)));
    }

    static Result simulate(Distribution leaf, int leaves, int needed, Optional<Hedge> hedge, long requests) {
        Step visit = new Step.Visit("leaf");
        Step read = hedge.isPresent() ? new Step.Call(visit, Double.POSITIVE_INFINITY).with(hedge.get()) : visit;
        Station station = Station.of("leaf", 1, SERVERS, new Service.Each(leaf));
        Path path = new Path(
                "read", new Arrivals.Regular(1 / EVERY), new Step.Together(needed, Collections.nCopies(leaves, read)));
        return Simulation.run(new Network(List.of(station), List.of(path)), Plan.steady(11, requests));
    }

    static Interval quantile(Result result, double level) {
        return scaled(latency(result).at(level), 1 / MS);
    }

    private static Result.Latency latency(Result result) {
        return result.path("read").latency().orElseThrow();
    }

    private static Interval scaled(Interval each, double times) {
        return new Interval(each.value() * times, each.low() * times, each.high() * times);
    }

    /// The share of requests that take a second, in per cent.
    static Interval slow(Result result, double usual) {
        Interval mean = latency(result).mean();
        double per = 100 / (1 - usual);
        return new Interval((mean.value() - usual) * per, (mean.low() - usual) * per, (mean.high() - usual) * per);
    }

    /// How many reads were sent beside the first ones, in per cent.
    static double more(Result result) {
        long calls = result.calls().stream().mapToLong(Result.CallResult::calls).sum();
        long hedges =
                result.calls().stream().mapToLong(Result.CallResult::hedges).sum();
        return 100.0 * hedges / calls;
    }

    /// What follows from the two figures that the paper gives of its benchmark: one read in fifty takes more than 10
    /// ms,
    /// since hedging after that sends 2 % more, and the slowest of all takes 1,800 ms once in a thousand times. A
    /// lognormal through both has no freedom left.
    static Lognormal lognormal(int reads) {
        return Lognormal.throughTwo(0.98, HEDGE, Math.pow(0.999, 1.0 / reads), SLOWEST);
    }

    /// The chance of a read above `t` where the tail from 10 ms on is a power law through the same two points.
    private static double powerLaw(double t, int reads) {
        double last = 1 - Math.pow(0.999, 1.0 / reads);
        double tail = Math.log(0.02 / last) / Math.log(SLOWEST / HEDGE);
        return 0.02 * Math.pow(t / HEDGE, -tail);
    }

    /// The time in ms that the slowest of so many hedged reads passes once in a thousand times: a read is above `t` if
    /// its first try is and the one that started after the hedge's wait is above the rest of it.
    ///
    /// @param above the chance that a try is above so many seconds
    static double hedged(DoubleUnaryOperator above, int reads) {
        double last = 1 - Math.pow(0.999, 1.0 / reads);
        double low = HEDGE;
        double high = SLOWEST;
        for (int i = 0; i < 200; i++) {
            double t = (low + high) / 2;
            boolean more = above.applyAsDouble(t) * above.applyAsDouble(t - HEDGE) > last;
            low = more ? t : low;
            high = more ? high : t;
        }
        return low / MS;
    }

    static double hedged(Distribution leaf, int reads) {
        return hedged(t -> 1 - leaf.cdf(t), reads);
    }

    /// All rows.
    ///
    /// @param requests how many are simulated for the rarest percentile
    public static List<Row> rows(long requests) {
        List<Row> rows = new ArrayList<>();
        rows.add(slow(100, 100, 63, requests));
        rows.add(slow(2_000, 10_000, 18, requests / 2));
        bigtable(requests, rows);
        Result most = simulate(
                Percentiles.of(new double[] {0.5, 0.95, 0.99}, new double[] {1 * MS, 5 * MS, 10 * MS}),
                1_000,
                950,
                Optional.empty(),
                requests / 10);
        rows.add(new Row(
                "95 % of all leaves have answered, p50",
                12,
                quantile(most, 0.5),
                "ms",
                0.15,
                "simulated: 950 of 1,000 leaves, whose time is 1, 5 and 10 ms at p50, p95 and p99",
                "their slow leaves are slow together and their time is taken at the root of a tree; ours are independent, "
                        + "and nothing lies between them and the root"));
        return rows;
    }

    private static Row slow(int leaves, double times, double theirs, long requests) {
        double usual = 10 * MS;
        Result result = simulate(oneSecondOnceIn(times, usual), leaves, leaves, Optional.empty(), requests);
        return new Row(
                "requests to %,d servers that take a second".formatted(leaves),
                theirs,
                slow(result, usual),
                "%",
                0.03,
                "simulated: servers that take 10 ms, and 1 s once in %,.0f".formatted(times),
                "");
    }

    private static void bigtable(long requests, List<Row> rows) {
        String given = "p98 is 10 ms, p99.9 of the slowest is 1,800 ms";
        Result plain = simulate(lognormal(100), 100, 100, Optional.empty(), requests);
        Result hedge = simulate(lognormal(100), 100, 100, Optional.of(Hedge.afterSeconds(HEDGE)), requests);
        rows.add(new Row(
                "p99.9 of all reads",
                1800,
                quantile(plain, 0.999),
                "ms",
                0.15,
                "simulated: 100 reads, lognormal, %s (an input)".formatted(given),
                ""));
        rows.add(new Row(
                "more reads, hedged after 10 ms",
                2,
                Interval.exact(more(hedge)),
                "%",
                0.05,
                "simulated: the same (an input)",
                ""));
        String what = "p99.9 of all reads, hedged after 10 ms";
        rows.add(new Row(
                what,
                74,
                Interval.exact(hedged(lognormal(1_000), 1_000)),
                "ms",
                0.15,
                "computed: 1,000 reads, one for each key, lognormal, " + given,
                ""));
        rows.add(new Row(
                what,
                74,
                quantile(hedge, 0.999),
                "ms",
                0.15,
                "simulated: 100 reads, one for each server, lognormal, " + given,
                "a read of ten keys is slow more seldom than the model says, whose reads are fewer and so have a longer "
                        + "tail; the paper does not say how keys are put together"));
        rows.add(new Row(
                what,
                74,
                Interval.exact(hedged(t -> powerLaw(t, 1_000), 1_000)),
                "ms",
                0.15,
                "computed: 1,000 reads, a power law from p98 on, " + given,
                "the shape between the two points is not published; of two that fit both, this one has less between 10 "
                        + "and 100 ms"));
    }
}
