package dev.plumbline.report;

import dev.plumbline.ask.AskReading;

/// How many asks there were, and how good they are.
///
/// @param measurable how many can be judged
/// @param whole how many of those state all that their kind needs
public record AskCount(long asks, long measurable, long whole) {
    public static final AskCount NONE = new AskCount(0, 0, 0);

    /// One more.
    public AskCount with(AskReading ask) {
        boolean judged = ask.isMeasurable();
        return new AskCount(
                asks + 1,
                measurable + (judged ? 1 : 0),
                whole + (judged && ask.missing().isEmpty() ? 1 : 0));
    }
}
