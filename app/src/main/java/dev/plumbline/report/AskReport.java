package dev.plumbline.report;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.WordSmell;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.requirement.Element;
import java.util.List;

/// Asks on a terminal: a line each, then what it is about, what it lacks and the words that leave it open.
///
/// @param width cells of a line
public record AskReport(int width, Palette palette) {
    private static final int INDENT = 2;

    /// The report, each line ended by a line feed, and a count at the end.
    public String of(List<AskReading> asks) {
        StringBuilder out = new StringBuilder();
        asks.forEach(ask -> ask(ask, out));
        long measurable = asks.stream().filter(AskReading::isMeasurable).count();
        long whole = asks.stream()
                .filter(ask -> ask.isMeasurable() && ask.missing().isEmpty())
                .count();
        String sum = "%d %s: %d measurable, %d of them with all that their kind needs"
                .formatted(asks.size(), asks.size() == 1 ? "ask" : "asks", measurable, whole);
        return out.append(palette.paint(Tone.STRONG, sum)).append('\n').toString();
    }

    private void ask(AskReading ask, StringBuilder out) {
        Tone tone = !ask.isMeasurable() ? Tone.BAD : ask.missing().isEmpty() ? Tone.GOOD : Tone.UNSURE;
        lines("\"" + ask.ask() + "\"", 0, Tone.BODY, out);
        String state = ask.isMeasurable() ? "measurable" : "not measurable";
        String lacks = ask.missing().isEmpty() ? "lacks nothing" : "lacks " + Element.list(ask.missing());
        lines("%s, %s, %s".formatted(ask.kind().word(), state, lacks), INDENT, tone, out);
        for (WordSmell smell : ask.smells()) {
            String text = "%s: \"%s\": %s".formatted(smell.name(), smell.words(), smell.why());
            lines(text, INDENT, Tone.FAINT, out);
        }
    }

    private void lines(String text, int indent, Tone tone, StringBuilder out) {
        for (String line : Paragraph.wrapped(palette.plain(Glyphs.shown(text)), width - indent)) {
            out.append(" ".repeat(indent)).append(palette.paint(tone, line)).append('\n');
        }
    }
}
