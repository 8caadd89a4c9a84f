package dev.plumbline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// All that a command may know of the world outside the program. Tests hand in their own.
///
/// @param in          what is piped in, or typed
/// @param out         where data goes
/// @param err         where talk goes: progress, warnings, errors
/// @param folder      what relative paths are relative to
/// @param environment the variables that a command may look at, such as `NO_COLOR`
/// @param screen      who reads `out` and `err`, so that colour, width and progress fit
/// @param clock       the time of day, for stamps and durations; no result depends on it
public record Outside(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path folder,
        Map<String, String> environment,
        Screen screen,
        InstantSource clock) {

    public Outside {
        environment = Map.copyOf(environment);
    }

    /// A world in which nothing is piped in.
    public Outside(
            PrintStream out,
            PrintStream err,
            Path folder,
            Map<String, String> environment,
            Screen screen,
            InstantSource clock) {
        this(InputStream.nullInputStream(), out, err, folder, environment, screen, clock);
    }

    /// The time since a fixed moment.
    Duration elapsed() {
        return Duration.between(Instant.EPOCH, clock.instant());
    }

    /// The process's own. Text is UTF-8 whatever the locale says: a bare container has no locale, and its terminal
    /// reads UTF-8 all the same.
    static Outside ofThisProcess() {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var in = new FileInputStream(FileDescriptor.in);
        return new Outside(in, out, err, Path.of(""), System.getenv(), Screen.ofThisProcess(), InstantSource.system());
    }
}
