package dev.plumbline.cli;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.report.MendJson;
import dev.plumbline.report.MendReport;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.review.Effort;
import dev.plumbline.review.Mender;
import dev.plumbline.review.Mends;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline mend`: edits of the design that meet a requirement, simulated, with what they cost.
@Command(name = "mend", header = "Find the cheapest edits that meet a requirement, simulate them, and print patches.")
final class MendCommand implements Callable<Integer> {
    private static final Pattern BUDGET = Pattern.compile("([0-9]{1,5})\\s*(s|min)");

    private final Outside outside;

    @Parameters(index = "0", arity = "1", paramLabel = "DESIGN", description = "A design file, or its folder.")
    private String named = DesignFile.USUAL;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REQUIREMENT",
            description = "The requirement to meet; the first that is missed, or at risk, by default.")
    private Optional<String> requirement = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "20s",
            description = "How long to search at most, such as 20s or 2min. Default: ${DEFAULT-VALUE}.")
    private String budget = "20s";

    @Option(names = "--apply", paramLabel = "N", description = "Write the edits of the Nth mend into the design.")
    private Optional<Integer> apply = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SimulateCommand.Form format = SimulateCommand.Form.TEXT;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    MendCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Effort effort = Effort.within(budget());
        DesignFile file = DesignFile.find(outside, named);
        Bundle bundle = Sources.read(file.name(), file.folder());
        DesignReader reader = new DesignReader(Knowledge.facts());
        return switch (reader.read(bundle, file.folder())) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var design, var _) -> {
                requirement.ifPresent(id -> known(design, id));
                mend(file, bundle, reader, effort);
                yield Main.FINE;
            }
        };
    }

    /// What was found is printed even when the user stops the search, before the process ends.
    private void mend(DesignFile file, Bundle bundle, DesignReader reader, Effort effort) {
        try (Patience patience = new Patience(outside)) {
            Mends mends = search(file, bundle, reader, effort, patience);
            Delivery.toOut(outside, report(mends));
            apply.ifPresent(number -> write(file, mends, number));
        }
    }

    private Mends search(DesignFile file, Bundle bundle, DesignReader reader, Effort effort, Patience patience) {
        try (ProgressLine progress = new ProgressLine(outside)) {
            return new Mender(reader, run.settings(), effort, patience.over(progress), outside::elapsed)
                    .mend(bundle, file.folder(), requirement);
        }
    }

    private String report(Mends mends) {
        return switch (format) {
            case TEXT -> new MendReport(screen.width(outside), screen.palette(outside, false)).of(mends);
            case JSON -> new MendJson(Version.number()).of(mends);
        };
    }

    private void write(DesignFile file, Mends mends, int number) {
        if (mends.tried().end() == Mends.End.INTERRUPTED) {
            throw new Refused("the search was interrupted, and nothing is written");
        }
        if (number < 1 || number > mends.mends().size()) {
            throw new Refused("there is no mend %d to apply; %s"
                    .formatted(
                            number,
                            mends.mends().isEmpty()
                                    ? "none was found"
                                    : "the last is " + mends.mends().size()));
        }
        new PatchedFiles(outside, file, "mend")
                .write(mends.mends().get(number - 1).patch());
    }

    private Duration budget() {
        Matcher found = BUDGET.matcher(budget.strip());
        long number = found.matches() ? Long.parseLong(found.group(1)) : 0;
        if (number < 1) {
            throw new Refused(
                    "\"%s\" is no value of --budget, which takes a time".formatted(budget),
                    "write \"--budget 20s\" or \"--budget 2min\"");
        }
        return found.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
    }

    private static void known(Design design, String id) {
        List<String> names = design.requirements().stream().map(Requirement::id).toList();
        if (!names.contains(id)) {
            throw new Refused(
                    "there is no requirement \"%s\"".formatted(id),
                    Nearest.to(id, names)
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("the requirements are " + String.join(", ", names)));
        }
    }
}
