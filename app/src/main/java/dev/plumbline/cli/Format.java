package dev.plumbline.cli;

import java.util.Locale;

/// How a report is written.
enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF,
    JUNIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
