package dev.plumbline.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a finding as text for a terminal:
///
/// ```
/// error[quantity.unknown-unit] "mss" is not a unit
///   --> design.yaml:14:12
/// 14 |   time: 10 mss
///    |            ^^^
///   why: ...
///   fix: write "ms"
/// ```
///
/// A pure function of the finding. Source lines longer than the terminal are cut around the place; control characters,
/// which a hostile file could use to rewrite the terminal, are shown as U+FFFD; wide characters take two cells.
///
/// @param width the cells of a terminal line, at least 20
/// @param ink the colours
public record Rendering(int width, Ink ink) {
    private static final int NARROWEST = 20;
    private static final String INDENT = "  ";

    public Rendering {
        width = Math.max(NARROWEST, width);
    }

    /// Without colour.
    public static Rendering plain(int width) {
        return new Rendering(width, Ink.PLAIN);
    }

    /// The findings, a blank line between two, each ended by a line feed.
    public String of(Diagnostics diagnostics) {
        return String.join("\n", diagnostics.all().stream().map(this::of).toList());
    }

    /// One finding: five to many lines, each ended by a line feed.
    public String of(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        Ink.Part part = switch (diagnostic.severity()) {
            case ERROR -> Ink.Part.ERROR;
            case WARNING -> Ink.Part.WARNING;
            case HINT -> Ink.Part.HINT;
        };
        String rule = "[" + diagnostic.rule() + "]";
        StringBuilder out = new StringBuilder();
        List<String> what = wrap(Glyphs.shown(diagnostic.what()), width, Glyphs.cells(severity + rule) + 1);
        out.append(ink.paint(part, severity)).append(ink.paint(Ink.Part.FRAME, rule));
        String before = " ";
        for (String line : what) {
            out.append(before).append(line).append('\n');
            before = INDENT;
        }
        out.append(ink.paint(Ink.Part.FRAME, INDENT + "-->"))
                .append(' ')
                .append(Glyphs.shown(place.address()))
                .append('\n');
        excerpt(place, part, out);
        labelled("why", diagnostic.why(), out);
        labelled("fix", diagnostic.mend(), out);
        return out.toString();
    }

    private void excerpt(Place place, Ink.Part part, StringBuilder out) {
        String number = Integer.toString(place.line());
        String margin = " ".repeat(number.length());
        Glyphs.Window window =
                Glyphs.window(place.text(), place.column() - 1, place.width(), width - number.length() - 3);
        out.append(ink.paint(Ink.Part.FRAME, number + " |"));
        out.append(window.text().isEmpty() ? "" : " " + window.text()).append('\n');
        out.append(ink.paint(Ink.Part.FRAME, margin + " |"))
                .append(' ')
                .append(" ".repeat(window.before()))
                .append(ink.paint(part, "^".repeat(window.marked())))
                .append('\n');
    }

    private void labelled(String label, String text, StringBuilder out) {
        if (text.isEmpty()) {
            return;
        }
        String lead = INDENT + label + ": ";
        List<String> lines = wrap(Glyphs.shown(text), width - lead.length(), 0);
        out.append(INDENT).append(ink.paint(Ink.Part.LABEL, label + ":")).append(' ');
        out.append(String.join("\n" + " ".repeat(lead.length()), lines)).append('\n');
    }

    /// Breaks at spaces; a word wider than a line stands on its own. The first line has `taken` cells fewer.
    private static List<String> wrap(String text, int width, int taken) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = taken;
        for (String word : text.split(" ")) {
            int cells = Glyphs.cells(word);
            if (line.length() > 0 && used + 1 + cells > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = lines.size() == 1 && taken > 0 ? INDENT.length() : 0;
            }
            if (line.length() > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += cells;
        }
        lines.add(line.toString());
        return lines;
    }
}
