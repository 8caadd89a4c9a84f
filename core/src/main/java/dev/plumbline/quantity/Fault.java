package dev.plumbline.quantity;

/// What is wrong with an expression, and where in its text. The reader of the file adds the file's own place.
///
/// @param rule the rule that speaks, such as `quantity.unknown-unit`
/// @param what what is wrong, quoting the offending text
/// @param why why that matters
/// @param mend what to write instead
public record Fault(String rule, Span span, String what, String why, String mend) {
    /// The offset of the first char at fault.
    public int start() {
        return span.start();
    }

    /// The offset after the last char at fault.
    public int end() {
        return span.end();
    }
}
