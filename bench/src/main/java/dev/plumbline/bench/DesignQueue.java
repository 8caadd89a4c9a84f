package dev.plumbline.bench;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Situation;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A queue as a user starts it: from a design file, through the reader and the assessor, in one world.
final class DesignQueue {
    private final Design design;

    private DesignQueue(Design design) {
        this.design = design;
    }

    /// @param file the design, such as `bench/designs/mm1.yaml`
    static DesignQueue of(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param text a design with one path, `queue`
    static DesignQueue of(String text) {
        DesignReader.Reading reading = new DesignReader(Facts.none()).read(Sources.of("design.yaml", text), path -> {
            throw new NoSuchFileException(path);
        });
        if (!(reading instanceof DesignReader.Reading.Read read)) {
            throw new IllegalArgumentException("The design cannot be read: " + reading.findings());
        }
        return new DesignQueue(read.design());
    }

    /// The 99th percentile of the path `queue`, over so many requests.
    double p99(int requests, long seed) {
        Assessment assessment = new Assessor(new Settings(seed, 1, requests, 1), Progress.SILENT, () -> Duration.ZERO)
                .simulate(design, new Situation.Peak());
        return assessment.scenarios().values().stream()
                .flatMap(scenario -> scenario.paths().values().stream())
                .flatMap(path -> path.latency().entrySet().stream())
                .filter(entry -> entry.getKey().equals("p99"))
                .map(Map.Entry::getValue)
                .mapToDouble(Interval::value)
                .findFirst()
                .orElseThrow();
    }
}
