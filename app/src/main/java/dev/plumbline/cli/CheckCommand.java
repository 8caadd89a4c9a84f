package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.claim.ClaimCheck;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnosis.Diagnosis;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.policy.PolicyCheck;
import dev.plumbline.report.Refusal;
import dev.plumbline.smell.Smells;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline check`: a design against its requirements.
@Command(name = "check", header = "Hold a design against its requirements.")
final class CheckCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Outside outside;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESIGN",
            defaultValue = DesignFile.USUAL,
            description = DesignFile.DESCRIPTION)
    private String named = DesignFile.USUAL;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report to a file instead of printing it.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "From what on the exit code is 1: ${COMPLETION-CANDIDATES}. What is missed counts as an error, "
                            + "what is at risk or unmeasurable as a warning. Default: ${DEFAULT-VALUE}.")
    private FailOn failOn = FailOn.ERROR;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the evidence, every component, and all that was assumed.")
    private boolean verbose;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    CheckCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var reports = new Reports(format, screen.width(outside), screen.palette(outside, file.isPresent()), verbose);
        DesignFile design = DesignFile.find(outside, named);
        return switch (design.read()) {
            case Reading.Refused(var findings) -> {
                deliver(reports.of(new Refusal(design.name(), findings.all())));
                yield Main.COULD_NOT_RUN;
            }
            case Reading.Read(var read, var findings) -> {
                List<Diagnostic> found = findings.and(PolicyCheck.of(read))
                        .and(ClaimCheck.of(read))
                        .all();
                Assessment assessment = assess(read, found);
                deliver(reports.of(assessment));
                yield failOn.fails(assessment) ? FAILED : Main.FINE;
            }
        };
    }

    private Assessment assess(Design design, List<Diagnostic> findings) {
        try (ProgressLine progress = new ProgressLine(outside)) {
            Assessment judged = new Assessor(run.settings(), progress, outside::elapsed).assess(design, findings);
            Assessment explained = new Diagnosis(design).explained(judged);
            List<Diagnostic> told = explained.findings();
            return explained.with(
                    new Diagnostics(told).and(Smells.beside(design, told)).all());
        }
    }

    private void deliver(String report) {
        if (file.isPresent()) {
            Delivery.toFile(outside, file.get(), report);
        } else {
            Delivery.toOut(outside, report);
        }
    }
}
