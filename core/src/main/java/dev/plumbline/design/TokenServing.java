package dev.plumbline.design;

import java.util.Map;

/// How a replica writes the answers of a language model: step by step, many at a time (continuous batching).
///
/// @param model what is known of the model's shape, by the attribute's name in the knowledge base: `layers`
/// @param accelerator what is known of one accelerator, in the same way; its peak is under `peak`
/// @param devices accelerators of a replica, which share every layer
/// @param precision in what the weights are kept
/// @param cachePrecision in what keys and values are kept
/// @param steps how steps are put together
/// @param reach how much of the accelerators' peaks is reached
/// @param memory what of the accelerators' memory is used
public record TokenServing(
        Map<String, Amount> model,
        Map<String, Amount> accelerator,
        int devices,
        Precision precision,
        Precision cachePrecision,
        Steps steps,
        Reach reach,
        Memory memory) {
    public TokenServing {
        model = Map.copyOf(model);
        accelerator = Map.copyOf(accelerator);
    }

    /// How numbers are written.
    public enum Precision {
        BF16(2, "bf16_dense"),
        FP8(1, "fp8_dense"),
        INT8(1, "int8_dense"),
        FP4(0.5, "fp4_dense"),
        /// Weights only: they are widened before they are multiplied.
        INT4(0.5, "bf16_dense");

        private final double bytes;
        private final String peak;

        Precision(double bytes, String peak) {
            this.bytes = bytes;
            this.peak = peak;
        }

        /// Bytes of one number.
        public double bytes() {
            return bytes;
        }

        /// The attribute of an accelerator that says how fast it multiplies these.
        String peak() {
            return peak;
        }
    }

    /// Who reads when.
    public enum Prefill {
        /// Prompts in pieces, beside the tokens that are written.
        CHUNKED,
        /// Prompts whole, before anything more is written.
        FIRST
    }

    /// How steps are put together.
    ///
    /// @param chunk the most tokens of a step
    /// @param longest the most tokens of a prompt with its answer
    /// @param prefix tokens that all prompts begin with
    /// @param cached the share of a prompt's other tokens that was read before
    public record Steps(Prefill prefill, Amount chunk, Amount longest, Amount prefix, Amount cached) {}

    /// How much of the peaks is reached.
    ///
    /// @param compute share of peak arithmetic in products of 512 tokens and more
    /// @param computeFew the same for 128 tokens and less
    /// @param bandwidth share of the memory bandwidth
    /// @param layer seconds that a layer adds to a step whatever its work
    /// @param link share of the link's rate when devices sum their results
    /// @param sum seconds that each such sum takes at least
    public record Reach(Amount compute, Amount computeFew, Amount bandwidth, Amount layer, Amount link, Amount sum) {}

    /// What of the memory is used.
    ///
    /// @param usable the share that the engine takes
    /// @param kept the share of what the weights leave of it that keys and values get
    public record Memory(Amount usable, Amount kept) {}
}
