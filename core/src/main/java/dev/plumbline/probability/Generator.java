package dev.plumbline.probability;

import java.util.random.RandomGenerator;

/// A source of random numbers small enough to restart for every request: one `long` of state.
///
/// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014)
/// with the finaliser of D. Stafford (variant 13). Exponential and normal draws use the ziggurat of G.
/// Marsaglia and W. Tsang ("The ziggurat method for generating random variables", 2000) with 256 layers over
/// 53 bits, so about 1 % of draws need more than one table look-up. The same seed gives the same numbers on
/// every machine. Not for threads to share.
public final class Generator implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    public Generator(long seed) {
        this.state = seed;
    }

    /// Continues as if newly made from this seed.
    public void restart(long seed) {
        state = seed;
    }

    /// Spreads a value over all 64 bits: the way to make a seed out of another seed and a number.
    public static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    /// Uniform strictly between 0 and 1.
    @Override
    public double nextDouble() {
        return ((nextLong() >>> 11) + 0.5) * UNIT;
    }

    /// Uniform among `0 .. bound - 1`, for bounds below 2^31; bias below 2^-32.
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /// Exponential with mean 1.
    @Override
    public double nextExponential() {
        long bits = nextLong();
        int layer = (int) bits & 255;
        long position = bits >>> 11;
        double x = position * Ziggurat.EXPONENTIAL_WIDTH[layer];
        return position < Ziggurat.EXPONENTIAL_INSIDE[layer] ? x : exponentialEdge(layer, x);
    }

    private double exponentialEdge(int firstLayer, double first) {
        int layer = firstLayer;
        double x = first;
        double shift = 0;
        while (true) {
            if (layer == 0) {
                shift += Ziggurat.EXPONENTIAL_TAIL;
            } else {
                double below = Ziggurat.EXPONENTIAL_HEIGHT[layer];
                double above = Ziggurat.EXPONENTIAL_HEIGHT[layer + 1];
                if (below + nextDouble() * (above - below) < StrictMath.exp(-x)) {
                    return shift + x;
                }
            }
            long bits = nextLong();
            layer = (int) bits & 255;
            long position = bits >>> 11;
            x = position * Ziggurat.EXPONENTIAL_WIDTH[layer];
            if (position < Ziggurat.EXPONENTIAL_INSIDE[layer]) {
                return shift + x;
            }
        }
    }

    /// Normal with mean 0 and variance 1.
    @Override
    public double nextGaussian() {
        while (true) {
            long bits = nextLong();
            int layer = (int) bits & 255;
            double sign = 1 - (int) (bits >>> 7 & 2);
            long position = bits >>> 11;
            double x = position * Ziggurat.NORMAL_WIDTH[layer];
            if (position < Ziggurat.NORMAL_INSIDE[layer]) {
                return sign * x;
            }
            if (layer == 0) {
                return sign * normalTail();
            }
            double below = Ziggurat.NORMAL_HEIGHT[layer];
            double above = Ziggurat.NORMAL_HEIGHT[layer + 1];
            if (below + nextDouble() * (above - below) < StrictMath.exp(-0.5 * x * x)) {
                return sign * x;
            }
        }
    }

    /// G. Marsaglia's method (1964) for the normal beyond a point.
    private double normalTail() {
        while (true) {
            double x = nextExponential() / Ziggurat.NORMAL_TAIL;
            double y = nextExponential();
            if (y + y > x * x) {
                return Ziggurat.NORMAL_TAIL + x;
            }
        }
    }
}
