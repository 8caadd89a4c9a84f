package dev.plumbline.report;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.review.Mend;
import dev.plumbline.review.Mends;
import dev.plumbline.review.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mends on a terminal: the requirement as it stands, each mend with its gain, price and patch, and how much was tried.
///
/// @param width cells of a line, at least 40
/// @param palette what the terminal can show
public record MendReport(int width, Palette palette) {
    private static final int NARROWEST = 40;
    private static final String INDENT = "   ";

    public MendReport {
        width = Math.max(NARROWEST, width);
    }

    /// The report, each line ended by a line feed.
    public String of(Mends mends) {
        StringBuilder out = new StringBuilder(Header.of(Glyphs.shown(mends.design()), mends.run(), width, palette));
        out.append('\n');
        if (mends.before().isEmpty()) {
            return out.append(text(nothing(mends), "")).toString();
        }
        Verdict before = mends.before().get();
        out.append(before(before, mends.cost()));
        int number = 1;
        for (Mend mend : mends.mends()) {
            out.append('\n').append(mend(number++, mend, mends.cost()));
        }
        out.append('\n');
        closing(mends, before).forEach(line -> out.append(text(line, "")));
        return out.toString();
    }

    private static String nothing(Mends mends) {
        return mends.tried().end() == Mends.End.INTERRUPTED
                ? "interrupted before the design was judged"
                : "nothing is missed or at risk: there is nothing to mend";
    }

    private String before(Verdict before, Optional<Figure> cost) {
        String symbol = palette.symbol(before.status());
        String said = "%s %s: %s must be %s"
                .formatted(
                        symbol,
                        Glyphs.shown(before.id()),
                        before.meter().orElse(""),
                        before.target().map(MendReport::symbols).orElse(""));
        String figures = join(List.of(
                value(before),
                Numbers.chance(before.chance()),
                cost.map(Numbers::value).orElse("")));
        StringBuilder out = new StringBuilder();
        List<String> lines = Paragraph.wrapped(palette.plain(said), width);
        lines.forEach(line ->
                out.append(palette.paint(Palette.tone(before.status()), line)).append('\n'));
        return out.append(text(figures, INDENT)).toString();
    }

    private static String symbols(String target) {
        return target.replace("<=", "≤").replace(">=", "≥");
    }

    private static String value(Verdict verdict) {
        return verdict.value()
                .map(figure -> (Numbers.value(figure) + " " + Numbers.interval(figure)).strip())
                .orElse("");
    }

    private static String join(List<String> parts) {
        return String.join(" · ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private String mend(int number, Mend mend, Optional<Figure> was) {
        StringBuilder out = new StringBuilder();
        String price = price(mend, was);
        String head = join(List.of(
                palette.symbol(mend.after().status()) + " "
                        + Numbers.chance(mend.after().chance()),
                value(mend.after()),
                price));
        List<String> lines = Paragraph.wrapped(palette.plain(head), width - INDENT.length());
        out.append(palette.paint(Tone.STRONG, Paragraph.padded(Integer.toString(number), INDENT.length())));
        out.append(palette.paint(Palette.tone(mend.after().status()), lines.getFirst()))
                .append('\n');
        lines.subList(1, lines.size())
                .forEach(line -> out.append(INDENT).append(line).append('\n'));
        mend.moves().stream().map(Move::words).forEach(words -> out.append(text(words, INDENT)));
        mend.assumes().forEach(said -> out.append(text("holds if " + said, INDENT)));
        if (!mend.unpriced().isEmpty()) {
            out.append(text("the price of %s is not known".formatted(String.join(", ", mend.unpriced())), INDENT));
        }
        if (!mend.confirmed()) {
            out.append(text("seen in a few worlds only, and not held against the other requirements", INDENT));
        }
        mend.patch().unified().lines().forEach(line -> out.append(diff(line)));
        return out.toString();
    }

    /// What it costs more, or saves, per month.
    static String price(Mend mend, Optional<Figure> was) {
        if (was.isEmpty() || mend.cost().isEmpty()) {
            return "";
        }
        double more =
                mend.cost().get().interval().value() - was.get().interval().value();
        if (Math.abs(more) <= 1e-9 * Math.abs(was.get().interval().value())) {
            return "same cost";
        }
        Figure difference =
                new Figure(Interval.exactly(Math.abs(more)), was.get().unit());
        return (more > 0 ? "+" : "-") + Numbers.value(difference);
    }

    private String diff(String line) {
        Tone tone = line.startsWith("+") ? Tone.GOOD : line.startsWith("-") ? Tone.BAD : Tone.FAINT;
        return INDENT + palette.paint(tone, Glyphs.shown(line)) + "\n";
    }

    private static List<String> closing(Mends mends, Verdict before) {
        List<String> lines = new ArrayList<>();
        Mends.Tried tried = mends.tried();
        if (before.chance().isEmpty()) {
            lines.add("%s cannot be judged: %s".formatted(before.id(), before.reason()));
            return lines;
        }
        if (mends.mends().isEmpty()) {
            lines.add(
                    before.status() == dev.plumbline.assessment.Status.MET
                            ? "%s is met: there is nothing to mend".formatted(before.id())
                            : "no edit that was tried helps %s".formatted(before.id()));
        }
        lines.add(tried(tried));
        if (!mends.mends().isEmpty()) {
            lines.add("\"plumbline mend %s %s --apply 1\" writes the first into the file"
                    .formatted(mends.file(), before.id()));
        }
        return lines;
    }

    private static String tried(Mends.Tried tried) {
        StringBuilder said = new StringBuilder(Numbers.counted(tried.candidates(), "edit")).append(" tried");
        if (tried.hurting() > 0) {
            said.append(", %s dropped because %s would get worse"
                    .formatted(Numbers.count(tried.hurting()), String.join(", ", tried.hurt())));
        }
        switch (tried.end()) {
            case COMPLETE -> {}
            case SPENT ->
                said.append(", %s left out when the budget was spent; a longer --budget tries them"
                        .formatted(Numbers.count(tried.skipped())));
            case INTERRUPTED -> said.append("; interrupted, so this is the best so far");
        }
        return said.toString();
    }

    private String text(String words, String indent) {
        StringBuilder out = new StringBuilder();
        Paragraph.wrapped(palette.plain(words), width - indent.length())
                .forEach(line -> out.append(indent).append(line).append('\n'));
        return out.toString();
    }
}
