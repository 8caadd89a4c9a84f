package dev.plumbline.assessment;

import dev.plumbline.design.Amount;
import dev.plumbline.probability.Distribution;

/// The values of a design's amounts in one world, in base units.
interface World {
    double value(Amount amount);

    /// What varies from request to request; a constant for an amount that does not.
    Distribution distribution(Amount amount);

    /// The value of an expression in `size` for sizes from 1 to `max`.
    double[] bySize(Amount amount, int max);

    /// A count of things that exist: rounded, and at least 1.
    default int count(Amount amount) {
        return Math.clamp(Math.round(value(amount)), 1, Integer.MAX_VALUE);
    }

    /// A share: an unknown one may be drawn beyond its ends, and is kept within them.
    default double share(Amount amount) {
        return Math.clamp(value(amount), 0, 1);
    }
}
