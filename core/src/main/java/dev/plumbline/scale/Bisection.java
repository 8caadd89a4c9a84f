package dev.plumbline.scale;

import java.util.List;
import java.util.SortedSet;
import java.util.function.DoublePredicate;

/// Finds where something turns between two scales, on a scale of ratios.
final class Bisection {
    private Bisection() {}

    /// What is asked of a scale between two others.
    @FunctionalInterface
    interface Between {
        boolean holds(double low, double middle, double high);
    }

    /// Bisects every stretch between neighbours that lie on different sides.
    ///
    /// @param scales that were looked at
    /// @param precision the ratio of its ends at which a stretch is short enough
    /// @param at the side of a scale that was looked at
    /// @param between looks at a scale within a stretch, and tells its side
    static void narrow(SortedSet<Double> scales, double precision, DoublePredicate at, Between between) {
        List<Double> known = List.copyOf(scales);
        for (int i = 1; i < known.size(); i++) {
            double low = known.get(i - 1);
            double high = known.get(i);
            boolean below = at.test(low);
            if (below == at.test(high)) {
                continue;
            }
            while (high / low > precision) {
                double middle = Math.sqrt(low * high);
                if (between.holds(low, middle, high) == below) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
    }
}
