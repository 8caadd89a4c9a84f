package dev.plumbline.probability;

/// Checks of arguments, written so that NaN fails them too.
final class Require {
    private Require() {}

    static double positive(double value, String what) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be positive and finite, not \"%s\"".formatted(what, value));
        }
        return value;
    }

    static double notNegative(double value, String what) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be finite and not negative, not \"%s\"".formatted(what, value));
        }
        return value;
    }

    static double level(double u) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException("the level must lie strictly between 0 and 1, not \"%s\"".formatted(u));
        }
        return u;
    }
}
