package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Facts by the thing that they are about: value, purpose and, once for each, the source.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record FactsReport(int width, Palette palette) {
    private static final String INDENT = "  ";
    private static final int LEAST_PURPOSE = 30;

    /// The facts in the order in which they are given, each line ended by a line feed.
    public String of(List<Fact> facts) {
        Map<String, List<Fact>> things = new LinkedHashMap<>();
        facts.forEach(fact ->
                things.computeIfAbsent(thing(fact), _ -> new ArrayList<>()).add(fact));
        StringBuilder out = new StringBuilder();
        things.forEach((thing, about) -> {
            out.append(palette.paint(Tone.STRONG, thing)).append('\n');
            about(about, out);
            out.append('\n');
        });
        return out.toString();
    }

    private static String thing(Fact fact) {
        return fact.path().substring(0, fact.path().lastIndexOf('.'));
    }

    private static String attribute(Fact fact) {
        return fact.path().substring(fact.path().lastIndexOf('.') + 1);
    }

    private void about(List<Fact> facts, StringBuilder out) {
        List<String> citations = facts.stream().map(Fact::citation).distinct().toList();
        int names =
                facts.stream().mapToInt(fact -> attribute(fact).length()).max().orElse(0);
        int values =
                facts.stream().mapToInt(fact -> Glyphs.cells(fact.text())).max().orElse(0);
        int marks = mark(citations.size()).length();
        int purpose = width - names - values - marks - 4 * INDENT.length();
        for (Fact fact : facts) {
            String told = fact.note().isEmpty() ? fact.purpose() : fact.purpose() + "; " + fact.note();
            String lead = INDENT
                    + Paragraph.padded(attribute(fact), names)
                    + INDENT
                    + Paragraph.padded(shown(fact.text()), values)
                    + INDENT
                    + Paragraph.aligned(mark(citations.indexOf(fact.citation()) + 1), marks);
            if (purpose >= LEAST_PURPOSE) {
                beside(lead, told, purpose, out);
            } else {
                below(lead, told, out);
            }
        }
        for (int i = 0; i < citations.size(); i++) {
            cited(mark(i + 1), citations.get(i), out);
        }
    }

    private static String mark(int number) {
        return "[" + number + "]";
    }

    private void beside(String lead, String told, int room, StringBuilder out) {
        String before = lead;
        for (String line : Paragraph.wrapped(told, room)) {
            out.append(before)
                    .append(INDENT)
                    .append(palette.paint(Tone.FAINT, shown(line)))
                    .append('\n');
            before = " ".repeat(Glyphs.cells(lead));
        }
    }

    private void below(String lead, String told, StringBuilder out) {
        out.append(lead.stripTrailing()).append('\n');
        for (String line : Paragraph.wrapped(told, width - 6)) {
            out.append("      ").append(palette.paint(Tone.FAINT, shown(line))).append('\n');
        }
    }

    private void cited(String mark, String citation, StringBuilder out) {
        String lead = INDENT + mark + " ";
        for (String line : Paragraph.wrapped(citation, width - lead.length())) {
            out.append(lead).append(palette.paint(Tone.ASIDE, shown(line))).append('\n');
            lead = " ".repeat(lead.length());
        }
    }

    private String shown(String text) {
        return palette.plain(Glyphs.shown(text));
    }

    /// What there are facts about, in the columns that fit.
    public String things(Facts facts) {
        List<String> names = facts.paths().stream()
                .map(path -> path.substring(Facts.ROOT.length(), path.lastIndexOf('.')))
                .distinct()
                .toList();
        return String.join("\n", Paragraph.wrapped(String.join(" ", names), width)) + "\n";
    }
}
