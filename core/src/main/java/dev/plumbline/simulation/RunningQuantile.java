package dev.plumbline.simulation;

/// A quantile followed while values come in, in constant memory: each value moves the estimate up by `level`
/// or down by `1 - level` of a step that is a fixed share of it, so that it settles where that many values lie
/// below (the stochastic approximation of H. Robbins and S. Monro, 1951, on the logarithm). Within a few per
/// cent after a thousand values; infinite before the first hundred.
final class RunningQuantile {
    private static final int TRUSTED = 100;
    private final double level;
    private double value;
    private int count;

    RunningQuantile(double level) {
        this.level = level;
    }

    void add(double x) {
        if (count++ == 0) {
            value = Math.max(x, Double.MIN_NORMAL);
            return;
        }
        double step = Math.max(0.02, 1.0 / Math.sqrt(count));
        value *= x > value ? 1 + step * level : 1 - step * (1 - level);
    }

    double value() {
        return count < TRUSTED ? Double.POSITIVE_INFINITY : value;
    }
}
