package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.quantity.Explanation;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Where a number comes from, as a tree: its value, its formula, and the same for each number it uses, down to what
/// somebody wrote or published.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record ExplanationTree(int width, Palette palette) {
    private static final int LEAST_TEXT = 30;

    /// The tree, each line ended by a line feed.
    public String of(Explanation explanation) {
        StringBuilder out = new StringBuilder();
        write(explanation, "", "", out);
        return out.toString();
    }

    /// @param first what stands before the number's own line
    /// @param rest what stands before every other line of it and of its parts
    private void write(Explanation explanation, String first, String rest, StringBuilder out) {
        String value = Double.isNaN(explanation.spread().median()) ? "" : "  " + shown(explanation.value());
        out.append(palette.paint(Tone.FAINT, first))
                .append(palette.paint(Tone.STRONG, shown(explanation.name())))
                .append(value)
                .append(explanation.repeated() ? palette.paint(Tone.FAINT, "  as above") : "")
                .append('\n');
        if (explanation.repeated()) {
            return;
        }
        boolean parts = !explanation.parts().isEmpty();
        for (String line : told(explanation)) {
            String stem = parts ? palette.unicode() ? "│ " : "| " : "  ";
            int room = Math.max(LEAST_TEXT, width - Glyphs.cells(rest) - Glyphs.cells(stem) - 2);
            for (String piece : Paragraph.wrapped(line, room)) {
                out.append(palette.paint(Tone.FAINT, (rest + stem + "  " + piece).stripTrailing()))
                        .append('\n');
            }
        }
        Iterator<Explanation> each = explanation.parts().iterator();
        while (each.hasNext()) {
            Explanation part = each.next();
            boolean last = !each.hasNext();
            write(part, rest + branch(last), rest + stem(last), out);
        }
    }

    private String branch(boolean last) {
        return palette.unicode() ? last ? "└─ " : "├─ " : last ? "`- " : "|- ";
    }

    private String stem(boolean last) {
        return last ? "   " : palette.unicode() ? "│  " : "|  ";
    }

    /// The formula where there is one, then who says so.
    private List<String> told(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        switch (explanation.kind()) {
            case FORMULA -> lines.add("= " + shown(explanation.formula()));
            case UNKNOWN -> {
                if (!explanation.name().equals(explanation.formula())) {
                    lines.add("unknown: " + shown(explanation.formula()));
                }
            }
            case VARYING -> lines.add("varies from request to request: " + shown(explanation.formula()));
            case DEFAULT -> {
                if (explanation.source().isEmpty()) {
                    lines.add("assumed, since the design does not say");
                }
            }
            case LITERAL, FACT -> {}
        }
        String source = shown(explanation.source());
        String place = shown(explanation.place());
        String said = source.isEmpty() || place.isEmpty() ? source + place : source + ", " + place;
        if (!said.isEmpty()) {
            lines.add(said);
        }
        return lines;
    }

    private String shown(String text) {
        return palette.plain(Glyphs.shown(text));
    }
}
