package dev.plumbline.cli;

import dev.plumbline.assessment.Progress;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets a long search end early on Ctrl-C and still print what it has: the process waits for that, but not for long.
final class Patience implements AutoCloseable {
    private static final long LONGEST_SECONDS = 10;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop);
    private final PrintStream err;

    Patience(Outside outside) {
        this.err = outside.err();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Asks the search to end, and waits until what it found is printed.
    void stop() {
        stopped.set(true);
        try {
            if (!printed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                err.println("error: the search did not end within %d s".formatted(LONGEST_SECONDS));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows what the other shows, and is interrupted by Ctrl-C as well.
    Progress over(Progress shown) {
        return new Progress() {
            @Override
            public void done(String what, int done, int of) {
                shown.done(what, done, of);
            }

            @Override
            public boolean interrupted() {
                return stopped.get() || shown.interrupted();
            }
        };
    }

    @Override
    public void close() {
        printed.countDown();
        if (!stopped.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is ending; the hook runs by itself.
            }
        }
    }
}
