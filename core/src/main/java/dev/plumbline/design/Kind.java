package dev.plumbline.design;

import java.util.Locale;

/// What a component is.
public enum Kind {
    SERVICE,
    STORE,
    CACHE,
    MODEL,
    LLM,
    INDEX,
    EXTERNAL;

    /// The kind as designs write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
