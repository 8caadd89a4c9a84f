package dev.plumbline.cli;

import dev.plumbline.knowledge.Fact;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.report.FactsJson;
import dev.plumbline.report.FactsReport;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumbline facts`: what is known, with its source.
@Command(
        name = "facts",
        header = "Print facts with their unit, source, date and purpose; without a word, what there are facts about.")
final class FactsCommand implements Callable<Integer> {
    private final Outside outside;

    /// What facts can be written as.
    enum Form {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description =
                    "What to look for, in names, purposes, notes and sources; several words have to occur together.")
    private List<String> words = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Mixin
    private final ScreenOptions screen = new ScreenOptions();

    FactsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Facts facts = Knowledge.facts();
        var report = new FactsReport(screen.width(outside), screen.palette(outside, false));
        if (words.isEmpty() && format == Form.TEXT) {
            Delivery.toOut(outside, report.things(facts));
            return Main.FINE;
        }
        String wanted = String.join(" ", words);
        List<Fact> found = found(facts, wanted);
        if (found.isEmpty()) {
            throw facts.nearest(wanted)
                    .map(near -> new Refused(nothing(wanted), "did you mean \"%s\"?".formatted(near)))
                    .orElseGet(
                            () -> new Refused(nothing(wanted), "\"plumbline facts\" lists what there are facts about"));
        }
        Delivery.toOut(outside, format == Form.JSON ? FactsJson.written(found) : report.of(found));
        return Main.FINE;
    }

    /// A thing by its name or a fact by its path, else all that mention the words.
    private static List<Fact> found(Facts facts, String wanted) {
        String inner = wanted.startsWith(Facts.ROOT) ? wanted.substring(Facts.ROOT.length()) : wanted;
        List<Fact> about = facts.about(inner);
        if (!about.isEmpty()) {
            return about;
        }
        return facts.find(inner).map(List::of).orElseGet(() -> facts.search(wanted));
    }

    private static String nothing(String wanted) {
        return "no fact mentions \"%s\"".formatted(wanted);
    }
}
