package dev.plumbline.simulation;

import dev.plumbline.probability.Generator;

/// Walks through a trace, from its beginning and over again, taking all of its requests or a sample.
final class Replay {
    private final Trace trace;
    private final double oneIn;
    private final Generator chance;
    /// The row of the latest request, or -1 before the first.
    int row = -1;

    /// @param oneIn of so many requests one is taken, by chance
    Replay(Trace trace, double oneIn, Generator chance) {
        this.trace = trace;
        this.oneIn = oneIn;
        this.chance = chance;
    }

    /// Moves on to the next request.
    ///
    /// @return the distance to it, in mean distances between those that are taken
    double next() {
        long skipped = oneIn == 1 ? 0 : skipped();
        int requests = trace.requests();
        double from = row < 0 ? 0 : trace.position(row);
        long to = row + 1 + skipped;
        row = (int) (to % requests);
        // A round is one mean distance longer than the trace: that from the last request to the first.
        return (trace.position(row) + (double) (to / requests * requests) - from) / oneIn;
    }

    /// How many requests are passed over: a geometric number.
    private long skipped() {
        return (long) (chance.nextExponential() / -StrictMath.log1p(-1 / oneIn));
    }
}
