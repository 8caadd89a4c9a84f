package dev.plumbline.report;

import dev.plumbline.report.Palette.Tone;
import dev.plumbline.validation.Comparison;
import dev.plumbline.validation.Comparison.Verdict;
import dev.plumbline.validation.Computed;
import dev.plumbline.validation.Outcome;
import dev.plumbline.validation.Validation;

/// Our figures beside those of others, one case a line, and why some have none.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record ValidationReport(int width, Palette palette) {
    /// The table, the reasons and the tally, each line ended by a line feed.
    public String of(Validation validation) {
        TextTable table = new TextTable(palette);
        table.heading("  case", "ours", "theirs", "unit", "allowed", "how");
        for (Comparison comparison : validation.comparisons()) {
            if (comparison.outcome() instanceof Outcome.Ours(var computed)) {
                table.row(
                        symbol(comparison.verdict()) + " " + comparison.given().id(),
                        ours(computed),
                        Decimals.of(comparison.given().theirs()),
                        comparison.given().unit(),
                        comparison.given().tolerance().text(),
                        computed.how());
            }
        }
        StringBuilder out = new StringBuilder(table.text("  ", width)).append('\n');
        reasons(validation, out);
        Paragraph.wrapped(tally(validation), width)
                .forEach(line -> out.append(palette.plain(line)).append('\n'));
        return out.toString();
    }

    private void reasons(Validation validation, StringBuilder out) {
        if (validation.count(Verdict.NOT_COMPUTED) == 0) {
            return;
        }
        out.append(palette.paint(Tone.STRONG, "without a figure of ours")).append('\n');
        for (Comparison comparison : validation.comparisons()) {
            if (comparison.verdict() == Verdict.NOT_COMPUTED) {
                String lead = "  " + comparison.given().id() + "  ";
                String rest = " ".repeat(4);
                boolean first = true;
                for (String line : Paragraph.wrapped(lead.strip() + ": " + comparison.why(), width - 4)) {
                    out.append(first ? "  " : rest).append(palette.plain(line)).append('\n');
                    first = false;
                }
            }
        }
        out.append('\n');
    }

    private String symbol(Verdict verdict) {
        return switch (verdict) {
            case INSIDE -> palette.unicode() ? "✓" : "+";
            case OUTSIDE -> palette.unicode() ? "✗" : "x";
            case NOT_COMPUTED -> "?";
        };
    }

    static String ours(Computed computed) {
        String value = Decimals.of(computed.value());
        return computed.low() == computed.high()
                ? value
                : "%s (%s … %s)".formatted(value, Decimals.of(computed.low()), Decimals.of(computed.high()));
    }

    /// How many of how many, in one sentence.
    static String tally(Validation validation) {
        Validation intervals = validation.intervals();
        String told = "%d cases: %d computed, of which %d (%s) lie within what is allowed; %d without a figure of ours"
                .formatted(
                        validation.comparisons().size(),
                        validation.computed(),
                        validation.count(Verdict.INSIDE),
                        Numbers.share(validation.inside()),
                        validation.count(Verdict.NOT_COMPUTED));
        return intervals.computed() == 0
                ? told
                : told
                        + "; %d of %d published values that have to lie in our 90 %% interval do"
                                .formatted(intervals.count(Verdict.INSIDE), intervals.computed());
    }
}
