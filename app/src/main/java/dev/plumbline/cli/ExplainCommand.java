package dev.plumbline.cli;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Explainer;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.report.ExplanationTree;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline explain`: where a number of a design comes from, or what a rule is about.
@Command(
        name = "explain",
        header = "Print where a number comes from, down to its sources, or what a rule is about.",
        customSynopsis = {
            "plumbline explain [DESIGN] NAME   where a number of the design comes from",
            "plumbline explain DESIGN          the names that there are",
            "plumbline explain RULE            what a rule is about"
        })
final class ExplainCommand implements Callable<Integer> {
    /// Enough that an interval's ends are told to two digits.
    private static final int WORLDS = 4096;

    private final Outside outside;

    @Parameters(
            arity = "1..2",
            paramLabel = "WHAT",
            description = "A design and a name, such as cost or ranker.busy; or a rule, as findings name it, "
                    + "such as quantity.unknown-unit.")
    private List<String> what = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Same design, seed and version: same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    ExplainCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        if (what.size() == 2) {
            return inDesign(what.getFirst(), Optional.of(what.getLast()));
        }
        String only = what.getFirst();
        Optional<String> page = Pages.rule(only);
        if (page.isPresent()) {
            Delivery.toOut(outside, page.get());
            return Main.FINE;
        }
        if (Files.exists(outside.folder().resolve(only))) {
            return inDesign(only, Optional.empty());
        }
        if (Files.exists(outside.folder().resolve(DesignFile.USUAL))) {
            return inDesign(DesignFile.USUAL, Optional.of(only));
        }
        throw unknown("rule", only, Pages.rules());
    }

    private int inDesign(String named, Optional<String> name) {
        DesignFile file = DesignFile.find(outside, named);
        return switch (file.read()) {
            case Reading.Refused(var findings) -> Delivery.refused(outside, screen, Format.TEXT, file, findings.all());
            case Reading.Read(var design, var _) -> {
                explain(design, name);
                yield Main.FINE;
            }
        };
    }

    private void explain(Design design, Optional<String> name) {
        Checked checked = Assessor.estimated(design);
        Valuation valuation = Valuation.of(checked, new Worlds(WORLDS, seed));
        List<String> names = new ArrayList<>();
        checked.sheet().definitions().stream().map(Definition::name).forEach(names::add);
        if (name.isEmpty()) {
            Delivery.toOut(outside, String.join("\n", names) + "\n");
            return;
        }
        if (!names.contains(name.get())) {
            throw unknown("name", name.get(), names);
        }
        var tree = new ExplanationTree(screen.width(outside), screen.palette(outside, false));
        Delivery.toOut(outside, tree.of(Explainer.explain(valuation, name.get())));
    }

    private static Refused unknown(String kind, String word, List<String> known) {
        return new Refused(
                "there is no %s \"%s\"".formatted(kind, word),
                Nearest.to(word, known)
                        .map("did you mean \"%s\"?"::formatted)
                        .orElseGet(() -> kind.equals("rule")
                                ? "the rules are " + String.join(", ", known)
                                : "\"plumbline explain DESIGN\" lists the names"));
    }
}
