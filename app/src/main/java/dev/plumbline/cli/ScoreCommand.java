package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.report.ScoreJson;
import dev.plumbline.report.ScoreMarkdown;
import dev.plumbline.report.ScoreReport;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.smell.Smells;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline score`: how far a design is from production, and what a review would ask.
@Command(name = "score", header = "Score a design by the ML Test Score, and list what a review would ask.")
final class ScoreCommand implements Callable<Integer> {
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
            description = "The form of the scorecard: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private EstimateCommand.Form format = EstimateCommand.Form.TEXT;

    @Option(
            names = "--fail-below",
            paramLabel = "POINTS",
            description = "Exit with 1 where the score is below so many points. By default no score fails.")
    private Optional<Double> least = Optional.empty();

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    ScoreCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        DesignFile file = DesignFile.find(outside, named);
        return switch (file.read()) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var design, var findings) -> score(design, findings.all());
        };
    }

    /// What cannot all hold is a question of the review, though it stops no simulation.
    private static List<Diagnostic> withContradictions(Design design, List<Diagnostic> findings) {
        return Stream.concat(
                        findings.stream(), Smells.of(design).stream().filter(each -> each.severity() == Severity.ERROR))
                .distinct()
                .toList();
    }

    private int score(Design design, List<Diagnostic> findings) {
        Assessment assessment;
        try (ProgressLine progress = new ProgressLine(outside)) {
            assessment = new Assessor(run.settings(), progress, outside::elapsed)
                    .assess(design, withContradictions(design, findings));
        }
        Scorecard card = Scorecard.of(design, assessment);
        Delivery.toOut(
                outside,
                switch (format) {
                    case TEXT ->
                        new ScoreReport(screen.width(outside), screen.palette(outside, false))
                                .of(card, assessment.run());
                    case JSON -> new ScoreJson(Version.number()).of(card, assessment.run());
                    case MARKDOWN -> ScoreMarkdown.of(card, assessment.run());
                });
        return least.filter(points -> card.score().halves() < 2 * points).isPresent() ? FAILED : Main.FINE;
    }
}
