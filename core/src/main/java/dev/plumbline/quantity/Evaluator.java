package dev.plumbline.quantity;

import dev.plumbline.probability.Exp;
import dev.plumbline.quantity.Expression.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Computes nodes for a block of worlds at a time, so that intermediate values stay in the cache. Each world's value
/// depends on that world alone, hence the same bits for any split of the work. Not for threads to share.
final class Evaluator {
    /// Worlds per block: 8 KiB for each intermediate value.
    static final int BLOCK = 1024;

    private final double[][] columns;
    private final Draws draws;
    private final List<double[]> spare = new ArrayList<>();

    Evaluator(double[][] columns, Draws draws) {
        this.columns = columns;
        this.draws = draws;
    }

    /// Writes the value of `node` in the worlds `from .. from + count - 1` to `out` from `at` on.
    void fill(Node node, int from, int count, double[] out, int at) {
        switch (node) {
            case Node.Fixed fixed -> Arrays.fill(out, at, at + count, fixed.value());
            case Node.Column column -> System.arraycopy(columns[column.slot()], from, out, at, count);
            case Node.Drawn drawn -> drawn(drawn, from, count, out, at);
            case Node.Nested nested -> nested(nested, from, count, out, at);
            case Node.Negative negative -> {
                fill(negative.of(), from, count, out, at);
                for (int i = at; i < at + count; i++) {
                    out[i] = -out[i];
                }
            }
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic, from, count, out, at);
            case Node.Choose choose -> choose(choose, from, count, out, at);
            case Node.Apply apply -> apply(apply, from, count, out, at);
            case Node.Summarise summarise -> summarise(summarise, from, count, out, at);
        }
    }

    private void drawn(Node.Drawn drawn, int from, int count, double[] out, int at) {
        int[] ranks = draws.ranks(drawn.draw());
        if (drawn.belief() instanceof Belief.Lognormal(var mu, var sigma)) {
            for (int i = 0; i < count; i++) {
                out[at + i] = Exp.of(mu + sigma * draws.score(ranks[from + i]));
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            int rank = ranks[from + i];
            out[at + i] = drawn.belief().at(draws.level(rank), draws.score(rank));
        }
    }

    private void nested(Node.Nested nested, int from, int count, double[] out, int at) {
        int[] ranks = draws.ranks(nested.draw());
        double[][] parameters = filled(nested.parameters(), from, count);
        double[] values = new double[parameters.length];
        for (int i = 0; i < count; i++) {
            gather(parameters, i, values);
            int rank = ranks[from + i];
            out[at + i] = Belief.of(nested.shape(), values).at(draws.level(rank), draws.score(rank));
        }
        giveBack(parameters);
    }

    private void arithmetic(Node.Arithmetic node, int from, int count, double[] out, int at) {
        fill(node.left(), from, count, out, at);
        if (node.right() instanceof Node.Column(var slot)) {
            combine(node.operator(), count, out, at, columns[slot], from);
            return;
        }
        double[] right = take();
        fill(node.right(), from, count, right, 0);
        combine(node.operator(), count, out, at, right, 0);
        spare.add(right);
    }

    /// Loops of their own for the four operations, which the compiler turns into vector instructions.
    private static void combine(Operator operator, int count, double[] out, int at, double[] right, int start) {
        switch (operator) {
            case ADD -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] += right[start + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] -= right[start + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] *= right[start + i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] /= right[start + i];
                }
            }
            case POWER, LESS, AT_MOST, MORE, AT_LEAST, EQUAL, DIFFERENT -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = Constants.apply(operator, out[at + i], right[start + i]);
                }
            }
        }
    }

    private void choose(Node.Choose node, int from, int count, double[] out, int at) {
        double[][] parts = filled(List.of(node.condition(), node.then(), node.otherwise()), from, count);
        for (int i = 0; i < count; i++) {
            out[at + i] = parts[0][i] != 0 ? parts[1][i] : parts[2][i];
        }
        giveBack(parts);
    }

    private void apply(Node.Apply node, int from, int count, double[] out, int at) {
        double[][] arguments = filled(node.arguments(), from, count);
        node.body().fill(arguments, count, out, at);
        giveBack(arguments);
    }

    private void summarise(Node.Summarise node, int from, int count, double[] out, int at) {
        double[][] parameters = filled(node.parameters(), from, count);
        double[][] levels = filled(node.level(), from, count);
        double[] values = new double[parameters.length];
        double[] level = new double[levels.length];
        for (int i = 0; i < count; i++) {
            gather(parameters, i, values);
            gather(levels, i, level);
            out[at + i] = Figures.of(node.of(), values, level);
        }
        giveBack(parameters);
        giveBack(levels);
    }

    private static void gather(double[][] columns, int row, double[] into) {
        for (int i = 0; i < columns.length; i++) {
            into[i] = columns[i][row];
        }
    }

    private double[][] filled(List<Node> nodes, int from, int count) {
        double[][] filled = new double[nodes.size()][];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = take();
            fill(nodes.get(i), from, count, filled[i], 0);
        }
        return filled;
    }

    private double[] take() {
        return spare.isEmpty() ? new double[BLOCK] : spare.removeLast();
    }

    private void giveBack(double[][] arrays) {
        spare.addAll(List.of(arrays));
    }
}
