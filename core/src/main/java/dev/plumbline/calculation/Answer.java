package dev.plumbline.calculation;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Driver;
import dev.plumbline.quantity.Explanation;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import java.util.List;

/// What came of a calculation.
public sealed interface Answer {
    /// A value.
    ///
    /// @param text the expression as typed
    /// @param expression the same, read
    /// @param spread the value over worlds, in base units
    /// @param scale the unit to print it in
    /// @param explanation where it comes from, down to the leaves
    /// @param facts the facts that it rests on, in the order in which the expression names them
    /// @param drivers its unknowns, the one that moves it most first
    /// @param bounds for the largest or smallest of several: which of them it is, and how often
    record Value(
            String text,
            Expression expression,
            Spread spread,
            Dimension dimension,
            Scale scale,
            Explanation explanation,
            List<Fact> facts,
            List<Driver> drivers,
            List<Bound> bounds)
            implements Answer {
        public Value {
            facts = List.copyOf(facts);
            drivers = List.copyOf(drivers);
            bounds = List.copyOf(bounds);
        }

        public Quantity median() {
            return new Quantity(spread.median(), dimension);
        }
    }

    /// No value: the text is no expression, or one that makes no sense.
    record Refused(Diagnostics findings) implements Answer {}

    /// One of several values of which the largest or smallest counts.
    ///
    /// @param text the argument as typed
    /// @param value its value over worlds
    /// @param share the share of worlds in which it is the one that counts
    record Bound(String text, Spread value, double share) {}
}
