package dev.plumbline.validation;

import java.util.List;

/// Work, time and memory of training runs.
final class TrainingKinds {
    private TrainingKinds() {}

    static List<Kind> all() {
        return List.of(
                Template.of("training_time(training_flops_recomputed({params}, {tokens}), {gpus}, {flops"
                                + " FLOP/s}, 100 %)")
                        .says("recomput", "8tp"),
                Template.of(
                        "training_time(training_flops({params}, {tokens}), {gpus = 1}, {flops FLOP/s}, {mfu = 100 %})"),
                Template.of(
                        "training_time(training_flops({active}, {tokens}), {gpus = 1}, {flops FLOP/s}, {mfu = 100 %})"),
                Template.of("mfu(training_flops({active}, {tokens}), 1, {gpu_hours h}, {flops FLOP/s})"),
                Template.of("mfu(training_flops({active}, {tokens}), {gpus}, {days day}, {flops FLOP/s})"),
                Template.of("mfu(training_flops({params}, {tokens}), {gpus}, {days day}, {flops FLOP/s})"),
                Template.of("mfu(training_flops({params}, {tokens}), {gpus}, {hours h}, {flops FLOP/s})"),
                Template.of("{gpus} * {days day}").says("gpu hours", "gpu-hours", "gpu h"),
                Template.of("checkpoint_interval({write_s s}, {mtbf_h h})"),
                Template.of("checkpoint_traffic({size_bytes B}, {every_s s})"),
                Template.of("{params} * {tokens_per_param token}").says("token"),
                Template.of("training_flops({active}, {tokens})").says("training"),
                Template.of("mfu(training_flops({params}, {tokens}), 1, {gpu_hours h}, {flops FLOP/s})"),
                Template.of("training_flops_recomputed({params}, {tokens})").says("recomput", "8nd"),
                Template.of("training_flops({params}, {tokens})").says("training", "6nd", "6pd"),
                Template.of("forward_flops({params}, {tokens})"),
                Template.of("chinchilla_tokens({params})").says("optimal", "chinchilla"),
                Template.of("zero_memory({params}, {gpus}, {stage})"),
                Template.of("training_state({params}, 2 B, 2 B, 12 B)").says("adam", "optimizer", "training state"));
    }
}
