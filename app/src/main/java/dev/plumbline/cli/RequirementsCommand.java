package dev.plumbline.cli;

import dev.plumbline.ask.AskReading;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.proposal.Agenda;
import dev.plumbline.proposal.Grounds;
import dev.plumbline.proposal.Proposal;
import dev.plumbline.proposal.Proposer;
import dev.plumbline.report.AskCount;
import dev.plumbline.report.AskJson;
import dev.plumbline.report.AskReport;
import dev.plumbline.report.ProposalJson;
import dev.plumbline.report.ProposalReport;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementText;
import dev.plumbline.review.Acceptance;
import dev.plumbline.smell.Smells;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Sources;
import java.util.ArrayList;
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
    private final Outside outside;

    @Parameters(arity = "0..1", paramLabel = "DESIGN", description = DesignFile.DESCRIPTION)
    private Optional<String> design = Optional.empty();

    @Option(names = "--asks", paramLabel = "FILE", description = "Read asks from a file, one a line.")
    private Optional<String> asks = Optional.empty();

    @Option(names = "--ask", paramLabel = "SENTENCE", description = "Read one ask, beside a design or without one.")
    private Optional<String> ask = Optional.empty();

    @Option(
            names = "--accept",
            paramLabel = "ID",
            split = ",",
            description =
                    "Agree to what is proposed for these requirements, and write it into the design; \"all\" for each.")
    private List<String> accept = List.of();

    @Option(names = "--all", description = "Ask every question; else the seven that matter most, and name the others.")
    private boolean all;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "Print the design's requirements as YAML, key by key or each as one sentence: "
                    + "${COMPLETION-CANDIDATES}.")
    private Optional<RequirementText.Form> form = Optional.empty();

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
        if (form.isPresent() && (asks.isPresent() || ask.isPresent() || !accept.isEmpty())) {
            throw new Refused("--form prints the requirements of a design and nothing else", "leave the others out");
        }
        if (asks.isPresent()) {
            readEach(asks.get());
            return Main.FINE;
        }
        if (ask.isPresent() && design.isEmpty()) {
            answer(ask.get(), Proposer.withoutDesign());
            return Main.FINE;
        }
        DesignFile file = DesignFile.find(outside, design.orElse(DesignFile.USUAL));
        Bundle bundle = Sources.read(file.name(), file.folder());
        return switch (new DesignReader(Knowledge.facts()).read(bundle, file.folder())) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var read, var _) -> {
                if (form.isPresent()) {
                    Delivery.toOut(outside, RequirementText.of(read.requirements(), form.get()));
                } else if (accept.isEmpty()) {
                    ask.ifPresentOrElse(
                            sentence -> answer(sentence, Proposer.of(Grounds.of(read))), () -> agenda(read));
                } else {
                    accept(file, bundle, Agenda.of(read));
                }
                yield Main.FINE;
            }
        };
    }

    private void accept(DesignFile file, Bundle bundle, Agenda agenda) {
        List<String> ids = ids(agenda);
        Acceptance.Outcome outcome = Acceptance.of(bundle, agenda, ids);
        if (outcome.patch().isEmpty()) {
            throw new Refused(
                    outcome.refused().isEmpty()
                            ? "the design's text cannot be edited there without touching more"
                            : outcome.refused().getFirst());
        }
        new PatchedFiles(outside, file, "requirements").write(outcome.patch().get());
        Delivery.toOut(outside, outcome.patch().get().unified());
        outcome.refused().forEach(each -> outside.err().println("left out " + each));
    }

    /// The ids that the user named, each of which the design has.
    private List<String> ids(Agenda agenda) {
        List<String> open = agenda.items().stream()
                .map(Agenda.Item::requirement)
                .filter(each -> each.status() != Requirement.Status.AGREED)
                .map(Requirement::id)
                .toList();
        if (accept.equals(List.of("all"))) {
            if (open.isEmpty()) {
                throw new Refused("there is nothing to agree to: every requirement is agreed");
            }
            return open;
        }
        for (String id : accept) {
            if (!open.contains(id)) {
                throw new Refused(
                        "there is no open or proposed requirement \"%s\"".formatted(id),
                        open.isEmpty() ? "every requirement is agreed" : "open are " + String.join(", ", open));
            }
        }
        return accept;
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
        List<Diagnostic> findings = Smells.of(read);
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT -> report().of(agenda, findings);
                    case JSON -> ProposalJson.of(agenda, findings);
                });
    }

    private ProposalReport report() {
        return new ProposalReport(screen.width(outside), screen.palette(outside, false), all);
    }

    /// Reads the asks of a file one by one, so that any number of them fits into memory.
    private void readEach(String name) {
        List<Long> foreign = new ArrayList<>();
        try (AskLines lines = new AskLines(name, outside.folder().resolve(name))) {
            switch (format) {
                case TEXT -> {
                    var report = new AskReport(screen.width(outside), screen.palette(outside, false));
                    AskCount count = AskCount.NONE;
                    while (lines.hasNext()) {
                        AskReading reading = read(lines, foreign);
                        outside.out().print(report.of(reading));
                        count = count.with(reading);
                    }
                    Delivery.toOut(outside, report.of(count));
                }
                case JSON -> {
                    try (AskJson json = new AskJson(outside.out())) {
                        while (lines.hasNext()) {
                            json.add(read(lines, foreign));
                        }
                    }
                }
            }
            lines.troubles().forEach(outside.err()::println);
        }
        if (!foreign.isEmpty()) {
            outside.err().println(AskLines.named(foreign) + " not English: no more than the numbers were understood");
        }
    }

    private static AskReading read(AskLines lines, List<Long> foreign) {
        AskReading reading = AskReading.of(lines.next());
        if (!reading.isEnglish()) {
            foreign.add(lines.line());
        }
        return reading;
    }
}
