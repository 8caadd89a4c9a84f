package dev.plumbline.report;

import dev.plumbline.calculation.Answer;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.quantity.Driver;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import dev.plumbline.report.Palette.Tone;
import java.util.List;
import java.util.stream.Collectors;

/// The value of an expression with its interval, what decides it and the facts that it rests on.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record CalculationReport(int width, Palette palette) {
    private static final int MOST_DRIVERS = 3;
    private static final double LEAST_CORRELATION = 0.05;

    /// The report, each line ended by a line feed.
    public String of(Answer.Value answer) {
        StringBuilder out = new StringBuilder();
        out.append(palette.paint(Tone.STRONG, shown(answer.scale().print(answer.median()))));
        Spread spread = answer.spread();
        if (isUncertain(answer.scale(), spread)) {
            out.append("  ").append(palette.plain(interval(answer.scale(), spread)));
        }
        out.append('\n');
        bounds(answer, out);
        drivers(answer, out);
        answer.facts().forEach(fact -> fact(fact, out));
        return out.toString();
    }

    /// Whether the ends differ as they are printed; rounding alone makes no interval.
    private static boolean isUncertain(Scale scale, Spread spread) {
        return !spread.isCertain() && !scale.number(spread.low()).equals(scale.number(spread.high()));
    }

    private static String interval(Scale scale, Spread spread) {
        return "(%s … %s, 90 %% sure)".formatted(scale.number(spread.low()), scale.number(spread.high()));
    }

    private void bounds(Answer.Value answer, StringBuilder out) {
        for (Answer.Bound bound : answer.bounds()) {
            String value = answer.scale().number(bound.value().median())
                    + shown(answer.scale().label());
            String told = bound.share() == 0
                    ? "%s: %s".formatted(bound.text(), value)
                    : "%s: %s, which counts in %s of worlds"
                            .formatted(bound.text(), value, Numbers.share(bound.share()));
            lines(told, bound.share() == 0 ? Tone.FAINT : Tone.BODY, out);
        }
    }

    private void drivers(Answer.Value answer, StringBuilder out) {
        List<Driver> drivers = answer.drivers().stream()
                .filter(driver -> Math.abs(driver.correlation()) >= LEAST_CORRELATION)
                .limit(MOST_DRIVERS)
                .toList();
        if (answer.drivers().size() > 1 && !drivers.isEmpty()) {
            lines(
                    "moved by "
                            + drivers.stream().map(CalculationReport::driver).collect(Collectors.joining(", then "))
                            + "; rank correlation",
                    Tone.FAINT,
                    out);
        }
    }

    private static String driver(Driver driver) {
        String name = driver.definition().startsWith("(") ? "" : driver.definition() + " ";
        return "%s%s (%.2f)".formatted(name, driver.text(), driver.correlation());
    }

    private void fact(Fact fact, StringBuilder out) {
        lines("%s = %s".formatted(fact.path(), fact.text()), Tone.BODY, out);
        String note = fact.note().isEmpty() ? "" : fact.note() + "; ";
        for (String line : Paragraph.wrapped(note + fact.citation(), width - 4)) {
            out.append("    ").append(palette.paint(Tone.FAINT, shown(line))).append('\n');
        }
    }

    private void lines(String text, Tone tone, StringBuilder out) {
        String lead = "  ";
        for (String line : Paragraph.wrapped(text, width - 4)) {
            out.append(lead).append(palette.paint(tone, shown(line))).append('\n');
            lead = "    ";
        }
    }

    private String shown(String text) {
        return palette.plain(Glyphs.shown(text));
    }
}
