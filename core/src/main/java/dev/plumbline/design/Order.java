package dev.plumbline.design;

import java.util.Locale;

/// Which waiting request is served next.
public enum Order {
    FIFO,
    LIFO,
    /// By the priority of the path that asks.
    PRIORITY,
    DEADLINE;

    /// The word as designs write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
