package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Interval;
import dev.plumbline.design.Amount;
import dev.plumbline.design.Design;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;

/// Numbers in sentences.
final class Amounts {
    /// Enough for a middle.
    private static final Worlds FEW = new Worlds(64, 42);

    private Amounts() {}

    static String seconds(double value) {
        return new Quantity(value, Dimension.TIME).toString();
    }

    static String number(double value) {
        return Quantity.plain(value).toString();
    }

    /// `88 %`, or `66 to 105 %` where worlds differ.
    static String percent(Interval share) {
        String low = Quantity.plain(share.low() * 100).toString();
        String high = Quantity.plain(share.high() * 100).toString();
        return low.equals(high) ? low + " %" : low + " to " + high + " %";
    }

    /// The middle of an amount over worlds, in base units.
    static double of(Design design, Amount amount) {
        return Valuation.of(design.checked(), FEW).spread(amount.name()).median();
    }
}
