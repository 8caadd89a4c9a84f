package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Expression;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Span;

/// A quantity in a sentence, such as `120 ms` or `30k USD/month`.
///
/// @param text as typed; the spans inside `expression` are offsets in it
/// @param within the sentence it stands in
/// @param start the offset of `text` in the sentence
public record Amount(String text, Expression expression, Scalar within, int start) {
    public Span span() {
        return within.part(start, start + text.length());
    }

    public Place place() {
        return span().place();
    }

    /// The place of a part of the expression.
    public Place place(dev.plumbline.quantity.Span part) {
        return within.place(start + part.start(), start + part.end());
    }
}
