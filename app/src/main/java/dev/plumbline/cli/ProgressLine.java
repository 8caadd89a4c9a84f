package dev.plumbline.cli;

import dev.plumbline.assessment.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// How far a long run has come, on one line of the terminal that goes away at the end. Nothing is shown before a second
/// has passed, nor where nobody watches.
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int BAR = 20;
    private static final String ERASE = "\r\u001b[K";

    private final Outside outside;
    private final boolean unicode;
    private final Thread eraser = new Thread(this::erase);
    private Instant due;
    private boolean shown;

    ProgressLine(Outside outside) {
        this.outside = outside;
        this.unicode = ScreenOptions.unicode(outside.environment());
        this.due = outside.clock().instant().plus(PATIENCE);
        if (outside.screen().err()) {
            // Ctrl-C ends the process with 130; the line must not stay behind.
            Runtime.getRuntime().addShutdownHook(eraser);
        }
    }

    @Override
    public synchronized void done(String what, int done, int of) {
        if (!outside.screen().err()) {
            return;
        }
        Instant now = outside.clock().instant();
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(PAUSE);
        shown = true;
        PrintStream err = outside.err();
        err.print(ERASE + line(what, done, of));
        err.flush();
    }

    private String line(String what, int done, int of) {
        int filled = of == 0 ? 0 : BAR * done / of;
        String bar = (unicode ? "█" : "#").repeat(filled) + (unicode ? "░" : ".").repeat(BAR - filled);
        return "%s %s %d/%d".formatted(bar, what, done, of);
    }

    @Override
    public boolean interrupted() {
        return false;
    }

    private synchronized void erase() {
        if (shown) {
            outside.err().print(ERASE);
            outside.err().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        erase();
        if (outside.screen().err()) {
            try {
                Runtime.getRuntime().removeShutdownHook(eraser);
            } catch (IllegalStateException _) {
                // The process is ending; the hook runs by itself.
            }
        }
    }
}
