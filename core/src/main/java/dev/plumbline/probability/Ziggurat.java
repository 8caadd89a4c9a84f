package dev.plumbline.probability;

/// The tables of the ziggurat: 256 layers of equal area under exp(-x) and exp(-x^2 / 2), the lowest with the
/// tail.
///
/// Layer 0 is the base strip, layers 1 to 255 rise from it; `WIDTH` turns 53 random bits into a position,
/// `INSIDE` is the bound below which a position surely lies under the curve, `HEIGHT` the curve at the layer's
/// right edge. Marsaglia and Tsang (2000) give the tail's start and the area.
@SuppressWarnings("FloatingPointLiteralPrecision") // constants stand as they were published
final class Ziggurat {
    static final double EXPONENTIAL_TAIL = 7.69711747013104972;
    static final double NORMAL_TAIL = 3.6541528853610088;
    private static final double EXPONENTIAL_AREA = 3.949659822581572e-3;
    private static final double NORMAL_AREA = 0.00492867323399;
    private static final int LAYERS = 256;

    static final double[] EXPONENTIAL_WIDTH = new double[LAYERS];
    static final long[] EXPONENTIAL_INSIDE = new long[LAYERS];
    static final double[] EXPONENTIAL_HEIGHT = new double[LAYERS + 1];
    static final double[] NORMAL_WIDTH = new double[LAYERS];
    static final long[] NORMAL_INSIDE = new long[LAYERS];
    static final double[] NORMAL_HEIGHT = new double[LAYERS + 1];

    static {
        double[] edges = new double[LAYERS + 1];
        edges[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        edges[1] = EXPONENTIAL_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            edges[i] = -StrictMath.log(EXPONENTIAL_AREA / edges[i - 1] + StrictMath.exp(-edges[i - 1]));
        }
        for (int i = 0; i <= LAYERS; i++) {
            EXPONENTIAL_HEIGHT[i] = StrictMath.exp(-edges[i]);
        }
        fill(edges, EXPONENTIAL_WIDTH, EXPONENTIAL_INSIDE);

        edges[0] = NORMAL_AREA / StrictMath.exp(-0.5 * NORMAL_TAIL * NORMAL_TAIL);
        edges[1] = NORMAL_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            double before = edges[i - 1];
            double height = NORMAL_AREA / before + StrictMath.exp(-0.5 * before * before);
            edges[i] = StrictMath.sqrt(-2 * StrictMath.log(height));
        }
        for (int i = 0; i <= LAYERS; i++) {
            NORMAL_HEIGHT[i] = StrictMath.exp(-0.5 * edges[i] * edges[i]);
        }
        fill(edges, NORMAL_WIDTH, NORMAL_INSIDE);
    }

    private Ziggurat() {}

    private static void fill(double[] edges, double[] width, long[] inside) {
        for (int i = 0; i < LAYERS; i++) {
            width[i] = edges[i] * 0x1.0p-53;
            inside[i] = (long) (edges[i + 1] / edges[i] * 0x1.0p53);
        }
    }
}
