package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.RATE;
import static dev.plumbline.formula.Measures.TIME;

import dev.plumbline.caching.HitRate;
import dev.plumbline.caching.Popularity;
import dev.plumbline.quantity.Function;
import dev.plumbline.quantity.Function.Draft;
import java.util.Arrays;
import java.util.List;

/// Hit rates of caches over a population of keys, of which some are asked for more often than others.
final class Caches {
    private static final String CHE = "Che, Tung and Wang 2002 (https://doi.org/10.1109/JSAC.2002.801752), section III";
    private static final String FOFACK = "Fofack et al. 2012 (https://doi.org/10.4108/valuetools.2012.250250), eq. 5";
    private static final String AHO = "Aho, Denning and Ullman 1971 (https://doi.org/10.1145/321623.321632)";

    private Caches() {}

    static List<Function> all() {
        return List.of(lru(), lfu(), ttl(), lruTtl(), uncounted());
    }

    private static Draft over(String name, String about, String formula, String source) {
        return Function.named(name)
                .about(about)
                .formula(formula)
                .source(source)
                .takesCounted("keys", NONE, "how many different ones are asked for, 1 to 1e15")
                .takes("skew", NONE, "the one of rank i is asked for in proportion to i^-skew (Zipf)");
    }

    private static Function lru() {
        return over(
                        "lru_hit",
                        "the hit rate of a cache that keeps what was asked for last",
                        "sum of p × (1 - e^(-p × t)) over keys, with the t for which sum of 1 - e^(-p × t) = entries",
                        CHE)
                .takesCounted("entries", NONE, "how many fit")
                .gives(NONE, new Once(a -> a[2] >= 0 ? HitRate.lru(keys(a), a[2]) : Double.NaN));
    }

    private static Function lfu() {
        return over(
                        "lfu_hit",
                        "the hit rate of a cache that keeps what is asked for most often",
                        "sum of p over the entries most popular keys",
                        AHO)
                .takesCounted("entries", NONE, "how many fit")
                .gives(NONE, new Once(a -> a[2] >= 0 ? HitRate.lfu(keys(a), a[2]) : Double.NaN));
    }

    private static Function ttl() {
        return over(
                        "ttl_hit",
                        "the hit rate of a cache that keeps everything for a time",
                        "sum of p × m / (1 + m) over keys, with m = p × reads × ttl",
                        FOFACK)
                .takesCounted("reads", RATE, "requests to the cache, Poisson")
                .takesCounted("ttl", TIME, "how long one is kept after it was brought in")
                .gives(NONE, new Once(a -> a[2] >= 0 && a[3] >= 0 ? HitRate.ttl(keys(a), a[2], a[3]) : Double.NaN));
    }

    private static Function lruTtl() {
        return over(
                        "lru_ttl_hit",
                        "the hit rate of a cache that keeps what was asked for last, but nothing longer than a time;"
                                + " up to 5 percentage points too high where both limits act",
                        "sum of p × h over keys, with h = min(1 - e^(-p × t), m / (1 + m)), m = p × reads × ttl and"
                                + " the t for which sum of h = entries",
                        CHE + "; " + FOFACK)
                .takesCounted("entries", NONE, "how many fit")
                .takesCounted("reads", RATE, "requests to the cache, Poisson")
                .takesCounted("ttl", TIME, "how long one is kept after it was brought in")
                .gives(
                        NONE,
                        new Once(a -> a[2] >= 0 && a[3] >= 0 && a[4] >= 0
                                ? HitRate.lruWithTtl(keys(a), a[2], a[3], a[4])
                                : Double.NaN));
    }

    private static Function uncounted() {
        return Function.named("uncounted")
                .about("a rate or amount without what it counts, so that loads and searches can be added up")
                .formula("x, its counted nouns taken out")
                .takesAnything("x", "such as 5 search/s")
                .gives(arguments -> arguments.getFirst().withoutCounts(), a -> a[0]);
    }

    private static Popularity keys(double[] a) {
        return Popularity.zipf(a[0], a[1]);
    }

    /// Computes anew only where an argument differs from the last world's.
    private record Once(Function.Body body) implements Function.Body {
        @Override
        public double of(double[] a) {
            boolean known = Math.rint(a[0]) >= 1 && Math.rint(a[0]) <= Popularity.MOST && a[1] >= 0;
            return known && Double.isFinite(a[1]) ? body.of(a) : Double.NaN;
        }

        @Override
        public void fill(double[][] columns, int count, double[] out, int at) {
            double[] arguments = new double[columns.length];
            double[] last = new double[columns.length];
            for (int i = 0; i < count; i++) {
                for (int a = 0; a < arguments.length; a++) {
                    arguments[a] = columns[a][i];
                }
                out[at + i] = i > 0 && Arrays.equals(arguments, last) ? out[at + i - 1] : of(arguments);
                System.arraycopy(arguments, 0, last, 0, last.length);
            }
        }
    }
}
