package dev.plumbline.calculation;

import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import java.util.List;
import java.util.Set;

/// Which of several values is the one that counts: memory, throughput or latency.
///
/// @param valuation the worlds in which the answer was computed
record Bounds(Valuation valuation) {
    private static final Set<String> LARGEST = Set.of("max", "accelerators");
    private static final Set<String> SMALLEST = Set.of("min");

    /// The arguments of a call that picks one of them; empty for any other expression, or where an argument has an
    /// unknown of its own, which would be drawn anew.
    List<Answer.Bound> of(Expression expression, String text) {
        if (!(expression instanceof Expression.Call call)
                || !(LARGEST.contains(call.function()) || SMALLEST.contains(call.function()))
                || call.arguments().size() < 2
                || call.arguments().stream().anyMatch(Bounds::draws)) {
            return List.of();
        }
        double[][] values = call.arguments().stream().map(valuation::values).toArray(double[][]::new);
        double[] shares = shares(values, LARGEST.contains(call.function()) ? 1 : -1);
        return java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> new Answer.Bound(
                        call.arguments().get(i).span().of(text).strip(), Spread.of(values[i]), shares[i]))
                .toList();
    }

    private static boolean draws(Expression expression) {
        return expression instanceof Expression.Unknown
                || expression.parts().stream().anyMatch(Bounds::draws);
    }

    /// @param sign 1 if the largest counts, -1 if the smallest
    private static double[] shares(double[][] values, int sign) {
        int worlds = values[0].length;
        double[] shares = new double[values.length];
        for (int world = 0; world < worlds; world++) {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                best = sign * values[i][world] > sign * values[best][world] ? i : best;
            }
            shares[best] += 1.0 / worlds;
        }
        return shares;
    }
}
