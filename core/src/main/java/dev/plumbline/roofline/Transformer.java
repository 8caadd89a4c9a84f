package dev.plumbline.roofline;

/// A decoder-only transformer, as numbers that its time and memory follow from.
///
/// @param parameters all weights
/// @param active weights that one token uses; all of them unless it is a mixture of experts
/// @param heads attention heads of a layer
/// @param keptHeads heads of a layer whose keys and values are kept; 0 where `keptRank` says what is kept
/// @param headDim numbers in a head's key
/// @param keptRank numbers kept for each token and layer instead of keys and values, 0 for none
/// @param hidden width of the model
/// @param feedForward width of the feed-forward part, of one expert where there are several; 0 if not known
/// @param vocabulary rows of the embedding table
/// @param experts experts of a layer, 0 for none
/// @param expertsUsed experts that one token goes through
public record Transformer(
        double parameters,
        double active,
        double layers,
        double heads,
        double keptHeads,
        double headDim,
        double keptRank,
        double hidden,
        double feedForward,
        double vocabulary,
        double experts,
        double expertsUsed) {
    /// How far a sum of known parts may exceed the whole before the parts are taken for wrong.
    private static final double SLACK = 1.02;

    public Transformer {
        if (!(parameters > 0) || !(active > 0) || active > parameters * SLACK || !(layers >= 1)) {
            throw new IllegalArgumentException(
                    "a transformer needs layers, and active weights among its \"%s\", not \"%s\""
                            .formatted(parameters, active));
        }
        if (experts > 0 && !(expertsUsed > 0 && expertsUsed <= experts)) {
            throw new IllegalArgumentException(
                    "a token goes through \"%s\" of \"%s\" experts".formatted(expertsUsed, experts));
        }
    }

    /// Weights of one row of logits: the table that turns the last layer into a choice of a token.
    public double head() {
        return vocabulary * hidden;
    }

    /// Weights that every token is multiplied with: all that are active but the embedding table, which is looked up,
    /// and the head, which only tokens that are sampled need.
    ///
    /// Whether the two share one table is not published with a model's size. The layers' own shapes tell: gated
    /// feed-forward parts have three matrices, older ones two.
    public double body() {
        double tables = head() / active;
        if (feedForward > 0 && keptHeads > 0) {
            double attention = 2 * hidden * headDim * (heads + keptHeads);
            double wide = Math.max(1, expertsUsed) * hidden * feedForward;
            for (int matrices = 3; matrices >= 2; matrices--) {
                double layersOnly = layers * (attention + matrices * wide);
                if (layersOnly + head() <= active * SLACK) {
                    return layersOnly;
                }
            }
        }
        return active * (1 - Math.min(0.5, tables));
    }

    /// Whether every token meets every weight.
    public boolean dense() {
        return experts == 0 || active >= parameters;
    }

    /// Weights of one expert, over all layers; 0 for a dense model.
    public double expert() {
        return dense() ? 0 : (parameters - active) / (experts - expertsUsed);
    }

    /// Weights that a step reads whatever its tokens, without the embedding table where the head has one of its own.
    public double always() {
        double shared = parameters - experts * expert();
        double lookedUp = active - body() - head();
        return shared - Math.clamp(lookedUp, 0, head());
    }

    /// Bytes that a token leaves in the cache.
    public double cachePerToken(double bytesPerNumber) {
        return keptRank > 0
                ? Roofline.latentCachePerToken(layers, keptRank, bytesPerNumber)
                : Roofline.cachePerToken(layers, keptHeads, headDim, bytesPerNumber);
    }

    /// FLOPs of attention for so many pairs of tokens.
    public double attention(double pairs) {
        return Roofline.attention(layers, heads, headDim, pairs);
    }
}
