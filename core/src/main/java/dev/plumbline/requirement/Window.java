package dev.plumbline.requirement;

import java.util.Locale;

/// The stretch of time over which a requirement is judged, such as `over 28 day`.
public record Window(Amount length, Kind kind) {
    /// Where a window begins.
    public enum Kind {
        /// Not written; windows then roll.
        UNSTATED,
        /// Every stretch of that length, wherever it begins.
        ROLLING,
        /// From the first of a month, a week, a day.
        CALENDAR
    }

    /// As the language writes it: `28 day rolling`.
    public String sentence() {
        return kind == Kind.UNSTATED
                ? length.text()
                : length.text() + " " + kind.name().toLowerCase(Locale.ROOT);
    }
}
