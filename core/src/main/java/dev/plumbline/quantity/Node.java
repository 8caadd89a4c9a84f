package dev.plumbline.quantity;

import java.util.List;

/// A formula made ready for computing: names are columns, unknowns are numbered draws, fixed parts are folded.
sealed interface Node {
    record Fixed(double value) implements Node {}

    /// A value computed before, by its slot.
    record Column(int slot) implements Node {}

    /// An unknown whose parameters are fixed.
    record Drawn(int draw, Belief belief) implements Node {}

    /// An unknown whose parameters differ from world to world.
    record Nested(int draw, UnknownShape shape, List<Node> parameters) implements Node {}

    record Negative(Node of) implements Node {}

    record Arithmetic(Expression.Operator operator, Node left, Node right) implements Node {}

    record Choose(Node condition, Node then, Node otherwise) implements Node {}

    record Apply(Function.Body body, List<Node> arguments) implements Node {}

    /// The mean of a varying value, or its quantile at a level.
    record Summarise(Varying of, List<Node> parameters, List<Node> level) implements Node {}
}
