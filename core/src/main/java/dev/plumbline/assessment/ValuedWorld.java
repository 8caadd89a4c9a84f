package dev.plumbline.assessment;

import dev.plumbline.design.Amount;
import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Valuation;
import java.util.ArrayList;
import java.util.List;

/// One world of a valuation.
record ValuedWorld(Valuation valuation, int world) implements World {

    /// All worlds of a valuation, in order.
    static List<World> all(Valuation valuation) {
        List<World> worlds = new ArrayList<>();
        for (int w = 0; w < valuation.worlds().count(); w++) {
            worlds.add(new ValuedWorld(valuation, w));
        }
        return worlds;
    }

    @Override
    public double value(Amount amount) {
        return valuation.value(amount.name(), world);
    }

    @Override
    public Distribution distribution(Amount amount) {
        boolean oneValue = valuation
                .checked()
                .sheet()
                .find(amount.name())
                .map(Definition::content)
                .filter(Expression.class::isInstance)
                .isPresent();
        // A difference of unknowns may come out below zero in a rare world, where nothing is left of it.
        return oneValue
                ? new Constant(Math.max(0, valuation.value(amount.name(), world)))
                : valuation.distribution(amount.name(), world);
    }

    @Override
    public double[] bySize(Amount amount, int max) {
        double[] values = new double[max];
        for (int size = 1; size <= max; size++) {
            values[size - 1] =
                    valuation.distribution(amount.name(), world, size).mean();
        }
        return values;
    }
}
