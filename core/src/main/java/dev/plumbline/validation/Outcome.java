package dev.plumbline.validation;

/// What a method makes of a case.
public sealed interface Outcome {
    /// It is one of the method's own, and this is the figure.
    record Ours(Computed computed) implements Outcome {}

    /// It is one of the method's own, but cannot be computed.
    ///
    /// @param why in one sentence without a full stop
    record NotComputed(String why) implements Outcome {}

    /// It is of a kind that the method does not know.
    record Strange() implements Outcome {}
}
