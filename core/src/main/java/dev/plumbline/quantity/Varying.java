package dev.plumbline.quantity;

import java.util.List;

/// A value that differs from request to request.
public sealed interface Varying extends Content {
    record Constant(Expression value) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of(value);
        }
    }
}
