package dev.plumbline.cli;

import dev.plumbline.ask.AskReading;
import dev.plumbline.report.AskJson;
import dev.plumbline.report.AskReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plumbline requirements`: from what people ask for to what can be measured.
@Command(name = "requirements", header = "Say what an ask is about and what it lacks to be measurable.")
final class RequirementsCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 4L << 20;

    private final Outside outside;

    @Option(names = "--asks", paramLabel = "FILE", description = "Read asks from a file, one a line.")
    private Optional<String> asks = Optional.empty();

    @Option(names = "--ask", paramLabel = "SENTENCE", description = "Read one ask.")
    private Optional<String> ask = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SimulateCommand.Form format = SimulateCommand.Form.TEXT;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    RequirementsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        List<String> sentences = asks.map(this::lines)
                .or(() -> ask.map(List::of))
                .orElseThrow(() -> new Refused(
                        "there is no ask to read", "give one with --ask \"it should be fast\", or a file with --asks"));
        List<AskReading> readings = sentences.stream().map(AskReading::of).toList();
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT -> new AskReport(screen.width(outside), screen.palette(outside, false)).of(readings);
                    case JSON -> AskJson.of(readings);
                });
        return Main.FINE;
    }

    private List<String> lines(String name) {
        Path file = outside.folder().resolve(name);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new Refused("\"%s\" is larger than 4 MiB".formatted(name), "split it, one ask a line");
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new Refused(
                    "\"%s\" cannot be read".formatted(name),
                    Files.exists(file) ? "it must be text in UTF-8, one ask a line" : "there is no such file");
        }
    }
}
