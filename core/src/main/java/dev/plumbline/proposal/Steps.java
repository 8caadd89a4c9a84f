package dev.plumbline.proposal;

import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import java.math.BigDecimal;

/// Values that people take for targets.
final class Steps {
    /// Shares of success, the strictest first. Each leaves half as much undone as the one before, or less.
    private static final double[] SHARES = {0.9999, 0.9995, 0.999, 0.998, 0.995, 0.99, 0.98, 0.95, 0.9};

    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private Steps() {}

    /// The next round number from there up, as it prints in the unit a person would pick: 43.2 ms gives 50 ms.
    static Quantity up(Quantity least) {
        Scale scale = Scale.of(least);
        double one = scale.unit().toBase(BigDecimal.ONE);
        double size = least.value() / one;
        if (!(size > 0) || !Double.isFinite(size)) {
            return least;
        }
        double power = Math.pow(10, Math.floor(Math.log10(size)));
        for (double step : ROUND) {
            if (step * power >= size * (1 - 1e-9)) {
                return new Quantity(step * power * one, least.dimension());
            }
        }
        return new Quantity(10 * power * one, least.dimension());
    }

    /// The strictest usual share that is not beyond what can be reached; the loosest where none is.
    static double share(double reachable) {
        for (double share : SHARES) {
            if (share <= reachable + 1e-12) {
                return share;
            }
        }
        return SHARES[SHARES.length - 1];
    }
}
