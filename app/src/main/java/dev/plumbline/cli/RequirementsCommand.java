package dev.plumbline.cli;

import dev.plumbline.ask.AskReading;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.proposal.Agenda;
import dev.plumbline.proposal.Grounds;
import dev.plumbline.proposal.Proposal;
import dev.plumbline.proposal.Proposer;
import dev.plumbline.report.AskJson;
import dev.plumbline.report.AskReport;
import dev.plumbline.report.ProposalJson;
import dev.plumbline.report.ProposalReport;
import dev.plumbline.report.Refusal;
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
import picocli.CommandLine.Parameters;

/// `plumbline requirements`: from what people ask for to what can be measured.
@Command(
        name = "requirements",
        header = "Turn what people ask for into requirements: what is open, and what to propose.")
final class RequirementsCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 4L << 20;

    private final Outside outside;

    @Parameters(arity = "0..1", paramLabel = "DESIGN", description = DesignFile.DESCRIPTION)
    private Optional<String> design = Optional.empty();

    @Option(names = "--asks", paramLabel = "FILE", description = "Read asks from a file, one a line.")
    private Optional<String> asks = Optional.empty();

    @Option(names = "--ask", paramLabel = "SENTENCE", description = "Read one ask, beside a design or without one.")
    private Optional<String> ask = Optional.empty();

    @Option(names = "--all", description = "Ask every question; else the seven that matter most, and name the others.")
    private boolean all;

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
        if (asks.isPresent()) {
            List<AskReading> readings =
                    lines(asks.get()).stream().map(AskReading::of).toList();
            Delivery.toOut(
                    outside,
                    switch (format) {
                        case TEXT -> new AskReport(screen.width(outside), screen.palette(outside, false)).of(readings);
                        case JSON -> AskJson.of(readings);
                    });
            return Main.FINE;
        }
        if (ask.isPresent() && design.isEmpty()) {
            answer(ask.get(), Proposer.withoutDesign());
            return Main.FINE;
        }
        DesignFile file = DesignFile.find(outside, design.orElse(DesignFile.USUAL));
        return switch (file.read()) {
            case Reading.Refused(var findings) -> {
                var reports = new Reports(refusal(), screen.width(outside), screen.palette(outside, false), false);
                Delivery.toOut(outside, reports.of(new Refusal(file.name(), findings.all())));
                yield Main.COULD_NOT_RUN;
            }
            case Reading.Read(var read, var _) -> {
                ask.ifPresentOrElse(sentence -> answer(sentence, Proposer.of(Grounds.of(read))), () -> agenda(read));
                yield Main.FINE;
            }
        };
    }

    private Format refusal() {
        return switch (format) {
            case TEXT -> Format.TEXT;
            case JSON -> Format.JSON;
        };
    }

    private void answer(String sentence, Proposer proposer) {
        List<Proposal> proposals = proposer.of(sentence);
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT -> report().of(sentence, proposals);
                    case JSON -> ProposalJson.of(proposals);
                });
    }

    private void agenda(Design read) {
        Agenda agenda = Agenda.of(read);
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT -> report().of(agenda);
                    case JSON -> ProposalJson.of(agenda);
                });
    }

    private ProposalReport report() {
        return new ProposalReport(screen.width(outside), screen.palette(outside, false), all);
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
