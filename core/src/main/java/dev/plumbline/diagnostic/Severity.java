package dev.plumbline.diagnostic;

/// How much a finding matters. The order is from grave to slight.
public enum Severity {
    /// The design cannot be read, judged or met as written.
    ERROR,
    /// The design can be judged, but a reviewer should ask about this.
    WARNING,
    /// Worth knowing.
    HINT
}
