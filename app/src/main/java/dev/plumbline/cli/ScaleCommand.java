package dev.plumbline.cli;

import dev.plumbline.assessment.Settings;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.report.ScaleJson;
import dev.plumbline.report.ScaleReport;
import dev.plumbline.scale.DrivingAssumption;
import dev.plumbline.scale.Sweep;
import dev.plumbline.scale.Sweeper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline scale`: at how many users, or of whatever drives it, a design breaks, and why.
@Command(
        name = "scale",
        header = "Find at how many users each requirement stops being met, what breaks first, and why.")
final class ScaleCommand implements Callable<Integer> {
    private static final double SMALLEST = 1e3;
    private static final double LARGEST = 1e9;

    private final Outside outside;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESIGN",
            defaultValue = DesignFile.USUAL,
            description = DesignFile.DESCRIPTION)
    private String named = DesignFile.USUAL;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "The assumption to change; the one that most of the traffic follows by default.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description =
                    "Another number that grows as it does, such as user_profile.rows; may be said more than once.")
    private List<String> with = List.of();

    @Option(names = "--from", paramLabel = "N", description = "The smallest value to look at. Default: 1k.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "N", description = "The largest value to look at. Default: 1bn.")
    private Optional<String> to = Optional.empty();

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

    ScaleCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        DesignFile file = DesignFile.find(outside, named);
        return switch (file.read()) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var design, var _) -> {
                sweep(design);
                yield Main.FINE;
            }
        };
    }

    /// What was found is printed even when the user stops the sweep, before the process ends.
    private void sweep(Design design) {
        with.forEach(name -> known(design, name));
        DrivingAssumption driving = driving(design).with(with);
        double now = driving.now().median();
        boolean usual = now >= SMALLEST && now <= LARGEST && isCount(driving.dimension());
        double least =
                from.map(text -> value(design, driving, "--from", text)).orElse(usual ? SMALLEST : now / SMALLEST);
        double most = to.map(text -> value(design, driving, "--to", text)).orElse(usual ? LARGEST : now * SMALLEST);
        if (!(least > 0 && most > least)) {
            throw new Refused(
                    "from %s to %s is no range".formatted(driving.text(least), driving.text(most)),
                    "--from must be above 0, and --to above --from");
        }
        try (Patience patience = new Patience(outside)) {
            Delivery.toOut(outside, report(found(design, driving, least, most, patience)));
        }
    }

    private Sweep found(Design design, DrivingAssumption driving, double least, double most, Patience patience) {
        Settings settings = run.settings(Sweeper.USUAL);
        try (ProgressLine progress = new ProgressLine(outside)) {
            return new Sweeper(design, driving, settings, patience.over(progress), outside::elapsed).over(least, most);
        }
    }

    private String report(Sweep sweep) {
        return switch (format) {
            case TEXT -> new ScaleReport(screen.width(outside), screen.palette(outside, false)).of(sweep);
            case JSON -> new ScaleJson(Version.number()).of(sweep);
        };
    }

    private DrivingAssumption driving(Design design) {
        if (by.isEmpty()) {
            return DrivingAssumption.of(design)
                    .orElseThrow(() -> new Refused(
                            "nothing drives the traffic of this design",
                            "say how often a path is asked for under \"workload:\", or name an assumption with --by"));
        }
        known(design, by.get());
        return DrivingAssumption.named(design, by.get());
    }

    private static void known(Design design, String name) {
        List<String> names = DrivingAssumption.candidates(design);
        if (!names.contains(name)) {
            throw new Refused(
                    "there is no number \"%s\" in the design to scale it by".formatted(name),
                    Nearest.to(name, names)
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("\"plumbline explain DESIGN\" lists the names"));
        }
    }

    private static boolean isCount(Dimension dimension) {
        return dimension.powers().size() == 1;
    }

    /// A value that was typed, such as `1k`, `2.5M` or `1M user`, in base units; a bare number is in the unit in
    /// which
    /// the assumption is printed.
    private static double value(Design design, DrivingAssumption driving, String option, String text) {
        Optional<Expression> typed = Parser.parse(text, design.sheet().units())
                .found()
                .filter(each -> each.names().isEmpty());
        var checked = Checker.check(design.sheet()
                .and(List.of(Definition.of("(typed)", typed.orElseGet(() -> Expressions.number(Double.NaN))))));
        Refused refused = new Refused(
                "\"%s\" is no value of %s, which takes a number of %s".formatted(text, option, driving.name()),
                "write it such as %s".formatted(driving.text(driving.now().median())));
        if (typed.isEmpty() || !checked.isSound()) {
            throw refused;
        }
        Valuation valuation = Valuation.of(checked, new Worlds(1, 1));
        double value = valuation.spread("(typed)").median();
        Dimension dimension = valuation.dimension("(typed)");
        if (dimension.equals(driving.dimension())) {
            return value;
        }
        if (!dimension.isNone()) {
            throw refused;
        }
        return driving.unit()
                .map(unit -> unit.toBase(java.math.BigDecimal.valueOf(value)))
                .orElse(value);
    }
}
