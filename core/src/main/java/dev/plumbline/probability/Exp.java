package dev.plumbline.probability;

/// The exponential function for hot loops: the same bits on every machine, which `Math.exp` does not promise,
/// and about three times as fast as `StrictMath.exp`. Relative error below 5e-16 for results in the normal
/// range.
public final class Exp {
    private static final int STEPS = 256;
    private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);
    // ln 2 / 256 in two parts, the first with zeros at its end so that its product with a whole number is exact.
    private static final double STEP_HIGH =
            Double.longBitsToDouble(Double.doubleToLongBits(StrictMath.log(2) / STEPS) & -1L << 32);
    private static final double STEP_LOW = 1.9082149292705877e-10 / STEPS + (0.6931471803691238 / STEPS - STEP_HIGH);
    private static final double[] POWERS = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            POWERS[i] = StrictMath.pow(2, (double) i / STEPS);
        }
    }

    private Exp() {}

    /// e to the power `x`.
    public static double of(double x) {
        if (!(x > -700 && x < 700)) {
            return StrictMath.exp(x);
        }
        double steps = Math.rint(x * STEPS_PER_UNIT);
        double r = (x - steps * STEP_HIGH) - steps * STEP_LOW;
        int n = (int) steps;
        double series = r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24))));
        double power = POWERS[n & (STEPS - 1)];
        double scale = Double.longBitsToDouble((long) ((n >> 8) + 1023) << 52);
        return (power + power * series) * scale;
    }
}
