package dev.plumbline.formula;

import dev.plumbline.quantity.Dimension;

/// The dimensions that formulas share.
final class Measures {
    static final Dimension NONE = Dimension.NONE;
    static final Dimension TIME = Dimension.TIME;
    static final Dimension DATA = Dimension.DATA;
    static final Dimension WORK = Dimension.WORK;
    static final Dimension ENERGY = Dimension.ENERGY;
    static final Dimension TOKEN = Dimension.count("token");
    static final Dimension PARAMETER = Dimension.count("param");
    static final Dimension BANDWIDTH = DATA.per(TIME);
    static final Dimension SPEED = WORK.per(TIME);
    static final Dimension RATE = NONE.per(TIME);
    static final Dimension POWER = ENERGY.per(TIME);

    private Measures() {}

    /// A count as a whole number; not a number where it is none, so that the valuation reports it.
    static double whole(double count, double least) {
        double whole = Math.rint(count);
        return Math.abs(count - whole) <= 1e-9 * Math.max(1, Math.abs(count)) && whole >= least ? whole : Double.NaN;
    }

    /// The value, if it is a share; not a number otherwise.
    static double share(double value) {
        return value >= 0 && value <= 1 ? value : Double.NaN;
    }
}
