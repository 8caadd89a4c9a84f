package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All formulas of a sound sheet, compiled in an order in which each needs only earlier ones.
final class Program {
    /// An unknown that is drawn, by where it is written.
    ///
    /// @param definition the name it is part of, `NAME growth` if it is part of that name's growth
    /// @param ordinal its number among the unknowns written there
    record Draw(String definition, int ordinal, Expression.Unknown unknown) {}

    private final Checked checked;
    private final double later;
    private final Map<String, List<Node>> roots = new HashMap<>();
    private final List<Node> slots = new ArrayList<>();
    private final List<Draw> draws = new ArrayList<>();
    private final List<Node> unknowns = new ArrayList<>();
    private final Map<String, Integer> drawsByName = new LinkedHashMap<>();

    /// @param later how many seconds of growth to add
    Program(Checked checked, double later) {
        this.checked = checked;
        this.later = later;
        checked.order().forEach(this::define);
    }

    List<Node> slots() {
        return slots;
    }

    List<Draw> draws() {
        return draws;
    }

    /// The roots of a definition, ready to read; those that depend on a batch's size are missing.
    List<Node> roots(String name) {
        return roots.getOrDefault(name, List.of());
    }

    private void define(String name) {
        Definition definition = checked.sheet().find(name).orElseThrow();
        var writing = new Writing(name, Optional.empty());
        List<Node> nodes = new ArrayList<>();
        if (definition.content() instanceof Varying varying && varying.sized()) {
            sized(name, varying, new Node.Fixed(1));
            return;
        }
        for (Expression root : definition.content().roots()) {
            nodes.add(slotted(grown(definition, writing.node(root))));
        }
        roots.put(name, List.copyOf(nodes));
    }

    private Node slotted(Node node) {
        if (node instanceof Node.Fixed || node instanceof Node.Column) {
            return node;
        }
        slots.add(node);
        return new Node.Column(slots.size() - 1);
    }

    /// `value * (1 + rate * period) ^ (later / period)`
    private Node grown(Definition definition, Node value) {
        if (later == 0 || definition.growth().isEmpty()) {
            return value;
        }
        Growth growth = definition.growth().orElseThrow();
        Node rate = new Writing(definition.name() + " growth", Optional.empty()).node(growth.rate());
        Node factor = arithmetic(
                Operator.ADD, new Node.Fixed(1), arithmetic(Operator.MULTIPLY, rate, new Node.Fixed(growth.period())));
        Node grown = arithmetic(Operator.POWER, factor, new Node.Fixed(later / growth.period()));
        return arithmetic(Operator.MULTIPLY, value, grown);
    }

    /// The parameters of a varying value for a batch of one size.
    List<Node> sized(String name, Varying varying, Node size) {
        var writing = new Writing(name, Optional.of(size));
        return varying.roots().stream().map(writing::node).toList();
    }

    /// A formula that is not part of the sheet; its unknowns are drawn under its own text.
    Node adHoc(Expression expression) {
        return new Writing("(" + Printer.print(expression) + ")", Optional.empty()).node(expression);
    }

    /// The unknown with a number of [#draws], ready to compute.
    Node unknown(int draw) {
        return unknowns.get(draw);
    }

    private static Node arithmetic(Operator operator, Node left, Node right) {
        return left instanceof Node.Fixed(var a) && right instanceof Node.Fixed(var b)
                ? new Node.Fixed(Constants.apply(operator, a, b))
                : new Node.Arithmetic(operator, left, right);
    }

    /// The formulas of one definition, whose unknowns are numbered in the order of the text.
    private final class Writing {
        private final String definition;
        private final Optional<Node> size;
        private int ordinals;

        Writing(String definition, Optional<Node> size) {
            this.definition = definition;
            this.size = size;
        }

        Node node(Expression expression) {
            return switch (expression) {
                case Expression.Literal literal ->
                    new Node.Fixed(literal.quantity().value());
                case Expression.Name name -> name(name.path());
                case Expression.Negated negated -> negative(node(negated.of()));
                case Expression.Binary binary -> binary(binary);
                case Expression.Choice choice -> choice(choice);
                case Expression.Call call -> call(call);
                case Expression.Unknown unknown -> unknown(unknown);
                case Expression.Summary summary -> summary(summary);
            };
        }

        private static Node negative(Node of) {
            return of instanceof Node.Fixed(var value) ? new Node.Fixed(-value) : new Node.Negative(of);
        }

        private Node binary(Expression.Binary binary) {
            Node left = node(binary.left());
            return arithmetic(binary.operator(), left, node(binary.right()));
        }

        private Node name(String path) {
            if (size.isPresent() && path.equals(Varying.SIZE)) {
                return size.get();
            }
            List<Node> known = roots.get(path);
            if (known != null) {
                return known.getFirst();
            }
            return new Node.Fixed(
                    checked.sheet().unit(path).orElseThrow().factor().doubleValue());
        }

        private Node choice(Expression.Choice choice) {
            Node condition = node(choice.condition());
            Node then = node(choice.then());
            Node otherwise = node(choice.otherwise());
            return condition instanceof Node.Fixed(var value)
                    ? value != 0 ? then : otherwise
                    : new Node.Choose(condition, then, otherwise);
        }

        private Node call(Expression.Call call) {
            Function function =
                    checked.sheet().functions().find(call.function()).orElseThrow();
            List<Node> arguments = call.arguments().stream().map(this::node).toList();
            return fixed(arguments)
                    .<Node>map(values -> new Node.Fixed(function.body().of(values)))
                    .orElseGet(() -> new Node.Apply(function.body(), arguments));
        }

        private Node unknown(Expression.Unknown unknown) {
            int ordinal = ordinals++;
            int draw = drawsByName.computeIfAbsent(definition + '\u0000' + ordinal, key -> {
                draws.add(new Draw(definition, ordinal, unknown));
                unknowns.add(new Node.Fixed(Double.NaN));
                return draws.size() - 1;
            });
            List<Node> parameters =
                    unknown.parameters().stream().map(this::node).toList();
            Node node = fixed(parameters)
                    .map(values -> drawn(draw, Belief.of(unknown.shape(), values)))
                    .orElseGet(() -> new Node.Nested(draw, unknown.shape(), parameters));
            unknowns.set(draw, node);
            return node;
        }

        private static Node drawn(int draw, Belief belief) {
            return belief instanceof Belief.Certain(var value) ? new Node.Fixed(value) : new Node.Drawn(draw, belief);
        }

        private Node summary(Expression.Summary summary) {
            String path = summary.of().path();
            Content content =
                    checked.sheet().find(path).map(Definition::content).orElse(null);
            List<Node> detail = summary.detail().stream().map(this::node).toList();
            return switch (content) {
                case null -> name(path);
                case Expression expression -> name(path);
                case Varying varying -> {
                    boolean at = summary.figure() == Expression.Figure.MEAN_AT;
                    List<Node> parameters =
                            at && varying.sized() ? sized(path, varying, detail.getFirst()) : roots(path);
                    var node = new Node.Summarise(varying, parameters, at ? List.of() : detail);
                    yield fixed(parameters).isPresent() && fixed(node.level()).isPresent()
                            ? new Node.Fixed(Figures.of(
                                    varying,
                                    fixed(parameters).orElseThrow(),
                                    fixed(node.level()).orElseThrow()))
                            : node;
                }
            };
        }
    }

    private static Optional<double[]> fixed(List<Node> nodes) {
        double[] values = new double[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(nodes.get(i) instanceof Node.Fixed(var value))) {
                return Optional.empty();
            }
            values[i] = value;
        }
        return Optional.of(values);
    }
}
