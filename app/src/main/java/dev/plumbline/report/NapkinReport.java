package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.estimation.Gap;
import dev.plumbline.estimation.Napkin;
import dev.plumbline.estimation.Topic;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import dev.plumbline.report.Palette.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A napkin on a terminal: for each figure its order of magnitude, value and interval, then its formula, the same with
/// numbers, and where they are from.
///
/// @param width cells of a line, at least 40
/// @param palette what the terminal can show
/// @param verbose whether every figure is wanted
public record NapkinReport(int width, Palette palette, boolean verbose) {
    private static final int NARROWEST = 40;
    private static final int WIDEST_NAME = 30;
    private static final String GAP = "  ";
    private static final String INDENT = "      ";

    public NapkinReport {
        width = Math.max(NARROWEST, width);
    }

    /// The report, each line ended by a line feed.
    ///
    /// @param claims what the design says that cannot be so
    public String of(Napkin napkin, List<Diagnostic> claims) {
        List<Napkin.Figure> shown = napkin.figures().stream()
                .filter(figure -> verbose || !figure.detail())
                .toList();
        StringBuilder out = new StringBuilder(head(napkin));
        Columns columns = Columns.of(shown);
        for (Topic topic : Topic.values()) {
            List<Napkin.Figure> figures =
                    shown.stream().filter(figure -> figure.topic() == topic).toList();
            if (!figures.isEmpty()) {
                out.append('\n')
                        .append(palette.paint(Tone.STRONG, topic.words()))
                        .append('\n');
                figures.forEach(figure -> out.append(figure(figure, columns, napkin.horizon())));
            }
        }
        if (!claims.isEmpty()) {
            out.append('\n').append(new Rendering(width, palette.ink()).of(new Diagnostics(claims)));
        }
        gaps(napkin.gaps(), out);
        sources(napkin.sources(), out);
        int hidden = napkin.figures().size() - shown.size();
        out.append('\n').append(paragraph(closing(napkin, hidden), "", Tone.FAINT));
        return out.toString();
    }

    private String head(Napkin napkin) {
        String told = palette.plain("seed %d · %s"
                .formatted(
                        napkin.worlds().seed(), Numbers.counted(napkin.worlds().count(), "world")));
        String name = Glyphs.shown(napkin.design());
        int room = width - Glyphs.cells(name) - Glyphs.cells(told);
        return palette.paint(Tone.STRONG, name)
                + (room >= 2 ? " ".repeat(room) : "\n  ")
                + palette.paint(Tone.FAINT, told)
                + "\n";
    }

    /// Cells of the first two columns.
    private record Columns(int name, int magnitude) {
        static Columns of(List<Napkin.Figure> figures) {
            int name = figures.stream()
                    .mapToInt(figure -> Glyphs.cells(figure.name()))
                    .max()
                    .orElse(0);
            int magnitude = figures.stream()
                    .mapToInt(figure -> Glyphs.cells(figure.magnitude().orElse("")))
                    .max()
                    .orElse(0);
            return new Columns(Math.min(WIDEST_NAME, name), magnitude + 1);
        }
    }

    private String figure(Napkin.Figure figure, Columns columns, Optional<String> horizon) {
        String name = shown(figure.name());
        String magnitude = figure.magnitude().map(power -> "~" + power).orElse("");
        String head = GAP
                + Paragraph.padded(name, columns.name())
                + GAP
                + Paragraph.padded(magnitude, columns.magnitude())
                + GAP
                + value(figure);
        StringBuilder out = new StringBuilder();
        String later = later(figure, horizon);
        boolean fits = Glyphs.cells(head) + GAP.length() + Glyphs.cells(later) <= width;
        out.append(palette.paint(Tone.BODY, fits && !later.isEmpty() ? head + GAP + later : head.stripTrailing()))
                .append('\n');
        if (!fits && !later.isEmpty()) {
            out.append(paragraph(later, INDENT, Tone.BODY));
        }
        boolean same = figure.formula().equals(figure.numbers());
        out.append(paragraph("= " + figure.formula() + (same ? tags(figure) : ""), INDENT, Tone.FAINT));
        if (!same) {
            out.append(paragraph("= " + figure.numbers() + tags(figure), INDENT, Tone.FAINT));
        }
        return out.toString();
    }

    static String value(Napkin.Figure figure) {
        return value(figure.now(), figure.scale())
                + figure.binding().map(", for %s"::formatted).orElse("");
    }

    private static String value(Spread spread, Scale scale) {
        String median = scale.number(spread.median()) + scale.label();
        String low = scale.number(spread.low());
        String high = scale.number(spread.high());
        return low.equals(high) ? median : "%s (%s … %s)".formatted(median, low, high);
    }

    static String later(Napkin.Figure figure, Optional<String> horizon) {
        if (horizon.isEmpty() || figure.later().isEmpty()) {
            return "";
        }
        Spread later = figure.later().get();
        Scale scale = Scale.of(
                new Quantity(later.median(), figure.dimension()), figure.scale().unit());
        return "in %s: %s".formatted(horizon.get(), value(later, scale));
    }

    private static String tags(Napkin.Figure figure) {
        return figure.sources().isEmpty()
                ? ""
                : figure.sources().stream().map(String::valueOf).collect(Collectors.joining(", ", "  [", "]"));
    }

    private void gaps(List<Gap> gaps, StringBuilder out) {
        if (gaps.isEmpty()) {
            return;
        }
        out.append('\n')
                .append(palette.paint(Tone.STRONG, "not estimated"))
                .append(", since the design does not say\n");
        gaps.forEach(gap -> out.append(item("- ", gap.what() + ": " + gap.mend())));
    }

    private void sources(List<Napkin.Source> sources, StringBuilder out) {
        if (sources.isEmpty()) {
            return;
        }
        out.append('\n').append(palette.paint(Tone.STRONG, "sources")).append('\n');
        int number = 1;
        for (Napkin.Source source : sources) {
            out.append(item("[" + number++ + "] ", String.join(", ", source.names()) + ": " + source.citation()));
        }
    }

    private String item(String mark, String text) {
        String hang = " ".repeat(mark.length());
        List<String> lines = Paragraph.wrapped(palette.plain(text), width - GAP.length() - mark.length());
        return GAP + mark + String.join("\n" + GAP + hang, lines) + "\n";
    }

    private static String closing(Napkin napkin, int hidden) {
        String more = hidden == 0 ? "" : "; %d more figures with --verbose".formatted(hidden);
        return "values are medians with 90 %% intervals, numbers in formulas are medians%s; ".formatted(more)
                + "\"plumbline explain %s NAME\" expands a figure".formatted(napkin.file());
    }

    private String paragraph(String text, String indent, Tone tone) {
        return Paragraph.wrapped(palette.plain(text), width - indent.length()).stream()
                .map(line -> indent + palette.paint(tone, line) + "\n")
                .collect(Collectors.joining());
    }

    private String shown(String text) {
        return palette.plain(Glyphs.shown(text));
    }
}
