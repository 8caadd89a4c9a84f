package dev.plumbline.proposal;

/// What is proposed for one element.
///
/// @param text the value as the language writes it, such as `120 ms`
/// @param reason why this value, as the end of a sentence: `2.31k req/s, your stated peak`
/// @param basis what it rests on
public record Answer(String text, String reason, Basis basis) {
    /// What a proposal rests on.
    public enum Basis {
        /// Numbers of the design.
        DESIGN,
        /// What is usual, since the design says nothing about it.
        CUSTOM,
        /// The ask itself says so.
        ASK
    }

    static Answer fromDesign(String text, String reason) {
        return new Answer(text, reason, Basis.DESIGN);
    }

    static Answer usual(String text, String reason) {
        return new Answer(text, reason, Basis.CUSTOM);
    }
}
