package dev.plumbline.smell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/// Designs written in a test.
final class Designs {
    private static final Facts FACTS = Facts.load(Designs::fact);

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

    /// The design in a text, which must be free of faults.
    static Design read(String text) {
        DesignReader.Reading reading = new DesignReader(FACTS).read(Sources.of("design.yaml", text), path -> {
            throw new NoSuchFileException(path);
        });
        assertThat(reading.findings().all())
                .filteredOn(each -> each.severity() == dev.plumbline.diagnostic.Severity.ERROR)
                .isEmpty();
        return ((DesignReader.Reading.Read) reading).design();
    }
}
