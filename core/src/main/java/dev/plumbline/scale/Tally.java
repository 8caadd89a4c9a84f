package dev.plumbline.scale;

import dev.plumbline.assessment.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;

/// Counts what is looked at by several groups at once, for who waits.
final class Tally implements Progress {
    private final Progress progress;
    private final DoubleFunction<String> text;
    private final int due;
    private int looked;

    /// @param text a scale as people read it
    /// @param due how many looks there will be at least
    Tally(Progress progress, DoubleFunction<String> text, int due) {
        this.progress = progress;
        this.text = text;
        this.due = due;
    }

    /// @throws CancellationException when the user has stopped it
    void looking(double at) {
        if (progress.interrupted()) {
            throw new CancellationException("interrupted");
        }
        synchronized (this) {
            looked++;
            progress.done("looking at " + text.apply(at), looked, Math.max(due, looked));
        }
    }

    /// Worlds are too small steps to tell; they only ask whether to go on.
    @Override
    public void done(String what, int done, int of) {}

    @Override
    public boolean interrupted() {
        return progress.interrupted();
    }
}
