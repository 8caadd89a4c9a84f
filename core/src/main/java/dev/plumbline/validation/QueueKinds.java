package dev.plumbline.validation;

import java.util.List;
import java.util.stream.Stream;

/// Queues, availability and scaling.
final class QueueKinds {
    private static final String LEVEL = "p99";
    private static final String SINGLE = "{lambda /s}, 1 / ({mu /s}), {servers = 1}";
    private static final String SERVED = "{lambda /s}, {mean_s s}, {servers = 1}";

    private QueueKinds() {}

    static List<Kind> all() {
        return Stream.of(bounded(), queues(), pools(), availability(), samples(), scaling())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Kind> bounded() {
        return List.of(
                Template.of("mm_c_k_loss({lambda /s}, 1 / ({mu /s}), {servers = 1}, {k})")
                        .says("loss", "block", "reject", "drop"),
                Template.of("mm_c_k_loss({lambda /s}, {mean_s s}, {servers = 1}, {k})")
                        .says("loss", "block", "reject", "drop"),
                Template.of("closed_throughput({users}, {z s}, {mean_s s}, {servers = 1})")
                        .says("closed", "repair", "throughput"),
                Template.of("erlang_servers({load}, {p})").says("servers", "agents", "staff"));
    }

    private static List<Kind> samples() {
        return List.of(
                Template.of("samples_for_lift({p}, {lift}, {alpha = 0.05}, {power = 0.8})"),
                Template.of("samples_for_share({p = 0.5}, {margin}, {level = 0.95})"),
                Template.of("share_unseen({n}, {level = 0.95})").says("rule of three", "upper bound", "unseen"),
                Template.of("{burn} * {hours h} / ({days day})").says("burn", "budget"),
                Template.of("burn_rate({budget}, {days day}, {hours h})").says("burn"),
                Template.of("{requests} * (1 - {availability})").says("budget", "allowed", "error"));
    }

    private static List<Kind> queues() {
        return Stream.of(SINGLE, SERVED)
                .<Kind>flatMap(queue -> Stream.of(
                        Template.of("mm_c_wait_quantile(" + queue + ", 99 %)")
                                .says(LEVEL)
                                .says("wait", "wq"),
                        Template.of("mm_c_wait_quantile(" + queue + ", 95 %)")
                                .says("p95")
                                .says("wait", "wq"),
                        Template.of("mm_c_time_quantile(" + queue + ", 99 %)").says(LEVEL),
                        Template.of("mm_c_time_quantile(" + queue + ", 95 %)").says("p95"),
                        Template.of("mm_c_time_quantile(" + queue + ", 50 %)").says("p50", "median"),
                        Template.of("gg_c_wait(" + queue + ", {ca2 = 1}, {cv2}) + {mean_s s}")
                                .says("time in system", "sojourn", "response"),
                        Template.of("gg_c_wait(" + queue + ", {ca2}, {cv2})"),
                        Template.of("gg_c_wait(" + queue + ", 1, {cv2})"),
                        Template.of("gg_c_wait(" + queue + ", 1, 0)").says("m/d/", "md1"),
                        Template.of("utilisation(" + queue + ")").says("utilisation", "utilization", "rho", "busy"),
                        Template.of("littles_law({lambda /s}, mm_c_time(" + queue + "))")
                                .says("number in system"),
                        Template.of("littles_law({lambda /s}, mm_c_wait(" + queue + "))")
                                .says("number", "queue length"),
                        Template.of("mm_c_wait(" + queue + ")").says("wait", "wq"),
                        Template.of("mm_c_time(" + queue + ")").says("system", "sojourn", "response", "mean"),
                        Template.of("erlang_c({lambda /s} * {mean_s s}, {servers})")))
                .toList();
    }

    private static List<Kind> pools() {
        return List.of(
                Template.of("service_level({load}, {servers}, {aht s}, {within s})"),
                Template.of("erlang_c({load}, {servers}) * {aht s} / ({servers} - {load})")
                        .says("wait", "speed of answer", "asa"),
                Template.of("ceil({load} + {beta} * sqrt({load}))").says("square", "staff", "servers"),
                Template.of("erlang_b({load}, {servers})").says("erlang b", "erlb", "block", "loss"),
                Template.of("erlang_c({load}, {servers})").says("erlang c", "erlc", "wait", "pool", "delay"),
                Template.of("gg_c_wait({rho} / ({mean_s s}), {mean_s s}, {servers = 1}, {ca2}, {cv2})"),
                Template.of("gg_c_wait({rho} / ({mean_s s}), {mean_s s}, {servers = 1}, 1, {cv2})"),
                Template.of("littles_law({lambda /s}, {time_s s})").says("little", "concurren", "in flight", "number"),
                Template.of("littles_law({lambda /s}, {mean_s s})").says("little", "concurren", "in flight", "number"));
    }

    private static List<Kind> availability() {
        return List.of(
                Template.of("downtime({availability}, {days day})"),
                Template.of("downtime({availability}, {hours h})"),
                Template.of("downtime({availability}, 365 day)").says("per year", "year"),
                Template.of("1 - (1 - {availability}) ^ {n}").says("parallel", "independent", "replica", "redundan"),
                Template.of("{availability} ^ {n}").says("series", "chain", "serial", "depend"),
                Template.of("in_series({a...})").says("series", "chain", "serial", "depend"),
                Template.of("k_of_n({availability}, {k}, {n})"),
                Template.of("1 - (1 - {availability} ^ {n}) ^ {replicas}").says("series", "redundan", "replica"),
                Template.of("availability_from_repair({mtbf_h h}, {mttr_h h})"),
                Template.of("availability_from_repair({mtbf h}, {mttr h})"));
    }

    private static List<Kind> scaling() {
        return List.of(
                Template.of("leaf_level({level}, {n})").says("leaf", "leaves", "each"),
                Template.of("fan_out({p}, {n})").says("any", "fan", "leaves", "at least one"),
                Template.of("{lambda} * usl({n}, {sigma}, {kappa})").says("throughput"),
                Template.of("{lambda /s} * usl({n}, {sigma}, {kappa})").says("throughput"),
                Template.of("usl({n}, {sigma}, {kappa})"),
                Template.of("usl({n}, {alpha}, {beta})"),
                Template.of("amdahl(1 - {serial}, {n})"),
                Template.of("amdahl({p}, {n})").says("amdahl", "speedup", "speed-up"));
    }
}
