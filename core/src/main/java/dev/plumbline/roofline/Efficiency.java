package dev.plumbline.roofline;

/// How much of the peaks a serving engine reaches. Shares are of the vendor's peak, above 0 and at most 1.
///
/// @param fewTokens share of peak arithmetic in matrix products of 128 tokens or less
/// @param manyTokens the same for 512 tokens and more; between, it follows the logarithm of the tokens
/// @param streaming share of the memory bandwidth while weights or cache are read
/// @param perLayer seconds that a layer adds to a step whatever its work: starting kernels, norms, scheduling
/// @param link share of the link's rate when devices sum their results
/// @param linkDelay seconds that each such sum takes at least
public record Efficiency(
        double fewTokens, double manyTokens, double streaming, double perLayer, double link, double linkDelay) {
    private static final double FEW = 128;
    private static final double MANY = 512;

    public Efficiency {
        if (!(fewTokens > 0) || !(manyTokens > 0) || !(streaming > 0) || !(link > 0)) {
            throw new IllegalArgumentException("shares of a peak are positive, not \"%s, %s, %s, %s\""
                    .formatted(fewTokens, manyTokens, streaming, link));
        }
        if (!(perLayer >= 0) || !(linkDelay >= 0)) {
            throw new IllegalArgumentException("no time is below zero, not \"%s, %s\"".formatted(perLayer, linkDelay));
        }
    }

    /// All peaks reached, nothing added: the floor.
    public static final Efficiency IDEAL = new Efficiency(1, 1, 1, 0, 1, 0);

    /// The share of peak arithmetic in a product of so many tokens; more tokens never make it worse.
    public double compute(double tokens) {
        if (tokens <= FEW || manyTokens <= fewTokens) {
            return fewTokens;
        }
        if (tokens >= MANY) {
            return manyTokens;
        }
        double way = StrictMath.log(tokens / FEW) / StrictMath.log(MANY / FEW);
        return fewTokens + way * (manyTokens - fewTokens);
    }
}
