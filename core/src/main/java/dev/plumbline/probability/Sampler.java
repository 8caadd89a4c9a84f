package dev.plumbline.probability;

/// A distribution compiled for drawing: one final class and one switch, so that a hot loop calls it directly,
/// and no allocation. Made by [Distribution#sampler]; immutable.
public final class Sampler {
    private static final int CONSTANT = 0;
    private static final int EXPONENTIAL = 1;
    private static final int LOGNORMAL = 2;
    private static final int PIECES = 3;
    private static final int GAMMA = 4;
    private static final int PARETO = 5;
    private static final int EMPIRICAL = 6;
    private static final int MIX = 7;
    private static final int SCALED = 8;
    private static final int SUM = 9;
    private static final double[] NONE = {};
    private static final Sampler[] NO_PARTS = {};

    private final int kind;
    private final double a;
    private final double b;
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final Sampler[] parts;

    private Sampler(int kind, double a, double b, double[] first, double[] second, double[] third, Sampler[] parts) {
        this.kind = kind;
        this.a = a;
        this.b = b;
        this.first = first;
        this.second = second;
        this.third = third;
        this.parts = parts;
    }

    private static Sampler of(int kind, double a, double b) {
        return new Sampler(kind, a, b, NONE, NONE, NONE, NO_PARTS);
    }

    static Sampler constant(double value) {
        return of(CONSTANT, value, 0);
    }

    static Sampler exponential(double mean) {
        return of(EXPONENTIAL, mean, 0);
    }

    static Sampler lognormal(double mu, double sigma) {
        return of(LOGNORMAL, mu, sigma);
    }

    static Sampler gamma(double shape, double scale) {
        return of(GAMMA, shape, scale);
    }

    static Sampler pareto(double min, double tail) {
        return of(PARETO, min, 1 / tail);
    }

    static Sampler pieces(double[] upTo, double[] mus, double[] sigmas) {
        return new Sampler(PIECES, 0, 0, upTo, mus, sigmas, NO_PARTS);
    }

    static Sampler empirical(double[] values) {
        return new Sampler(EMPIRICAL, 0, 0, values, NONE, NONE, NO_PARTS);
    }

    static Sampler mix(double[] upTo, Sampler[] parts) {
        return new Sampler(MIX, 0, 0, upTo, NONE, NONE, parts);
    }

    static Sampler sum(Sampler alone, double each, Sampler of) {
        return new Sampler(SUM, each, 0, NONE, NONE, NONE, new Sampler[] {alone, of});
    }

    static Sampler scaled(Sampler of, double factor) {
        return switch (of.kind) {
            case CONSTANT, EXPONENTIAL, PARETO -> of(of.kind, of.a * factor, of.b);
            case LOGNORMAL -> of(LOGNORMAL, of.a + StrictMath.log(factor), of.b);
            case GAMMA -> of(GAMMA, of.a, of.b * factor);
            default -> new Sampler(SCALED, factor, 0, NONE, NONE, NONE, new Sampler[] {of});
        };
    }

    /// Draws one value.
    public double next(Generator generator) {
        return switch (kind) {
            case CONSTANT -> a;
            case EXPONENTIAL -> a * generator.nextExponential();
            case LOGNORMAL -> Exp.of(a + b * generator.nextGaussian());
            case PIECES -> piece(generator.nextGaussian());
            case GAMMA -> b * gamma(generator);
            case PARETO -> a * Exp.of(b * generator.nextExponential());
            case EMPIRICAL -> first[generator.below(first.length)];
            case MIX -> part(generator.nextDouble()).next(generator);
            case SUM -> parts[0].next(generator) + a * parts[1].next(generator);
            default -> a * parts[0].next(generator);
        };
    }

    private double piece(double z) {
        int i = 0;
        while (z > first[i]) {
            i++;
        }
        return Exp.of(second[i] + third[i] * z);
    }

    private Sampler part(double u) {
        int i = 0;
        while (u > first[i]) {
            i++;
        }
        return parts[i];
    }

    /// G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000); a
    /// shape below 1 is raised by 1 and the draw multiplied by U^(1/shape).
    private double gamma(Generator generator) {
        double shape = a < 1 ? a + 1 : a;
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = generator.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = generator.nextDouble();
            double square = x * x;
            if (u < 1 - 0.0331 * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                return a < 1 ? d * v * Exp.of(-generator.nextExponential() / a) : d * v;
            }
        }
    }
}
