package dev.plumbline.simulation;

/// One kind of request: how it arrives and what it goes through.
///
/// @param priority where queues are served by it, lower numbers go first; not negative
public record Path(String name, Arrivals arrivals, Step step, int priority) {
    public Path {
        if (priority < 0) {
            throw new IllegalArgumentException("a priority may not be negative, not \"%d\"".formatted(priority));
        }
    }

    /// A path whose requests are as urgent as any other's.
    public Path(String name, Arrivals arrivals, Step step) {
        this(name, arrivals, step, 0);
    }
}
