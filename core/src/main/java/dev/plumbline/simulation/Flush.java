package dev.plumbline.simulation;

/// A cache is emptied.
///
/// @param at seconds from the start
/// @param requests how many requests each simulated one stands for while the cache fills again, at least 1: more where
///     only a sample of them is simulated, or time is shortened
public record Flush(String cache, double at, double requests) {
    public Flush {
        if (!(at >= 0) || !(requests >= 1)) {
            throw new IllegalArgumentException("a cache is emptied at 0 or later, for 1 request or more each");
        }
    }
}
