package dev.plumbline.report;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.WordSmell;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.requirement.Element;

/// Asks on a terminal: a line each, then what it is about, what it lacks and the words that leave it open.
///
/// @param width cells of a line
public record AskReport(int width, Palette palette) {
    private static final int INDENT = 2;

    /// One ask, each line ended by a line feed.
    public String of(AskReading ask) {
        StringBuilder out = new StringBuilder();
        ask(ask, out);
        return out.toString();
    }

    /// What there was, as the report's last line.
    public String of(AskCount count) {
        String sum = "%d %s: %d measurable, %d of them with all that their kind needs"
                .formatted(count.asks(), count.asks() == 1 ? "ask" : "asks", count.measurable(), count.whole());
        return palette.paint(Tone.STRONG, sum) + "\n";
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
