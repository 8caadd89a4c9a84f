package dev.plumbline.calculation;

import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which of several values is the one that counts: memory, throughput or latency. Each of them gets a name of its own
/// in the sheet, so that its value in every world is known.
///
/// @param valuation the worlds in which the answer was computed
record Bounds(Valuation valuation) {
    private static final Set<String> LARGEST = Set.of("max", "accelerators");
    private static final Set<String> SMALLEST = Set.of("min");

    /// The arguments of a call that picks one of them, by names that cannot be typed; nothing for other expressions.
    static List<Definition> parts(Expression expression) {
        List<Definition> parts = new ArrayList<>();
        if (expression instanceof Expression.Call call
                && (LARGEST.contains(call.function()) || SMALLEST.contains(call.function()))
                && call.arguments().size() > 1) {
            for (Expression argument : call.arguments()) {
                parts.add(Definition.of("(argument " + (parts.size() + 1) + ")", argument));
            }
        }
        return parts;
    }

    /// The expression with the names of its parts in their place.
    static Expression over(Expression expression, List<Definition> parts) {
        return expression instanceof Expression.Call call && !parts.isEmpty()
                ? new Expression.Call(
                        call.function(), parts.stream().map(Bounds::name).toList(), call.span())
                : expression;
    }

    /// The name stands where its argument does, so that a fault is underlined there.
    private static Expression name(Definition part) {
        return new Expression.Name(
                part.name(), part.content().roots().getFirst().span());
    }

    /// The values of the parts, and how often each is the one that counts.
    List<Answer.Bound> of(Expression expression) {
        List<Definition> parts = parts(expression);
        if (!(expression instanceof Expression.Call call) || parts.isEmpty()) {
            return List.of();
        }
        double[][] values =
                parts.stream().map(part -> valuation.values(part.name())).toArray(double[][]::new);
        double[] shares = shares(values, LARGEST.contains(call.function()) ? 1 : -1);
        List<Answer.Bound> bounds = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            bounds.add(new Answer.Bound(Expressions.print(call.arguments().get(i)), Spread.of(values[i]), shares[i]));
        }
        return bounds;
    }

    /// @param sign 1 if the largest counts, -1 if the smallest
    private static double[] shares(double[][] values, int sign) {
        int worlds = values[0].length;
        int[] counts = new int[values.length];
        for (int world = 0; world < worlds; world++) {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                best = sign * values[i][world] > sign * values[best][world] ? i : best;
            }
            counts[best]++;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) counts[i] / worlds;
        }
        return shares;
    }
}
