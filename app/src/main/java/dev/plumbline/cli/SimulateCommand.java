package dev.plumbline.cli;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Situation;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnosis.Cause;
import dev.plumbline.diagnosis.Diagnosis;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.report.JsonReport;
import dev.plumbline.report.SimulationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline simulate`: one scenario, path by path and component by component.
@Command(name = "simulate", header = "Simulate a design under one scenario, and show where requests spend their time.")
final class SimulateCommand implements Callable<Integer> {
    private final Outside outside;

    /// What a simulation can be written as.
    enum Form {
        TEXT,
        JSON;

        /// In what a design that does not read is told of.
        Format refusal() {
            return this == JSON ? Format.JSON : Format.TEXT;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "DESIGN",
            defaultValue = DesignFile.USUAL,
            description = DesignFile.DESCRIPTION)
    private String named = DesignFile.USUAL;

    @Option(names = "--path", paramLabel = "PATH", description = "Show this path only; all arrive, as in the design.")
    private Optional<String> path = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "peak",
            description = "average, peak or a scenario of the design. Default: ${DEFAULT-VALUE}.")
    private String scenario = "peak";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    SimulateCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        DesignFile file = DesignFile.find(outside, named);
        return switch (file.read()) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var design, var _) -> {
                Delivery.toOut(outside, report(design, simulate(design)));
                yield Main.FINE;
            }
        };
    }

    private Assessment simulate(Design design) {
        if (design.workload().isEmpty()) {
            throw new Refused(
                    "nothing arrives: \"%s\" has no workload".formatted(design.name()),
                    "say how often a path is asked for, such as \"workload: {ask: {rate: 40 req/s}}\"");
        }
        path.ifPresent(name -> known("path", name, List.copyOf(design.workload().keySet())));
        List<String> names = new ArrayList<>(List.of("average", "peak"));
        names.addAll(design.scenarios().keySet());
        known("scenario", scenario, names);
        Situation situation = Situation.named(design, scenario).orElseThrow();
        Assessor.unknown(design, situation).ifPresent(why -> {
            throw new Refused(
                    "\"%s\" cannot be simulated: %s".formatted(scenario, why),
                    "simulate one that loads, kills, slows or flushes");
        });
        try (ProgressLine progress = new ProgressLine(outside)) {
            return new Assessor(run.settings(), progress, outside::elapsed).simulate(design, situation);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    String.valueOf(e.getMessage()), "give each a time, such as \"time: {p50: 4 ms, p99: 9 ms}\"");
        }
    }

    private static void known(String kind, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new Refused(
                    "there is no %s \"%s\"".formatted(kind, name),
                    Nearest.to(name, names)
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("known are " + String.join(", ", names)));
        }
    }

    private String report(Design design, Assessment assessment) {
        ScenarioResult all = assessment.scenarios().values().iterator().next();
        SortedMap<String, dev.plumbline.assessment.PathResult> paths = new TreeMap<>(all.paths());
        path.ifPresent(name -> paths.keySet().retainAll(List.of(name)));
        Diagnosis diagnosis = new Diagnosis(design);
        SortedMap<String, List<Cause>> causes = new TreeMap<>();
        paths.keySet().forEach(name -> causes.put(name, diagnosis.of(all, name)));
        var result =
                new ScenarioResult(all.scenario(), paths, all.components(), all.calls(), all.surges(), all.chronicle());
        return switch (format) {
            case TEXT ->
                new SimulationReport(screen.width(outside), screen.palette(outside, false))
                        .of(assessment.design(), result, causes, assessment.run());
            case JSON -> new JsonReport(Version.number()).of(assessment.design(), result, causes, assessment.run());
        };
    }
}
