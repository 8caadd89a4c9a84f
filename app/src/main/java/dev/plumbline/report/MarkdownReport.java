package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Glyphs;
import java.util.List;
import java.util.Locale;

/// An assessment as a comment on a pull request: the count, one table, the reasons, and the rest folded away. Run time
/// is
/// left out, so that the same design gives the same comment.
public final class MarkdownReport {
    private MarkdownReport() {}

    /// The whole assessment.
    public static String of(Assessment assessment) {
        StringBuilder out = new StringBuilder();
        out.append("### ")
                .append(escaped(assessment.design()))
                .append(": ")
                .append(headline(assessment))
                .append("\n\n");
        if (!assessment.verdicts().isEmpty()) {
            table(assessment.verdicts(), out);
            reasons(assessment.verdicts(), out);
        }
        Brief brief = Brief.of(assessment.findings());
        findings(brief.shown(), out);
        if (!brief.counted().isEmpty()) {
            out.append("<details><summary>").append(escaped(brief.count())).append("</summary>\n\n");
            findings(brief.counted(), out);
            out.append("</details>\n\n");
        }
        if (!assessment.assumed().isEmpty()) {
            out.append("<details><summary>")
                    .append(Numbers.counted(assessment.assumed().size(), "default"))
                    .append(" assumed, since the design does not say</summary>\n\n");
            assessment
                    .assumed()
                    .forEach(one -> out.append("- ").append(escaped(one.what())).append('\n'));
            out.append("\n</details>\n\n");
        }
        out.append("<sub>")
                .append(Header.source(assessment.run()))
                .append(" · `plumbline check ")
                .append(code(assessment.file()))
                .append("`</sub>\n");
        return out.toString();
    }

    /// The faults of a design that does not read.
    public static String of(Refusal refusal) {
        StringBuilder out =
                new StringBuilder("### ").append(escaped(refusal.file())).append(" does not read\n\n");
        findings(refusal.faults(), out);
        return out.toString();
    }

    private static String headline(Assessment assessment) {
        return Tally.of(assessment).sentence(_ -> "");
    }

    private static void table(List<Verdict> verdicts, StringBuilder out) {
        out.append("| | requirement | reads | value | 90 % interval | must be | chance |\n");
        out.append("| --- | --- | --- | ---: | --- | --- | ---: |\n");
        for (Verdict verdict : verdicts) {
            String interval = verdict.value().map(Numbers::interval).orElse("");
            List<String> cells = List.of(
                    mark(verdict.status()),
                    "**" + escaped(verdict.id()) + "**",
                    escaped(verdict.meter().orElse("")),
                    verdict.value()
                            .map(Numbers::value)
                            .map(MarkdownReport::escaped)
                            .orElse(""),
                    interval.isEmpty() ? "" : interval.substring(1, interval.length() - 1),
                    escaped(verdict.target().orElse("").replace("<=", "≤").replace(">=", "≥")),
                    verdict.chance().isPresent()
                            ? Numbers.share(verdict.chance().getAsDouble())
                            : "");
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        out.append('\n');
    }

    private static String mark(Status status) {
        return Palette.PLAIN.symbol(status).replace("~", "\\~") + " " + status.words();
    }

    private static void reasons(List<Verdict> verdicts, StringBuilder out) {
        boolean any = false;
        for (Verdict verdict : verdicts) {
            if (!verdict.reason().isEmpty()) {
                any = true;
                out.append("- **").append(escaped(verdict.id())).append("**: ").append(escaped(verdict.reason()));
                out.append(" (`")
                        .append(code(
                                verdict.place().file() + ":" + verdict.place().line()))
                        .append("`)\n");
            }
        }
        out.append(any ? "\n" : "");
    }

    static void findings(List<Diagnostic> findings, StringBuilder out) {
        for (Diagnostic finding : findings) {
            out.append("**")
                    .append(finding.severity().name().toLowerCase(Locale.ROOT))
                    .append("** `");
            out.append(code(finding.rule())).append("` ").append(escaped(finding.what()));
            out.append(" (`").append(code(finding.place().address())).append("`)\n");
            quoted("why", finding.why(), out);
            quoted("fix", finding.mend(), out);
            out.append('\n');
        }
    }

    private static void quoted(String label, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("- ").append(label).append(": ").append(escaped(text)).append('\n');
        }
    }

    /// Text in which nothing is markup, a link or a mention.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : Glyphs.shown(text).toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@' -> out.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String code(String text) {
        return Glyphs.shown(text).replace('`', '\'').replace("|", "\\|");
    }

    /// The value with its interval, for one line of text.
    static String figure(Figure figure) {
        return (Numbers.value(figure) + " " + Numbers.interval(figure)).strip();
    }
}
