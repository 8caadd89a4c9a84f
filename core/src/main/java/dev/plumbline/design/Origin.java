package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Span;
import dev.plumbline.source.Node;

/// Where in the file an expression was typed, so that a fault found in it can be underlined there.
sealed interface Origin {
    /// The place of a stretch of the expression's text.
    Place place(Span span);

    /// The place of the whole.
    Place whole();

    /// The place of the whole, or the given one where only a part of a text was typed for it.
    default Place whole(Place part) {
        return this instanceof Typed typed && typed.offset() > 0 ? part : whole();
    }

    /// The text of a scalar from `offset` to `end`.
    record Typed(Node.Scalar scalar, int offset, int end) implements Origin {
        @Override
        public Place place(Span span) {
            return span.equals(Span.NONE) ? whole() : scalar.place(span.start() + offset, span.end() + offset);
        }

        @Override
        public Place whole() {
            return scalar.place();
        }
    }

    /// Not typed as one text: put together from a mapping, or a default.
    record Made(Place whole) implements Origin {
        @Override
        public Place place(Span span) {
            return whole;
        }
    }
}
