package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.RATE;
import static dev.plumbline.formula.Measures.TIME;

import dev.plumbline.quantity.Function;
import dev.plumbline.quantity.Function.Draft;
import dev.plumbline.queueing.Erlang;
import dev.plumbline.queueing.FiniteQueue;
import dev.plumbline.queueing.MarkovQueue;
import java.util.List;

/// Closed forms of queueing; the simulator is held against the same.
final class Queues {
    /// Beyond this many servers the recursion would take longer than a person waits.
    private static final double MOST_SERVERS = 1e6;

    /// States of a queue with a bound; each is visited once.
    private static final double MOST_PLACES = 1e5;

    private static final String ERLANG = "A. K. Erlang 1917";
    private static final String KLEINROCK = "L. Kleinrock, Queueing Systems I (1975), chapter 3";

    private Queues() {}

    static List<Function> all() {
        return List.of(
                littlesLaw(),
                utilisation(),
                blocked(),
                waiting(),
                servers(),
                answered(),
                markovWait(),
                markovWaitQuantile(),
                markovTime(),
                markovTimeQuantile(),
                generalWait(),
                generalWaitOfMany(),
                loss(),
                closed());
    }

    private static Function loss() {
        return Function.named("mm_c_k_loss")
                .about("the share of arrivals that are turned away where only so many may be there at once")
                .formula("p0 × load^places / (servers! × servers^(places - servers)), p0 from the sum over all states")
                .source(KLEINROCK)
                .takesCounted("rate", RATE, "arrivals, Poisson")
                .takesCounted("service", TIME, "mean time of one service, exponential")
                .takesCounted("servers", NONE, "servers that share one queue")
                .takesCounted("places", NONE, "places in service and in the queue together, up to 100000")
                .gives(NONE, a -> {
                    boolean fits = isPool(a) && Measures.whole(a[3], a[2]) <= MOST_PLACES;
                    return fits
                            ? FiniteQueue.of(a[0], a[1], (int) Math.rint(a[2]), (int) Math.rint(a[3]))
                                    .loss()
                            : Double.NaN;
                });
    }

    private static Function closed() {
        return Function.named("closed_throughput")
                .about("requests a second of users who wait for each answer, and think before they ask again")
                .formula("the balance equations of machine repair")
                .source("C. Palm 1947; Kleinrock 1975, section 3.8")
                .takesCounted("users", NONE, "a whole number, up to 100000")
                .takes("think", TIME, "mean time between an answer and the next request")
                .takesCounted("service", TIME, "mean time of one service, exponential")
                .takesCounted("servers", NONE, "servers that share one queue")
                .gives(RATE, a -> {
                    boolean fits = Measures.whole(a[0], 1) <= MOST_PLACES
                            && a[1] > 0
                            && a[2] > 0
                            && Measures.whole(a[3], 1) <= MOST_SERVERS;
                    return fits
                            ? FiniteQueue.machineRepair((int) Math.rint(a[0]), a[1], a[2], (int) Math.rint(a[3]))
                                    .throughput()
                            : Double.NaN;
                });
    }

    private static Function littlesLaw() {
        return Function.named("littles_law")
                .about("how many are there at once, waiting or in service, on average")
                .formula("rate × time")
                .source("J. D. C. Little 1961 (https://doi.org/10.1287/opre.9.3.383)")
                .takesCounted("rate", RATE, "arrivals")
                .takesCounted("time", TIME, "mean time that one stays")
                .gives(NONE, a -> a[0] * a[1]);
    }

    private static Function utilisation() {
        return Function.named("utilisation")
                .about("the share of time in which a server works; from 100 % on the queue grows without end")
                .formula("rate × service / servers")
                .source(KLEINROCK)
                .takesCounted("rate", RATE, "arrivals")
                .takesCounted("service", TIME, "mean time of one service")
                .takesCounted("servers", NONE, "servers that share one queue")
                .gives(NONE, a -> a[0] * a[1] / a[2]);
    }

    private static Function blocked() {
        return Function.named("erlang_b")
                .about("the share of arrivals that are turned away where nobody may wait")
                .formula("(load^servers / servers!) / sum of load^n / n! for n = 0 .. servers")
                .source(ERLANG)
                .takesCounted("load", NONE, "arrival rate × mean service, in erlangs")
                .takesCounted("servers", NONE, "a whole number")
                .gives(NONE, a -> isPool(a[0], a[1]) ? Erlang.blocking(a[0], (int) Math.rint(a[1])) : Double.NaN);
    }

    private static Function waiting() {
        return Function.named("erlang_c")
                .about("the share of arrivals that wait where everybody may")
                .formula("servers × B / (servers - load × (1 - B)), with B of erlang_b")
                .source(ERLANG)
                .takesCounted("load", NONE, "arrival rate × mean service, in erlangs")
                .takesCounted("servers", NONE, "a whole number")
                .gives(NONE, a -> isPool(a[0], a[1]) ? Erlang.waiting(a[0], (int) Math.rint(a[1])) : Double.NaN);
    }

    private static Function servers() {
        return Function.named("erlang_servers")
                .about("the fewest servers with which no more than some share of arrivals wait")
                .formula("the least n with erlang_c(load, n) <= share")
                .source(ERLANG)
                .takesCounted("load", NONE, "arrival rate × mean service, in erlangs")
                .takes("share", NONE, "share of arrivals that may wait")
                .gives(NONE, a -> fewest(a[0], a[1]));
    }

    private static double fewest(double load, double share) {
        if (!(load >= 0) || !(share > 0) || load > MOST_SERVERS) {
            return Double.NaN;
        }
        double blocked = 1;
        for (int n = 1; n <= 2 * MOST_SERVERS; n++) {
            blocked = load * blocked / (n + load * blocked);
            double waits = n > load ? n * blocked / (n - load * (1 - blocked)) : 1;
            if (waits <= share) {
                return n;
            }
        }
        return Double.NaN;
    }

    private static Function answered() {
        return Function.named("service_level")
                .about("the share of arrivals that wait no longer than some time")
                .formula("1 - C × e^(-(servers - load) × within / service), with C of erlang_c")
                .source(ERLANG)
                .takesCounted("load", NONE, "arrival rate × mean service, in erlangs")
                .takesCounted("servers", NONE, "a whole number")
                .takesCounted("service", TIME, "mean time of one service")
                .takes("within", TIME, "the longest wait that is welcome")
                .gives(NONE, a -> level(a[0], a[1], a[2], a[3]));
    }

    private static double level(double load, double servers, double service, double within) {
        if (!isPool(load, servers)) {
            return Double.NaN;
        }
        double waits = Erlang.waiting(load, (int) Math.rint(servers));
        return load >= servers ? 0 : 1 - waits * StrictMath.exp(-(servers - load) * within / service);
    }

    private static Draft markov(String name, String about, String formula) {
        return Function.named(name)
                .about(about)
                .formula(formula)
                .source(KLEINROCK)
                .takesCounted("rate", RATE, "Poisson arrivals")
                .takesCounted("service", TIME, "mean of exponential service times")
                .takesCounted("servers", NONE, "servers that share one queue");
    }

    private static Function markovWait() {
        return markov("mm_c_wait", "the mean wait before service in M/M/c", "erlang_c / (servers / service - rate)")
                .gives(TIME, a -> isPool(a) ? queue(a).meanWait() : Double.NaN);
    }

    private static Function markovWaitQuantile() {
        return markov(
                        "mm_c_wait_quantile",
                        "a percentile of the wait before service in M/M/c; p95 of many things at 95 %",
                        "max(0, ln(erlang_c / (1 - level)) / (servers / service - rate))")
                .takes("level", NONE, "between 0 and 100 %")
                .gives(TIME, a -> isPool(a) && isLevel(a[3]) ? queue(a).waitQuantile(a[3]) : Double.NaN);
    }

    private static Function markovTime() {
        return markov(
                        "mm_c_time",
                        "the mean time from arrival to departure in M/M/c",
                        "erlang_c / (servers / service - rate) + service")
                .gives(TIME, a -> isPool(a) ? queue(a).meanSojourn() : Double.NaN);
    }

    private static Function markovTimeQuantile() {
        return markov(
                        "mm_c_time_quantile",
                        "a percentile of the time from arrival to departure in M/M/c",
                        "the t with P(time > t) = 1 - level; -ln(1 - level) / (1 / service - rate) for one server")
                .takes("level", NONE, "between 0 and 100 %")
                .gives(TIME, a -> isPool(a) && isLevel(a[3]) ? queue(a).sojournQuantile(a[3]) : Double.NaN);
    }

    private static MarkovQueue queue(double[] a) {
        return new MarkovQueue(a[0], a[1], (int) Math.rint(a[2]));
    }

    private static Function generalWait() {
        return Function.named("mg_1_wait")
                .about("the mean wait before service with one server and any service time")
                .formula("busy × service × (1 + cv²) / (2 × (1 - busy)), with busy = rate × service")
                .source("F. Pollaczek 1930, A. Khinchine 1932")
                .takesCounted("rate", RATE, "Poisson arrivals")
                .takesCounted("service", TIME, "mean of the service times")
                .takes("cv2", NONE, "variance over squared mean: 0 constant, 1 exponential")
                .gives(TIME, a -> manyWait(a[0], a[1], 1, 1, a[2]));
    }

    private static Function generalWaitOfMany() {
        return Function.named("gg_c_wait")
                .about("the mean wait before service with any arrivals, service times and servers; approximate")
                .formula("mm_c_wait × (arrival_cv2 + service_cv2) / 2")
                .source("A. O. Allen 1990, J. Cunneen; J. F. C. Kingman 1961 for one server; good to 10 % for cv² to 1")
                .takesCounted("rate", RATE, "arrivals")
                .takesCounted("service", TIME, "mean of the service times")
                .takesCounted("servers", NONE, "servers that share one queue")
                .takes("arrival_cv2", NONE, "variance over squared mean of the gaps between arrivals: 1 for Poisson")
                .takes("service_cv2", NONE, "variance over squared mean of the service times")
                .gives(TIME, a -> manyWait(a[0], a[1], a[2], a[3], a[4]));
    }

    private static double manyWait(double rate, double service, double servers, double arrivals, double services) {
        double[] queue = {rate, service, servers};
        return isPool(queue) && arrivals >= 0 && services >= 0
                ? queue(queue).meanWait() * (arrivals + services) / 2
                : Double.NaN;
    }

    private static boolean isPool(double[] a) {
        return a[0] > 0 && a[1] > 0 && isPool(a[0] * a[1], a[2]) && Math.rint(a[2]) >= 1;
    }

    private static boolean isPool(double load, double servers) {
        return load >= 0 && Measures.whole(servers, 0) <= MOST_SERVERS;
    }

    private static boolean isLevel(double level) {
        return level > 0 && level < 1;
    }
}
