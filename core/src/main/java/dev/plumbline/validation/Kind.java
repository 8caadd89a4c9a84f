package dev.plumbline.validation;

import java.util.Optional;

/// One kind of published figure, and the expression that computes it.
@FunctionalInterface
interface Kind {
    /// The expression for a case of this kind; empty for any other case.
    Optional<String> expression(Case given);
}
