package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.BANDWIDTH;
import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.SPEED;
import static dev.plumbline.formula.Measures.TIME;
import static dev.plumbline.formula.Measures.WORK;

import dev.plumbline.quantity.Function;
import dev.plumbline.roofline.Efficiency;
import dev.plumbline.roofline.Roofline;
import java.util.List;

/// What an accelerator can do in which time, and how many are needed.
final class Accelerators {
    private static final String ROOFLINE = "Williams et al. 2009 (https://doi.org/10.1145/1498765.1498785)";

    private Accelerators() {}

    static List<Function> all() {
        return List.of(
                ridge(),
                roofline(),
                gemm(),
                shareReached(),
                allReduce(),
                byMemory(),
                byThroughput(),
                byLatency(),
                needed());
    }

    private static Function ridge() {
        return Function.named("ridge_point")
                .about("the work for each byte above which arithmetic is the bound and below which memory is")
                .formula("peak / bandwidth")
                .source(ROOFLINE)
                .takesCounted("peak", SPEED, "dense peak")
                .takesCounted("bandwidth", BANDWIDTH, "memory bandwidth")
                .gives(WORK.per(DATA), a -> Roofline.ridge(a[0], a[1]));
    }

    private static Function roofline() {
        return Function.named("roofline_time")
                .about("the least time of some work: the longer of computing and of reading")
                .formula("max(flops / peak, bytes / bandwidth)")
                .source(ROOFLINE)
                .takesCounted("flops", WORK, "the work")
                .takesCounted("bytes", DATA, "bytes read and written")
                .takesCounted("peak", SPEED, "peak, or the share of it that is reached")
                .takesCounted("bandwidth", BANDWIDTH, "memory bandwidth, or the share of it that is reached")
                .gives(TIME, a -> Roofline.time(a[0], a[1], a[2], a[3]));
    }

    private static Function gemm() {
        return Function.named("matmul_flops")
                .about("the work of a matrix product, a multiply-add counted as two")
                .formula("2 × rows × inner × columns")
                .source("Golub and Van Loan 2013, section 1.1.15")
                .takesCounted("rows", NONE, "rows of the left matrix: tokens")
                .takesCounted("inner", NONE, "its columns, the rows of the right matrix")
                .takesCounted("columns", NONE, "columns of the right matrix")
                .gives(WORK, a -> Roofline.matrixProduct(a[0], a[1], a[2]));
    }

    private static Function allReduce() {
        return Function.named("allreduce_time")
                .about("how long summing something over all devices takes in a ring, latency of the steps not counted")
                .formula("2 × (devices - 1) / devices × size / bandwidth")
                .source("Patarasuk and Yuan 2009 (https://doi.org/10.1016/j.jpdc.2008.09.002), theorem 1")
                .takesCounted("size", DATA, "what each device holds")
                .takesCounted("devices", NONE, "devices of the ring")
                .takesCounted("bandwidth", BANDWIDTH, "one way, of the slowest link: link_one_way, not link_both_ways")
                .gives(TIME, a -> Roofline.allReduced(a[0], a[1]) / a[2]);
    }

    private static Function byMemory() {
        return Function.named("accelerators_by_memory")
                .about("how many accelerators hold the weights and caches")
                .formula("ceil(need / (memory × usable))")
                .source("definition; the usable share is a prior, see facts.serving_memory")
                .takesCounted("need", DATA, "weights, caches and activations together")
                .takesCounted("memory", DATA, "of one accelerator")
                .takes("usable", NONE, "share of it that the engine may take")
                .gives(NONE, a -> ceil(a[0] / (a[1] * a[2])));
    }

    private static Function shareReached() {
        return Function.named("share_reached")
                .about("the share of peak arithmetic that a product of so many tokens reaches")
                .formula("few up to 128 tokens, many from 512 on, by the logarithm of the tokens between")
                .source("medians of microsoft/vidur data/profiling mlp.csv at 128 and 512 tokens, see facts.gemm_h100;"
                        + " the way between is interpolated")
                .takesCounted("tokens", NONE, "rows of the product: one for each token of a step")
                .takes("few", NONE, "share at 128 tokens and less")
                .takes("many", NONE, "share at 512 tokens and more")
                .gives(NONE, a -> new Efficiency(a[1], a[2], 1, 0, 1, 0).compute(a[0]));
    }

    private static Function byThroughput() {
        return Function.named("accelerators_by_throughput")
                .about("how many accelerators carry the load")
                .formula("ceil(demand / (each × busy))")
                .source("definition")
                .takesAnything("demand", "so many a second: requests, tokens or FLOP")
                .takesSame("each", "what one accelerator does in a second")
                .takesCounted("busy", NONE, "share of time it may be busy, so that queues stay short")
                .gives(NONE, a -> ceil(a[0] / (a[1] * a[2])));
    }

    private static Function byLatency() {
        return Function.named("accelerators_by_latency")
                .about("how many accelerators have to share one request's work to be fast enough")
                .formula("ceil(alone / (target × efficiency))")
                .source("Amdahl 1967 with the loss put into the efficiency; tensor parallelism reaches 60 .. 90 %")
                .takes("alone", TIME, "the time on one")
                .takes("target", TIME, "the time that is wanted")
                .takes("efficiency", NONE, "speed-up over the number of accelerators")
                .gives(NONE, a -> ceil(a[0] / (a[1] * a[2])));
    }

    private static Function needed() {
        return Function.named("accelerators")
                .about("how many accelerators are needed; the largest of the three counts binds")
                .formula("max(by_memory, by_throughput, by_latency)")
                .source("definition")
                .takesCounted("by_memory", NONE, "as accelerators_by_memory gives it")
                .takesCounted("by_throughput", NONE, "as accelerators_by_throughput gives it")
                .takesCounted("by_latency", NONE, "as accelerators_by_latency gives it")
                .gives(NONE, a -> Math.max(a[0], Math.max(a[1], a[2])));
    }

    /// Rounding alone does not buy another accelerator.
    private static double ceil(double x) {
        double whole = Math.rint(x);
        return Math.abs(x - whole) <= 1e-9 * Math.max(1, Math.abs(x)) ? whole : Math.ceil(x);
    }
}
