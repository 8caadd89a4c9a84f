package dev.plumbline.quantity;

/// A stretch of an expression's text.
///
/// @param start the offset of its first char
/// @param end the offset after its last char
public record Span(int start, int end) {
    /// For expressions built by Plumbline itself, which have no text.
    public static final Span NONE = new Span(0, 0);

    public Span to(Span last) {
        return new Span(start, last.end);
    }

    /// The stretch of `text` this covers; offsets beyond its end are cut off.
    public String of(String text) {
        return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    }
}
