package dev.plumbline.cli;

import dev.plumbline.claim.ClaimCheck;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.estimation.Napkin;
import dev.plumbline.estimation.Tornado;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.report.NapkinJson;
import dev.plumbline.report.NapkinMarkdown;
import dev.plumbline.report.NapkinReport;
import dev.plumbline.report.Palette;
import dev.plumbline.report.TornadoJson;
import dev.plumbline.report.TornadoReport;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline estimate`: what a design comes to, to be checked by hand.
@Command(
        name = "estimate",
        header = "Work out traffic, storage, compute, money and energy, each line to be checked by hand.")
final class EstimateCommand implements Callable<Integer> {
    /// Enough that an interval's ends are told to two digits.
    static final int WORLDS = 4096;

    private final Outside outside;

    /// What a napkin can be written as.
    enum Form {
        TEXT(Format.TEXT),
        JSON(Format.JSON),
        MARKDOWN(Format.MARKDOWN);

        private final Format refusal;

        Form(Format refusal) {
            this.refusal = refusal;
        }

        /// In what a design that does not read is told of.
        Format refusal() {
            return refusal;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the napkin: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every figure, such as what arrives at each component.")
    private boolean verbose;

    @Option(
            names = "--sensitivity",
            description = "Show which unknowns the figures owe their intervals to, instead of the napkin.")
    private boolean sensitivity;

    @Option(
            names = "--of",
            paramLabel = "FIGURE",
            description = "A figure to show the sensitivity of, such as cost; may be said more than once.")
    private List<String> of = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Same design, seed and version: same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    EstimateCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        DesignFile file = DesignFile.find(outside, named);
        return switch (file.read()) {
            case Reading.Refused(var findings) ->
                Delivery.refused(outside, screen, format.refusal(), file, findings.all());
            case Reading.Read(var design, var _) -> {
                Delivery.toOut(outside, sensitivity || !of.isEmpty() ? tornado(design) : report(design));
                yield Main.FINE;
            }
        };
    }

    private String report(Design design) {
        Napkin napkin = Napkin.of(design, new Worlds(WORLDS, seed));
        List<Diagnostic> claims = ClaimCheck.of(design);
        return switch (format) {
            case TEXT ->
                new NapkinReport(screen.width(outside), screen.palette(outside, false), verbose).of(napkin, claims);
            case JSON -> new NapkinJson(Version.number()).of(napkin, claims);
            case MARKDOWN -> NapkinMarkdown.of(napkin, claims);
        };
    }

    private String tornado(Design design) {
        List<String> names = Tornado.names(design);
        for (String name : of) {
            if (!names.contains(name)) {
                throw new Refused(
                        "there is no figure \"%s\"".formatted(name),
                        Nearest.to(name, names)
                                .map("did you mean \"%s\"?"::formatted)
                                .orElse("\"plumbline explain DESIGN\" lists the names"));
            }
        }
        Tornado tornado = Tornado.of(design, of, new Worlds(WORLDS, seed));
        return switch (format) {
            case TEXT -> new TornadoReport(screen.width(outside), screen.palette(outside, false)).of(tornado);
            case JSON -> new TornadoJson(Version.number()).of(tornado);
            case MARKDOWN ->
                "```text\n" + new TornadoReport(ScreenOptions.USUAL_WIDTH, Palette.PLAIN).of(tornado) + "```\n";
        };
    }
}
