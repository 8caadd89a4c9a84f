package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.estimation.Gap;
import dev.plumbline.estimation.Napkin;
import dev.plumbline.estimation.Topic;
import java.util.List;
import java.util.stream.Collectors;

/// A napkin as Markdown: a table for each topic, then what is missing, then the sources.
public final class NapkinMarkdown {
    private NapkinMarkdown() {}

    /// The document, each line ended by a line feed.
    ///
    /// @param claims what the design says that cannot be so
    public static String of(Napkin napkin, List<Diagnostic> claims) {
        StringBuilder out =
                new StringBuilder("### %s: what it comes to\n".formatted(MarkdownReport.escaped(napkin.design())));
        for (Topic topic : Topic.values()) {
            List<Napkin.Figure> figures = napkin.figures().stream()
                    .filter(figure -> figure.topic() == topic && !figure.detail())
                    .toList();
            if (!figures.isEmpty()) {
                table(topic, figures, napkin, out);
            }
        }
        if (!claims.isEmpty()) {
            out.append('\n');
            MarkdownReport.findings(claims, out);
        }
        if (!napkin.gaps().isEmpty()) {
            out.append("\n**Not estimated, since the design does not say**\n\n");
            for (Gap gap : napkin.gaps()) {
                out.append("- ")
                        .append(MarkdownReport.escaped(gap.what() + ": " + gap.mend()))
                        .append('\n');
            }
        }
        if (!napkin.sources().isEmpty()) {
            out.append("\n**Sources**\n\n");
            int number = 1;
            for (Napkin.Source source : napkin.sources()) {
                out.append(number++)
                        .append(". ")
                        .append(MarkdownReport.escaped(String.join(", ", source.names()) + ": " + source.citation()))
                        .append('\n');
            }
        }
        out.append("\n<sub>seed %d · %s</sub>\n"
                .formatted(
                        napkin.worlds().seed(), Numbers.counted(napkin.worlds().count(), "world")));
        return out.toString();
    }

    private static void table(Topic topic, List<Napkin.Figure> figures, Napkin napkin, StringBuilder out) {
        String later = napkin.horizon().map(time -> "in " + time).orElse("later");
        out.append("\n**").append(topic.words()).append("**\n\n");
        out.append("| figure | order | value (90 %%) | %s | formula | with numbers | sources |\n".formatted(later));
        out.append("| --- | ---: | ---: | ---: | --- | --- | --- |\n");
        for (Napkin.Figure figure : figures) {
            String grown = NapkinReport.later(figure, napkin.horizon());
            out.append(List.of(
                            MarkdownReport.escaped(figure.name()),
                            figure.magnitude().orElse(""),
                            MarkdownReport.escaped(NapkinReport.value(figure)),
                            MarkdownReport.escaped(
                                    grown.substring(grown.indexOf(':') + 1).strip()),
                            MarkdownReport.escaped(figure.formula()),
                            MarkdownReport.escaped(figure.numbers()),
                            figure.sources().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .stream()
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
        }
    }
}
