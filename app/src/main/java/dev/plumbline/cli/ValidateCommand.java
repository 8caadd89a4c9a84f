package dev.plumbline.cli;

import dev.plumbline.calculation.Calculator;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.report.Palette;
import dev.plumbline.report.QueuePage;
import dev.plumbline.report.ValidationJson;
import dev.plumbline.report.ValidationPage;
import dev.plumbline.report.ValidationReport;
import dev.plumbline.validation.Arithmetic;
import dev.plumbline.validation.CaseFile;
import dev.plumbline.validation.Method;
import dev.plumbline.validation.QueueCheck;
import dev.plumbline.validation.QueueChecks;
import dev.plumbline.validation.Serving;
import dev.plumbline.validation.Things;
import dev.plumbline.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plumbline validate`: our figures held against published ones.
@Command(name = "validate", header = "Hold what Plumbline computes against published and measured figures.")
final class ValidateCommand implements Callable<Integer> {
    /// Where the cases lie, seen from the folder that holds this repository.
    private static final String USUAL = "shared/cases/estimation.csv";

    /// With which, and with how many requests each, queues are simulated.
    static final long SEED = 1;

    static final long REQUESTS = 2_000_000;

    /// The exit code when a queue is not as theory says.
    private static final int OFF = 1;

    /// The heading of the page that is committed.
    static final String TITLE = "Estimates held against published figures";

    private final Outside outside;

    enum Form {
        TEXT,
        JSON,
        MARKDOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "A CSV file with id, quantity, inputs, expected value, unit, tolerance and source. "
                    + "Default: " + USUAL + " beside this folder or above it.")
    private Optional<String> cases = Optional.empty();

    @Option(
            names = "--queues",
            description = "Hold the simulator against queueing theory instead, and print that page.")
    private boolean queues;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    ValidateCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        if (queues) {
            List<QueueCheck> checks = QueueChecks.all(SEED, REQUESTS);
            Delivery.toOut(outside, QueuePage.written(checks, REQUESTS));
            return checks.stream().allMatch(QueueCheck::holds) ? Main.FINE : OFF;
        }
        Path file = cases.map(name -> outside.folder().resolve(name))
                .or(() -> beside(outside.folder()))
                .orElseThrow(() -> new Refused(
                        "there is no \"%s\" beside this folder or above it".formatted(USUAL),
                        "name a file of cases with --cases FILE"));
        CaseFile.Reading reading = CaseFile.read(cases.orElse(USUAL), text(file, cases.orElse(USUAL)));
        Palette palette = screen.palette(outside, false);
        int width = screen.width(outside);
        outside.err().print(new Rendering(width, palette.ink()).of(reading.findings()));
        Validation validation = Validation.of(reading.cases(), methods());
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT -> new ValidationReport(width, palette).of(validation);
                    case JSON -> ValidationJson.written(validation);
                    case MARKDOWN -> ValidationPage.written(TITLE, validation);
                });
        return reading.findings().all().isEmpty() ? Main.FINE : Main.COULD_NOT_RUN;
    }

    /// The ways to compute a case, in the order in which they are tried.
    static List<Method> methods() {
        return List.of(
                new Arithmetic(Calculator.of(Knowledge.facts(), Calculator.USUAL)),
                new Serving(new Things(Knowledge.facts())));
    }

    /// The cases in the nearest folder above that has them.
    static Optional<Path> beside(Path folder) {
        for (Path up = folder.toAbsolutePath().getParent(); up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve(USUAL))) {
                return Optional.of(up.resolve(USUAL));
            }
        }
        return Optional.empty();
    }

    private static String text(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refused("there is no file \"%s\" that can be read".formatted(name));
        }
    }
}
