package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.TIME;

import dev.plumbline.quantity.Function;
import java.util.List;

/// Shares of time in which something works.
final class Availability {
    private static final String RELIABILITY = "Barlow and Proschan 1975, chapter 1; failures independent";

    private Availability() {}

    static List<Function> all() {
        return List.of(downtime(), available(), fromRepair(), inSeries(), inParallel(), kOfN());
    }

    private static Function downtime() {
        return Function.named("downtime")
                .about("how long something may be down within a window; a month is not 30 days, so name the window")
                .formula("(1 - availability) × window")
                .source("definition")
                .takes("availability", NONE, "share of time in which it works")
                .takes("window", TIME, "the window that the promise is about: 30 day, 1 year")
                .gives(TIME, a -> (1 - Measures.share(a[0])) * a[1]);
    }

    private static Function available() {
        return Function.named("availability")
                .about("the share of a window in which something works")
                .formula("1 - down / window")
                .source("definition")
                .takes("down", TIME, "time down within the window")
                .takes("window", TIME, "the window")
                .gives(NONE, a -> 1 - a[0] / a[1]);
    }

    private static Function fromRepair() {
        return Function.named("availability_from_repair")
                .about("the share of time in which something works that fails and is repaired")
                .formula("between_failures / (between_failures + repair)")
                .source("Barlow and Proschan 1975, chapter 7")
                .takes("between_failures", TIME, "mean time from repair to the next failure")
                .takes("repair", TIME, "mean time to repair, the time to notice included")
                .gives(NONE, a -> a[0] / (a[0] + a[1]));
    }

    private static Function inSeries() {
        return Function.named("in_series")
                .about("the availability of something that needs all of its parts")
                .formula("a × b × ...")
                .source(RELIABILITY)
                .takes("a", NONE, "availability of one part")
                .takes("b", NONE, "availability of another")
                .repeated()
                .gives(NONE, a -> {
                    double all = 1;
                    for (double each : a) {
                        all *= Measures.share(each);
                    }
                    return all;
                });
    }

    private static Function inParallel() {
        return Function.named("in_parallel")
                .about("the availability of something that needs any one of its parts")
                .formula("1 - (1 - a) × (1 - b) × ...")
                .source(RELIABILITY)
                .takes("a", NONE, "availability of one part")
                .takes("b", NONE, "availability of another")
                .repeated()
                .gives(NONE, a -> {
                    double none = 1;
                    for (double each : a) {
                        none *= 1 - Measures.share(each);
                    }
                    return 1 - none;
                });
    }

    private static Function kOfN() {
        return Function.named("k_of_n")
                .about("the availability of something that needs some of its equal parts, such as a quorum")
                .formula("sum of n! / (i! (n - i)!) × a^i × (1 - a)^(n - i) for i = needed .. n")
                .source(RELIABILITY)
                .takes("a", NONE, "availability of one part")
                .takesCounted("needed", NONE, "parts that have to work")
                .takesCounted("n", NONE, "parts that there are, up to 1000")
                .gives(NONE, a -> atLeast(Measures.share(a[0]), Measures.whole(a[1], 0), Measures.whole(a[2], 0)));
    }

    /// The upper tail of the binomial distribution, by the recursion over parts, which does not cancel.
    private static double atLeast(double share, double needed, double parts) {
        if (!(parts <= 1000) || !(needed <= parts) || Double.isNaN(share)) {
            return Double.NaN;
        }
        double[] working = new double[(int) parts + 1];
        working[0] = 1;
        for (int n = 1; n <= (int) parts; n++) {
            for (int i = n; i > 0; i--) {
                working[i] = working[i] * (1 - share) + working[i - 1] * share;
            }
            working[0] *= 1 - share;
        }
        double sum = 0;
        for (int i = (int) parts; i >= (int) needed; i--) {
            sum += working[i];
        }
        return sum;
    }
}
