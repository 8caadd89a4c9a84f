package dev.plumbline.roofline;

/// Formulas over plain numbers in base units: seconds, bytes, FLOP, parameters, tokens.
///
/// A multiply-add counts as two FLOPs. The model is that of S. Williams, A. Waterman and D. Patterson ("Roofline: an
/// insightful visual performance model", CACM 52(4), 2009): work takes at least as long as its arithmetic at peak and
/// its bytes at full bandwidth, whichever is longer.
public final class Roofline {
    private Roofline() {}

    /// Seconds at least: `max(flops / peak, bytes / bandwidth)`.
    public static double time(double flops, double bytes, double peak, double bandwidth) {
        return Math.max(flops / peak, bytes / bandwidth);
    }

    /// FLOP per byte above which arithmetic is what limits: `peak / bandwidth`.
    public static double ridge(double peak, double bandwidth) {
        return peak / bandwidth;
    }

    /// FLOPs of a product of an `m x k` and a `k x n` matrix: `2 m k n`.
    public static double matrixProduct(double m, double k, double n) {
        return 2 * m * k * n;
    }

    /// FLOPs of the linear layers for so many tokens: two for each weight that a token uses (J. Kaplan et al., "Scaling
    /// laws for neural language models", 2020, section 2.1).
    public static double linear(double activeParameters, double tokens) {
        return 2 * activeParameters * tokens;
    }

    /// FLOPs of attention: `4 L H d` for each pair of a token that asks and one that it looks at, the scores and the
    /// weighted sum.
    public static double attention(double layers, double heads, double headDim, double pairs) {
        return 4 * layers * heads * headDim * pairs;
    }

    /// Pairs of a token that asks and one that it looks at, itself included, when tokens `from + 1` to `to` of a
    /// sequence are read: each looks at all before it.
    public static double causalPairs(double from, double to) {
        return (to * (to + 1) - from * (from + 1)) / 2;
    }

    /// Bytes that a token leaves in the cache: a key and a value for each layer and kept head.
    public static double cachePerToken(double layers, double keptHeads, double headDim, double bytesPerNumber) {
        return 2 * layers * keptHeads * headDim * bytesPerNumber;
    }

    /// The same for multi-head latent attention, which keeps one compressed vector for each layer (DeepSeek-V2,
    /// 2024, section 2.1).
    public static double latentCachePerToken(double layers, double rank, double bytesPerNumber) {
        return layers * rank * bytesPerNumber;
    }

    /// Seconds at least for one more token: all bytes that it needs are read once.
    public static double decodeFloor(double bytes, double bandwidth) {
        return bytes / bandwidth;
    }

    /// Experts of a layer that so many tokens touch together, when each goes through `used` of them and all are
    /// chosen alike: `E (1 - (1 - k / E)^n)`.
    public static double expertsTouched(double experts, double used, double tokens) {
        return experts * (1 - StrictMath.pow(1 - used / experts, tokens));
    }

    /// Bytes that each of `devices` sends to sum a vector of that size over all of them: `2 (n - 1) / n` of it, the
    /// least that suffices (P. Patarasu and X. Yuan, "Bandwidth optimal all-reduce algorithms", 2009).
    public static double allReduced(double bytes, double devices) {
        return 2 * (devices - 1) / devices * bytes;
    }
}
