package dev.plumbline.quantity;

import java.util.List;

/// What a name stands for: one value ([Expression]) or one that differs from request to request ([Varying]).
public sealed interface Content permits Expression, Varying {
    /// The expressions it is made of, in a fixed order: the expression itself, or the parameters of what varies.
    List<Expression> roots();
}
