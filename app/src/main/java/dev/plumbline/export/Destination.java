package dev.plumbline.export;

import java.util.Locale;

/// Who reads the files.
public enum Destination {
    /// OpenSLO v1, which many vendors import.
    OPENSLO,
    /// Prometheus: recording rules and alerts.
    PROMETHEUS,
    /// Sloth, which makes Prometheus rules of them.
    SLOTH,
    /// A table of all requirements.
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
