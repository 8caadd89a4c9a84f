package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/// Designs written in a test, and their sweeps.
final class Designs {
    static final Settings QUICK = new Settings(11, 16, 2_000, 1);

    private static final DesignReader READER = new DesignReader(Facts.load(Designs::fact));

    private Designs() {}

    private static String fact(String name) {
        try (InputStream in = Designs.class.getResourceAsStream("/knowledge/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no file of facts " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Design read(String text) {
        DesignReader.Reading reading = READER.read(Sources.of("design.yaml", text), path -> {
            throw new NoSuchFileException(path);
        });
        assertThat(reading.findings().all())
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .isEmpty();
        return ((DesignReader.Reading.Read) reading).design();
    }

    static Sweep sweep(Design design, Settings settings) {
        return new Sweeper(
                        design,
                        DrivingAssumption.of(design).orElseThrow(),
                        settings,
                        Progress.SILENT,
                        () -> Duration.ZERO)
                .over(1e3, 1e9);
    }

    static Curve curve(Sweep sweep, String id) {
        return sweep.curves().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
