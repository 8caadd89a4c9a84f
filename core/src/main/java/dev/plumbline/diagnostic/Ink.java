package dev.plumbline.diagnostic;

/// How a part of a rendered message is coloured. The words are the same with and without; a report that knows its
/// terminal passes one that wraps `text` in escape codes.
@FunctionalInterface
public interface Ink {
    /// No colour.
    Ink PLAIN = (part, text) -> text;

    /// The parts of a message that may be told apart by colour.
    enum Part {
        ERROR,
        WARNING,
        HINT,
        /// Rule, arrow, line number and margin.
        FRAME,
        /// `why:` and `fix:`.
        LABEL
    }

    String paint(Part part, String text);
}
