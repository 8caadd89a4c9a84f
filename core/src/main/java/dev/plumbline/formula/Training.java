package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.BANDWIDTH;
import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.SPEED;
import static dev.plumbline.formula.Measures.TIME;
import static dev.plumbline.formula.Measures.TOKEN;
import static dev.plumbline.formula.Measures.WORK;

import dev.plumbline.quantity.Function;
import java.util.List;

/// Work, time, memory and traffic of training runs.
final class Training {
    private static final String ZERO =
            "Rajbhandari et al. 2020, ZeRO (https://arxiv.org/abs/1910.02054), section 3 and figure 1";
    private static final String KORTHIKANTI =
            "Korthikanti et al. 2022 (https://arxiv.org/abs/2205.05198), equations 2 to 4";

    private Training() {}

    static List<Function> all() {
        return List.of(
                flops(),
                recomputed(),
                time(),
                utilisation(),
                optimalTokens(),
                state(),
                sharded(),
                activations(),
                flashActivations(),
                checkpointed(),
                checkpointTraffic(),
                checkpointInterval());
    }

    private static Function flops() {
        return Function.named("training_flops")
                .about("the work of a training run: two parts forward, four backward")
                .formula("6 × parameters × tokens")
                .source("Kaplan et al. 2020 (https://arxiv.org/abs/2001.08361), section 2.1")
                .takesCounted("parameters", NONE, "those that one token uses")
                .takesCounted("tokens", NONE, "tokens seen, over all epochs")
                .gives(WORK, a -> 6 * a[0] * a[1]);
    }

    private static Function recomputed() {
        return Function.named("training_flops_recomputed")
                .about("the same where activations are computed again on the way back")
                .formula("8 × parameters × tokens")
                .source("Narayanan et al. 2021 (https://arxiv.org/abs/2104.04473), section 5.1")
                .takesCounted("parameters", NONE, "those that one token uses")
                .takesCounted("tokens", NONE, "tokens seen, over all epochs")
                .gives(WORK, a -> 8 * a[0] * a[1]);
    }

    private static Function time() {
        return Function.named("training_time")
                .about("how long a training run takes")
                .formula("flops / (devices × peak × mfu)")
                .source("Chowdhery et al. 2022 (https://arxiv.org/abs/2204.02311), appendix B; see facts.training")
                .takes("flops", WORK, "the work of the run, as training_flops gives it")
                .takesCounted("devices", NONE, "accelerators")
                .takesCounted("peak", SPEED, "dense peak of one")
                .takes("mfu", NONE, "model FLOP utilisation; 15 .. 45 % in published runs")
                .gives(TIME, a -> a[0] / (a[1] * a[2] * a[3]));
    }

    private static Function utilisation() {
        return Function.named("mfu")
                .about("the share of the peak that a run reached: model FLOP utilisation")
                .formula("flops / (devices × time × peak)")
                .source("Chowdhery et al. 2022 (https://arxiv.org/abs/2204.02311), appendix B")
                .takes("flops", WORK, "the work of the run, without recomputation")
                .takesCounted("devices", NONE, "accelerators")
                .takesCounted("time", TIME, "how long they ran")
                .takesCounted("peak", SPEED, "dense peak of one")
                .gives(NONE, a -> a[0] / (a[1] * a[2] * a[3]));
    }

    private static Function optimalTokens() {
        return Function.named("chinchilla_tokens")
                .about("the tokens that make the best model of a given size for the work")
                .formula("20 × parameters")
                .source("Hoffmann et al. 2022 (https://arxiv.org/abs/2203.15556), table 3: about 20 tokens a parameter")
                .takesCounted("parameters", NONE, "parameters of the model")
                .gives(TOKEN, a -> 20 * a[0]);
    }

    private static Function state() {
        return Function.named("training_state")
                .about("weights, gradients and optimizer state, activations not counted")
                .formula("parameters × (weight + gradient + optimizer)")
                .source(ZERO + "; Adam in mixed precision has 2 B, 2 B and 12 B")
                .takesCounted("parameters", NONE, "parameters of the model")
                .takesCounted("weight", DATA, "of one weight: 2 B in 16 bits")
                .takesCounted("gradient", DATA, "of one gradient: 2 B in 16 bits")
                .takesCounted("optimizer", DATA, "of one weight's state: 12 B for Adam (a copy, two moments, in FP32)")
                .gives(DATA, a -> a[0] * (a[1] + a[2] + a[3]));
    }

    private static Function sharded() {
        return Function.named("zero_memory")
                .about("weights, gradients and Adam's state on one of several accelerators that share them out")
                .formula("stage 0: 16 B × parameters; 1: 4 B + 12 B / devices; 2: 2 B + 14 B / devices;"
                        + " 3: 16 B / devices")
                .source(ZERO)
                .takesCounted("parameters", NONE, "parameters of the model")
                .takesCounted("devices", NONE, "accelerators that share")
                .takesCounted("stage", NONE, "0 to 3; stage 3 is also called FSDP")
                .gives(DATA, a -> a[0] * bytesPerParameter(a[1], a[2]));
    }

    private static double bytesPerParameter(double devices, double stage) {
        return switch ((int) Math.rint(stage)) {
            case 0 -> 16;
            case 1 -> 4 + 12 / devices;
            case 2 -> 2 + 14 / devices;
            case 3 -> 16 / devices;
            default -> Double.NaN;
        };
    }

    private static Function activations() {
        return Function.named("activation_memory")
                .about("activations kept for the way back, in 16 bits, with attention matrices kept whole")
                .formula("layers × sequence × batch × hidden × (34 + 5 × heads × sequence / hidden) B")
                .source(KORTHIKANTI)
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("hidden", NONE, "width of the model")
                .takesCounted("heads", NONE, "attention heads")
                .takesCounted("sequence", NONE, "tokens of one sequence")
                .takesCounted("batch", NONE, "sequences in one step on this accelerator")
                .gives(DATA, a -> a[0] * a[3] * a[4] * a[1] * (34 + 5 * a[2] * a[3] / a[1]));
    }

    private static Function flashActivations() {
        return Function.named("activation_memory_flash")
                .about("the same where attention matrices are computed again, as FlashAttention does")
                .formula("34 B × layers × sequence × batch × hidden")
                .source(KORTHIKANTI + ", selective recomputation")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("hidden", NONE, "width of the model")
                .takesCounted("sequence", NONE, "tokens of one sequence")
                .takesCounted("batch", NONE, "sequences in one step on this accelerator")
                .gives(DATA, a -> 34 * a[0] * a[1] * a[2] * a[3]);
    }

    private static Function checkpointed() {
        return Function.named("activation_memory_recomputed")
                .about("the same where only the input of each layer is kept")
                .formula("2 B × layers × sequence × batch × hidden")
                .source(KORTHIKANTI + ", full recomputation")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("hidden", NONE, "width of the model")
                .takesCounted("sequence", NONE, "tokens of one sequence")
                .takesCounted("batch", NONE, "sequences in one step on this accelerator")
                .gives(DATA, a -> 2 * a[0] * a[1] * a[2] * a[3]);
    }

    private static Function checkpointTraffic() {
        return Function.named("checkpoint_traffic")
                .about("the mean rate at which checkpoints are written")
                .formula("state / every")
                .source("definition; the state without gradients, 14 B a parameter for Adam in mixed precision")
                .takesCounted("state", DATA, "bytes of one checkpoint")
                .takes("every", TIME, "time from one to the next")
                .gives(BANDWIDTH, a -> a[0] / a[1]);
    }

    private static Function checkpointInterval() {
        return Function.named("checkpoint_interval")
                .about("the interval that loses least to writing checkpoints and to repeating work after a failure")
                .formula("sqrt(2 × write × between_failures)")
                .source("J. W. Young 1974 (https://doi.org/10.1145/361147.361115)")
                .takes("write", TIME, "how long training stands still for one checkpoint")
                .takes("between_failures", TIME, "mean time between failures of the whole machine")
                .gives(TIME, a -> Math.sqrt(2 * a[0] * a[1]));
    }
}
