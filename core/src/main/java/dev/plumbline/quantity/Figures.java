package dev.plumbline.quantity;

import dev.plumbline.probability.Distribution;

/// Single figures of a varying value in one world.
final class Figures {
    private Figures() {}

    /// The mean, or the quantile if a level is given; not a number where no distribution has these parameters, which
    /// the valuation then reports.
    static double of(Varying varying, double[] parameters, double[] level) {
        try {
            Distribution distribution = varying.in(parameters);
            return level.length == 0 ? distribution.mean() : distribution.quantile(level[0]);
        } catch (IllegalArgumentException impossible) {
            return Double.NaN;
        }
    }
}
