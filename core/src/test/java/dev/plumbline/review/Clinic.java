package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Trial;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Folder;
import dev.plumbline.source.Sources;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Designs written in a test, and their mends.
final class Clinic {
    static final Settings QUICK = new Settings(11, 4, 4_000, 1);

    private static final Effort AMPLE = new Effort(Duration.ofHours(1), 1_000_000_000);
    private static final DesignReader READER = new DesignReader(Facts.load(name -> ""));

    private Clinic() {}

    static Folder folder(String design) {
        return path -> {
            if (!path.equals("design.yaml")) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(design.getBytes(StandardCharsets.UTF_8));
        };
    }

    static Bundle bundle(String design) {
        return Sources.read("design.yaml", folder(design));
    }

    static Design read(String design) {
        DesignReader.Reading reading = READER.read(bundle(design), folder(design));
        assertThat(reading.findings().all())
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .isEmpty();
        return ((DesignReader.Reading.Read) reading).design();
    }

    static Verdict verdict(String design, String requirement) {
        return new Assessor(QUICK, Progress.SILENT, () -> Duration.ZERO)
                .trial(read(design), new Trial.Scope.All())
                .verdict(requirement)
                .orElseThrow();
    }

    static Mends mend(String design) {
        return mend(design, AMPLE, Progress.SILENT);
    }

    static Mends mend(String design, Effort effort, Progress progress) {
        return mend(design, effort, progress, () -> Duration.ZERO);
    }

    static Mends mend(String design, Effort effort, Progress progress, Supplier<Duration> clock) {
        return new Mender(READER, QUICK, effort, progress, clock)
                .mend(bundle(design), folder(design), Optional.empty());
    }

    static String mended(Mend mend) {
        return mend.patch().texts().values().iterator().next();
    }
}
