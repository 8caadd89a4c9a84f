package dev.plumbline.roofline;

/// A transformer on one or more accelerators that share every layer (tensor parallel), and how long one step of a
/// serving engine takes there: one pass of some tokens through all layers.
///
/// The linear layers, attention and the sums over devices run one after the other, and each is bound by arithmetic or
/// by bytes on its own; so their times add up, and the roofline holds for each by itself. The experts of a mixture
/// are products of their own, of as few tokens as each expert gets.
///
/// @param weightBytes bytes for each weight
/// @param cacheBytes bytes for each number in the cache
/// @param devices accelerators that share every layer
public record Deployment(
        Transformer model,
        Accelerator accelerator,
        Efficiency efficiency,
        double weightBytes,
        double cacheBytes,
        int devices) {
    /// Activations travel between devices in 16 bits.
    private static final double ACTIVATION_BYTES = 2;

    /// Sums over all devices in a layer: after attention and after the feed-forward part (M. Shoeybi et al.,
    /// "Megatron-LM", 2019, section 3).
    private static final double SUMS_PER_LAYER = 2;

    public Deployment {
        if (!(weightBytes > 0) || !(cacheBytes > 0) || devices < 1) {
            throw new IllegalArgumentException("weights and cache take bytes on a device, not \"%s, %s, %d\""
                    .formatted(weightBytes, cacheBytes, devices));
        }
    }

    /// Seconds of a step whatever its tokens: starting kernels, and the delay of each sum over devices.
    public double fixed() {
        double sums = devices > 1 ? SUMS_PER_LAYER * model.layers() * efficiency.linkDelay() : 0;
        return model.layers() * efficiency.perLayer() + sums;
    }

    /// Seconds of the linear layers for so many tokens, at least 1, with the sums over devices.
    public double linear(double tokens) {
        double expert = model.expert();
        double each = model.dense() ? 0 : tokens * model.expertsUsed() / model.experts();
        double shared =
                product(tokens, model.body() - model.expertsUsed() * expert, model.always() - model.head(), tokens);
        double touched = model.dense() ? 0 : Roofline.expertsTouched(model.experts(), model.expertsUsed(), tokens);
        double chosen = model.dense() ? 0 : product(tokens, model.expertsUsed() * expert, touched * expert, each);
        double sent = devices == 1
                ? 0
                : SUMS_PER_LAYER
                        * model.layers()
                        * Roofline.allReduced(tokens * model.hidden() * ACTIVATION_BYTES, devices)
                        / (accelerator.link() * efficiency.link());
        return shared + chosen + sent;
    }

    /// Seconds of the head, which makes logits for so many sampled tokens.
    public double head(double sampled) {
        return sampled == 0 ? 0 : product(sampled, model.head(), model.head(), sampled);
    }

    private double product(double tokens, double used, double read, double rows) {
        double flops = Roofline.linear(used, tokens) / devices;
        double bytes = read * weightBytes / devices;
        return Roofline.time(
                flops,
                bytes,
                accelerator.peak() * efficiency.compute(rows),
                accelerator.bandwidth() * efficiency.streaming());
    }

    /// Seconds that one token in the cache adds to a step in which a sequence looks at it: its bytes are read.
    public double perCachedToken() {
        return Roofline.time(
                model.attention(1) / devices,
                model.cachePerToken(cacheBytes) / cacheDevices(),
                accelerator.peak() * efficiency.manyTokens(),
                accelerator.bandwidth() * efficiency.streaming());
    }

    /// Seconds of attention for each pair of tokens while a prompt is read.
    public double perPair() {
        return model.attention(1) / devices / (accelerator.peak() * efficiency.manyTokens());
    }

    /// Bytes of all weights on all devices.
    public double weights() {
        return model.parameters() * weightBytes;
    }

    /// Tokens whose keys and values fit beside the weights; below zero where the weights alone do not fit.
    ///
    /// @param usable the share of each device's memory that the engine takes
    /// @param reserved bytes of it on each device that neither weights nor cache get: activations, graphs, buffers
    public double cachedTokens(double usable, double reserved) {
        double left = devices * (accelerator.memory() * usable - reserved) - weights();
        return left / (model.cachePerToken(cacheBytes) * devices / cacheDevices());
    }

    /// Devices that the cache is spread over: a head is not split, so that with fewer heads than devices some keep the
    /// same.
    private double cacheDevices() {
        return model.keptRank() > 0 ? 1 : Math.min(devices, model.keptHeads());
    }
}
