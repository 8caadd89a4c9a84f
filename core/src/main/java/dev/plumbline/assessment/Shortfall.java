package dev.plumbline.assessment;

import dev.plumbline.requirement.Relation;

/// How far a value is from its target, on a scale on which steps can be compared: the logarithm of their ratio, and for
/// shares that of what they lack to all. It tells a design that is near from one that is far where both never meet the
/// target, so that a search sees which way is better.
final class Shortfall {
    /// What a queue without bound adds to; e^10 times the target is beyond any mend.
    static final double BOUNDLESS = 10;

    private static final double TINY = 1e-9;

    private Shortfall() {}

    /// @param overload how many times what it can do the worst component gets; counts where the value is infinite
    static double of(Relation relation, double value, double target, double overload) {
        if (relation.holds(value, target)) {
            return 0;
        }
        double ratio = switch (relation) {
            case AT_MOST, LESS -> value / Math.max(target, TINY);
            case AT_LEAST, MORE ->
                target <= 1 ? (1 - value + TINY) / (1 - target + TINY) : target / Math.max(value, TINY);
            case EQUAL -> 1 + Math.abs(value - target) / Math.max(Math.abs(target), TINY);
        };
        double distance = Double.isFinite(ratio) ? Math.log(Math.max(1, ratio)) : BOUNDLESS;
        return distance < BOUNDLESS ? distance : BOUNDLESS + Math.log(Math.max(1, overload));
    }

    /// The mean over worlds.
    static double of(Relation relation, double[] values, double[] targets, double[] overloads) {
        double sum = 0;
        for (int w = 0; w < values.length; w++) {
            double target = targets[targets.length == 1 ? 0 : w];
            double overload = overloads.length == values.length ? overloads[w] : 1;
            sum += of(relation, values[w], target, overload);
        }
        return sum / values.length;
    }
}
