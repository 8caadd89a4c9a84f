package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Function;
import java.util.List;

/// Sizes and errors of structures that answer approximately.
final class Sketches {
    private static final String BLOOM =
            "Bloom 1970 (https://doi.org/10.1145/362686.362692); Mitzenmacher and Upfal, 5.5.3";

    private Sketches() {}

    static List<Function> all() {
        return List.of(bloom(), bloomHashes(), bloomError(), collision(), hyperLogLog(), countMin());
    }

    private static Function countMin() {
        return Function.named("count_min_width")
                .about("counters in one row of a count-min sketch whose error stays below a share of all counts")
                .formula("e / error")
                .source("Cormode and Muthukrishnan 2005 (https://doi.org/10.1016/j.jalgor.2003.12.001), theorem 1")
                .takes("error", NONE, "the error over the sum of all counts")
                .gives(NONE, a -> Math.E / a[0]);
    }

    private static Function bloom() {
        return Function.named("bloom_filter")
                .about("the size of a Bloom filter with the best number of hashes")
                .formula("-keys × ln(false_positive) / (ln 2)² bit")
                .source(BLOOM)
                .takesCounted("keys", NONE, "keys that are put in")
                .takes("false_positive", NONE, "share of other keys that it takes for one of them")
                .gives(DATA, a -> bits(a[0], a[1]) / 8);
    }

    private static Function bloomHashes() {
        return Function.named("bloom_hashes")
                .about("the best number of hashes of a Bloom filter, before rounding")
                .formula("size / keys × ln 2")
                .source(BLOOM)
                .takesCounted("keys", NONE, "keys that are put in")
                .takesCounted("size", DATA, "size of the filter")
                .gives(NONE, a -> a[1] * 8 / a[0] * Math.log(2));
    }

    private static Function bloomError() {
        return Function.named("bloom_false_positive")
                .about("the share of absent keys that a Bloom filter takes for present")
                .formula("(1 - e^(-hashes × keys / bits))^hashes")
                .source(BLOOM)
                .takesCounted("keys", NONE, "keys that are put in")
                .takesCounted("size", DATA, "size of the filter")
                .takesCounted("hashes", NONE, "hash functions")
                .gives(NONE, a -> StrictMath.pow(-StrictMath.expm1(-a[2] * a[0] / (a[1] * 8)), a[2]));
    }

    private static double bits(double keys, double falsePositive) {
        return -keys * StrictMath.log(falsePositive) / (StrictMath.log(2) * StrictMath.log(2));
    }

    private static Function collision() {
        return Function.named("collision")
                .about("the chance that any two of so many random identifiers are alike")
                .formula("1 - (1 - 1/N)(1 - 2/N)..., N = 2^(size in bits); from 10,000 keys on"
                        + " 1 - e^(-keys × (keys - 1) / 2N)")
                .source("the birthday problem: von Mises 1939")
                .takesCounted("keys", NONE, "identifiers")
                .takesCounted("size", DATA, "of one identifier, such as 64 bit")
                .gives(NONE, a -> collides(a[0], StrictMath.pow(2, -a[1] * 8)));
    }

    /// @param each the chance of one value, 1/N
    private static double collides(double keys, double each) {
        double apart = 0;
        if (keys > 10_000) {
            apart = -keys * (keys - 1) / 2 * each;
        } else {
            for (int i = 1; i < keys; i++) {
                apart += StrictMath.log1p(-Math.min(1, i * each));
            }
        }
        return -StrictMath.expm1(apart);
    }

    private static Function hyperLogLog() {
        return Function.named("hyperloglog_error")
                .about("the standard error of a HyperLogLog sketch, over the count")
                .formula("1.04 / sqrt(registers)")
                .source("Flajolet et al. 2007 (https://doi.org/10.46298/dmtcs.3545), theorem 1")
                .takesCounted("registers", Dimension.NONE, "registers: 16384 in Redis")
                .gives(NONE, a -> 1.04 / Math.sqrt(a[0]));
    }
}
