package dev.plumbline.formula;

import static dev.plumbline.formula.Measures.BANDWIDTH;
import static dev.plumbline.formula.Measures.DATA;
import static dev.plumbline.formula.Measures.NONE;
import static dev.plumbline.formula.Measures.PARAMETER;
import static dev.plumbline.formula.Measures.SPEED;
import static dev.plumbline.formula.Measures.TIME;
import static dev.plumbline.formula.Measures.TOKEN;
import static dev.plumbline.formula.Measures.WORK;

import dev.plumbline.quantity.Function;
import dev.plumbline.roofline.Roofline;
import java.util.List;

/// Sizes and times of transformers.
final class LanguageModels {
    private static final String KAPLAN = "Kaplan et al. 2020 (https://arxiv.org/abs/2001.08361), section 2.1";

    private LanguageModels() {}

    static List<Function> all() {
        return List.of(
                dense(),
                mixture(),
                touched(),
                weights(),
                cache(),
                latentCache(),
                forward(),
                attention(),
                prefill(),
                decode());
    }

    private static Function dense() {
        return Function.named("transformer_parameters")
                .about("the parameters of a dense decoder with gated feed-forward layers, such as Llama")
                .formula("vocab × hidden × (2 - tied)"
                        + " + layers × (2 × hidden × (query_width + kv_width) + 3 × hidden × ff + 2 × hidden) + hidden")
                .source("counted from the layers of Touvron et al. 2023 (https://arxiv.org/abs/2302.13971)")
                .takesCounted("vocab", NONE, "rows of the embedding table")
                .takesCounted("hidden", NONE, "width of the model")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("query_width", NONE, "heads × head_dim; often the same as hidden")
                .takesCounted("kv_width", NONE, "kv_heads × head_dim")
                .takesCounted("ff", NONE, "width of the feed-forward part")
                .takesCounted("tied", NONE, "1 if the output uses the embedding table, else 0")
                .gives(PARAMETER, a -> outside(a[0], a[1], a[6]) + a[2] * (layer(a[1], a[3], a[4]) + 3 * a[1] * a[5]));
    }

    private static Function mixture() {
        return Function.named("moe_parameters")
                .about("the parameters of a decoder whose feed-forward part is a mixture of experts, such as Mixtral")
                .formula("as transformer_parameters, with counted × 3 × hidden × ff + hidden × experts for the"
                        + " feed-forward part")
                .source("counted from the layers of Jiang et al. 2024 (https://arxiv.org/abs/2401.04088)")
                .takesCounted("vocab", NONE, "rows of the embedding table")
                .takesCounted("hidden", NONE, "width of the model")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("query_width", NONE, "heads × head_dim")
                .takesCounted("kv_width", NONE, "kv_heads × head_dim")
                .takesCounted("ff", NONE, "width of one expert")
                .takesCounted("experts", NONE, "experts of a layer that are chosen from")
                .takesCounted("counted", NONE, "experts to count: all for memory, those one token uses for work")
                .takesCounted("tied", NONE, "1 if the output uses the embedding table, else 0")
                .gives(
                        PARAMETER,
                        a -> outside(a[0], a[1], a[8])
                                + a[2] * (layer(a[1], a[3], a[4]) + a[7] * 3 * a[1] * a[5] + a[1] * a[6]));
    }

    private static Function touched() {
        return Function.named("moe_parameters_read")
                .about("the parameters of a mixture of experts that a step over some tokens reads")
                .formula("active + (experts × (1 - (1 - used / experts)^tokens) - used) × (parameters - active)"
                        + " / (experts - used)")
                .source("the mean number of experts that are drawn, each token drawing `used` different ones of"
                        + " `experts` that are all alike")
                .takesCounted("parameters", NONE, "all parameters, of all experts")
                .takesCounted("active", NONE, "those that one token uses")
                .takesCounted("experts", NONE, "experts of a layer that are chosen from")
                .takesCounted("used", NONE, "experts that one token goes through")
                .takesCounted("tokens", NONE, "tokens of the step: one for each answer at work")
                .gives(
                        PARAMETER,
                        a -> a[1] + (Roofline.expertsTouched(a[2], a[3], a[4]) - a[3]) * (a[0] - a[1]) / (a[2] - a[3]));
    }

    /// The embedding table, the output and the last normalisation.
    private static double outside(double vocab, double hidden, double tied) {
        return vocab * hidden * (2 - tied) + hidden;
    }

    /// Attention and two normalisations.
    private static double layer(double hidden, double queryWidth, double kvWidth) {
        return 2 * hidden * (queryWidth + kvWidth) + 2 * hidden;
    }

    private static Function weights() {
        return Function.named("weights")
                .about("the memory of a model's weights")
                .formula("parameters × bytes")
                .source("definition")
                .takesCounted("parameters", NONE, "all parameters, of all experts")
                .takesCounted("bytes", DATA, "of one parameter: 4 B FP32, 2 B BF16, 1 B FP8 or INT8, 0.5 B FP4")
                .gives(DATA, a -> a[0] * a[1]);
    }

    private static Function cache() {
        return Function.named("kv_cache_per_token")
                .about("the keys and values that one token leaves in memory; multi-head or grouped-query attention")
                .formula("2 × layers × kv_heads × head_dim × bytes")
                .source("Ainslie et al. 2023 (https://arxiv.org/abs/2305.13245); the 2 is for keys and values")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("kv_heads", NONE, "heads whose keys and values are kept; fewer than heads with GQA")
                .takesCounted("head_dim", NONE, "numbers in one key")
                .takesCounted("bytes", DATA, "of one number: 2 B in 16 bits, 1 B in FP8")
                .gives(DATA.per(TOKEN), a -> Roofline.cachePerToken(a[0], a[1], a[2], a[3]));
    }

    private static Function latentCache() {
        return Function.named("kv_cache_per_token_mla")
                .about("what one token leaves in memory with multi-head latent attention, such as DeepSeek-V3")
                .formula("layers × kv_rank × bytes")
                .source("DeepSeek-V2 (https://arxiv.org/abs/2405.04434), table 1: d_c + d_h^R numbers a layer, once")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("kv_rank", NONE, "numbers kept: the compressed vector and the rotated key, 512 + 64")
                .takesCounted("bytes", DATA, "of one number")
                .gives(DATA.per(TOKEN), a -> Roofline.latentCachePerToken(a[0], a[1], a[2]));
    }

    private static Function forward() {
        return Function.named("forward_flops")
                .about("the work of a forward pass over some tokens, attention to the context not counted")
                .formula("2 × parameters × tokens")
                .source(KAPLAN)
                .takesCounted("parameters", NONE, "those that one token uses: the active ones of a mixture of experts")
                .takesCounted("tokens", NONE, "tokens, over the whole batch")
                .gives(WORK, a -> Roofline.linear(a[0], a[1]));
    }

    private static Function attention() {
        return Function.named("attention_flops")
                .about("the work of causal attention over one sequence, which forward_flops leaves out")
                .formula("2 × layers × query_width × tokens × (tokens + 1)")
                .source(KAPLAN + ", table 1: two products of 2 × width for each token and each one that it looks at")
                .takesCounted("layers", NONE, "number of layers")
                .takesCounted("query_width", NONE, "heads × head_dim")
                .takesCounted("tokens", NONE, "length of the sequence")
                .gives(WORK, a -> Roofline.attention(a[0], 1, a[1], Roofline.causalPairs(0, a[2])));
    }

    private static Function prefill() {
        return Function.named("prefill_time")
                .about("how long reading a prompt takes where arithmetic is the bound")
                .formula("2 × parameters × tokens / (peak × share)")
                .source(KAPLAN + "; the share reached is a prior, see facts.gemm_h100")
                .takesCounted("parameters", NONE, "those that one token uses")
                .takesCounted("tokens", NONE, "tokens of all prompts read together")
                .takesCounted("peak", SPEED, "dense peak of all accelerators together")
                .takes("share", NONE, "share of the peak that is reached")
                .gives(TIME, a -> Roofline.linear(a[0], a[1]) / (a[2] * a[3]));
    }

    private static Function decode() {
        return Function.named("decode_floor")
                .about("the least time of one decoding step: all weights and the batch's caches are read once")
                .formula("(weights + cache) / bandwidth")
                .source("Pope et al. 2023 (https://arxiv.org/abs/2211.05102), section 2.1; a floor, see facts.decode")
                .takesCounted("weights", DATA, "weights that are read: all of a dense model's")
                .takesCounted("cache", DATA, "keys and values of the batch's sequences; 0 B for the bare floor")
                .takesCounted("bandwidth", BANDWIDTH, "memory bandwidth of all accelerators together")
                .gives(TIME, a -> Roofline.decodeFloor(a[0] + a[1], a[2]));
    }
}
