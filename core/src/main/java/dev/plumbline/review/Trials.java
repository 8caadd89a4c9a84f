package dev.plumbline.review;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Trial;
import dev.plumbline.design.DesignReader;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Folder;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Sources;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads and simulates patched designs, and counts what that takes.
final class Trials {
    /// Reading and estimating a design costs about as much as simulating so many requests.
    private static final long READING = 20_000;

    private final DesignReader reader;
    private final String main;
    private final Folder folder;
    private final Effort effort;
    private final Progress progress;
    private final Supplier<Duration> clock;
    private final Duration start;
    private long requests;
    private long events;
    private long work;
    private int candidates;
    private volatile boolean bounded;

    Trials(
            DesignReader reader,
            Bundle bundle,
            Folder folder,
            Effort effort,
            Progress progress,
            Supplier<Duration> clock) {
        this.reader = reader;
        this.main = bundle.main().file().name();
        this.folder = folder;
        this.effort = effort;
        this.progress = progress;
        this.clock = clock;
        this.start = clock.get();
    }

    /// What the patched design shows; empty where it does not read, as when a timeout must not be zero.
    ///
    /// @throws java.util.concurrent.CancellationException when interrupted, or out of time
    Optional<Trial> of(Patch patch, Settings settings, Trial.Scope scope) {
        DesignReader.Reading reading = reader.read(Sources.read(main, patched(patch)), folder);
        if (!(reading instanceof DesignReader.Reading.Read(var design, var _))) {
            return Optional.empty();
        }
        Trial trial = new Assessor(settings, quiet(), () -> Duration.ZERO).trial(design, scope);
        requests += trial.run().requests();
        events += trial.run().events();
        work += trial.run().requests() + READING;
        return Optional.of(trial);
    }

    void counted() {
        candidates++;
    }

    int candidates() {
        return candidates;
    }

    /// Whether so much of the budget is spent, of work or of time.
    ///
    /// @param share of the whole, from 0 to 1
    boolean spent(double share) {
        return work >= effort.requests() * share
                || clock.get().minus(start).toNanos() >= effort.time().toNanos() * share;
    }

    /// From now on a simulation is cut off when the time is over.
    void bounded() {
        bounded = true;
    }

    private boolean late() {
        return bounded && clock.get().minus(start).compareTo(effort.time()) >= 0;
    }

    /// Whether the user has stopped the search.
    boolean interrupted() {
        return progress.interrupted();
    }

    void say(String what, int done, int of) {
        progress.done(what, done, of);
    }

    Run run(Settings settings) {
        double seconds = clock.get().minus(start).toNanos() * 1e-9;
        return new Run(settings.seed(), settings.worlds(), requests, events, seconds);
    }

    /// Worlds are too small steps to tell; they only ask whether to go on.
    private Progress quiet() {
        return new Progress() {
            @Override
            public void done(String what, int done, int of) {}

            @Override
            public boolean interrupted() {
                return progress.interrupted() || late();
            }
        };
    }

    private Folder patched(Patch patch) {
        String before = main.substring(0, Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<SourceFile, String> each : patch.texts().entrySet()) {
            texts.put(each.getKey().name().substring(before.length()), each.getValue());
        }
        return path -> {
            String text = texts.get(path);
            return text == null ? folder.open(path) : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        };
    }
}
