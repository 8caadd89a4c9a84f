package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.NONE;

import dev.plumbline.quantity.Function;
import java.util.List;

/// What more machines bring, and what more parts cost.
final class Scaling {
    private Scaling() {}

    static List<Function> all() {
        return List.of(amdahl(), universal(), anyOfMany(), levelOfLeaf());
    }

    private static Function amdahl() {
        return Function.named("amdahl")
                .about("how many times faster a task gets on several machines when a part of it cannot be shared")
                .formula("1 / (1 - parallel + parallel / machines)")
                .source("G. M. Amdahl 1967 (https://doi.org/10.1145/1465482.1465560)")
                .takes("parallel", NONE, "share of the work that can be shared")
                .takesCounted("machines", NONE, "machines, or cores")
                .gives(NONE, a -> 1 / (1 - Measures.share(a[0]) + a[0] / a[1]));
    }

    private static Function universal() {
        return Function.named("usl")
                .about("throughput over that of one machine, with waiting for each other and talking to each other")
                .formula("n / (1 + contention × (n - 1) + coherency × n × (n - 1))")
                .source("N. J. Gunther 2007, Guerrilla Capacity Planning, chapter 4")
                .takesCounted("n", NONE, "machines")
                .takes("contention", NONE, "share of work that only one can do at a time")
                .takes("coherency", NONE, "cost of agreement between each two")
                .gives(NONE, a -> a[0] / (1 + a[1] * (a[0] - 1) + a[2] * a[0] * (a[0] - 1)));
    }

    private static Function anyOfMany() {
        return Function.named("fan_out")
                .about("the chance that at least one of several parallel calls is slow")
                .formula("1 - (1 - slow)^calls")
                .source("Dean and Barroso 2013 (https://doi.org/10.1145/2408776.2408794)")
                .takes("slow", NONE, "share of calls to one leaf that are slow: 1 % beyond its p99")
                .takesCounted("calls", NONE, "leaves that have to answer")
                .gives(NONE, a -> -StrictMath.expm1(a[1] * StrictMath.log1p(-a[0])));
    }

    private static Function levelOfLeaf() {
        return Function.named("leaf_level")
                .about("the percentile that each of several parallel calls has to keep for all to keep theirs")
                .formula("level^(1 / calls)")
                .source("Dean and Barroso 2013 (https://doi.org/10.1145/2408776.2408794)")
                .takes("level", NONE, "of the whole: 99 % for p99")
                .takesCounted("calls", NONE, "leaves that have to answer")
                .gives(NONE, a -> StrictMath.pow(Measures.share(a[0]), 1 / a[1]));
    }
}
