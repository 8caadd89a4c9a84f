package dev.plumbline.simulation;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;

/// One kind of request: how it arrives and what it goes through.
///
/// @param priority where queues are served by it, lower numbers go first; not negative
/// @param payload bytes of a request, where a recorded one does not bring its own
public record Path(String name, Arrivals arrivals, Step step, int priority, Distribution payload) {
    public Path {
        if (priority < 0) {
            throw new IllegalArgumentException("a priority may not be negative, not \"%d\"".formatted(priority));
        }
    }

    /// A path whose requests are as urgent as any other's.
    public Path(String name, Arrivals arrivals, Step step) {
        this(name, arrivals, step, 0);
    }

    /// A path whose requests have no size.
    public Path(String name, Arrivals arrivals, Step step, int priority) {
        this(name, arrivals, step, priority, new Constant(0));
    }

    Path with(Arrivals changed) {
        return new Path(name, changed, step, priority, payload);
    }

    Path with(Step changed) {
        return new Path(name, arrivals, changed, priority, payload);
    }

    /// How often a request visits a station in the mean, retries, hedges and fallbacks left out.
    public double visits(String station) {
        return Traffic.visits(step).getOrDefault(station, 0.0);
    }

    /// Bytes of a request, recorded or not.
    public Distribution size() {
        return arrivals instanceof Arrivals.Replayed replayed
                ? replayed.trace().sizes().orElse(payload)
                : payload;
    }
}
