package dev.plumbline.report;

import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Decision;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.scorecard.Mark;
import dev.plumbline.scorecard.Points;
import dev.plumbline.scorecard.Review;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.scorecard.Section;
import dev.plumbline.scorecard.TestScore;
import java.util.List;
import java.util.Locale;

/// A scorecard on a terminal: the score and what decides it, each item with what was found and what would give more,
/// then what a review would ask.
///
/// @param width columns of a line
public record ScoreReport(int width, Palette palette) {
    private static final String INDENT = "  ";
    private static final int BEFORE_TITLE = 6;
    private static final int WIDE = 110;
    private static final int RISKS = 3;
    private static final String MEANING =
            "Half a point is for what the design declares, or what was done by hand; one for "
                    + "what is verified here, or again and again by a job that it names.";

    /// The report, each line ended by a line feed.
    public String of(Scorecard card, Run run) {
        StringBuilder out = new StringBuilder(Header.of(card.design(), run, width, palette)).append('\n');
        TestScore score = card.score();
        flow(
                out,
                "",
                "ML Test Score %s of %d, the least of its four sections: %s"
                        .formatted(
                                TestScore.points(score.halves()),
                                Section.ITEMS,
                                score.band().words()));
        flow(out, "", MEANING);
        int titles = score.marks().stream()
                .mapToInt(mark -> Glyphs.cells(mark.title()))
                .max()
                .orElse(0);
        for (Section section : Section.values()) {
            out.append('\n').append(heading(score, section)).append('\n');
            score.of(section).forEach(mark -> item(out, mark, titles));
        }
        review(out, card.review());
        return out.toString();
    }

    /// The score in a line and what to talk about first: what was decided, what is open, and the greatest risks.
    String summary(Scorecard card) {
        StringBuilder out = new StringBuilder();
        flow(
                out,
                "",
                "ML Test Score %s of %d, held back by %s; \"plumbline score\" has its items"
                        .formatted(
                                TestScore.points(card.score().halves()),
                                Section.ITEMS,
                                card.score().weakest().title().toLowerCase(Locale.ROOT)));
        Review review = card.review();
        part(out, "decided", review.decided(), "nothing is written down", this::decision);
        part(out, "open", review.open(), "nothing", (text, open) -> told(text, open.what(), open.why(), open.where()));
        part(
                out,
                "greatest risks",
                review.risky().stream().limit(RISKS).toList(),
                "no requirement is missed or at risk",
                this::risk);
        return out.toString();
    }

    private String heading(TestScore score, Section section) {
        String points =
                "%s %s of %d".formatted(section.title(), TestScore.points(score.halves(section)), Section.ITEMS);
        boolean decides = section == score.weakest();
        return palette.paint(Tone.STRONG, palette.plain(points)) + (decides ? ", which decides" : "");
    }

    /// @param titles cells of the longest title
    private void item(StringBuilder out, Mark mark, int titles) {
        String points = palette.plain(
                switch (mark.points()) {
                    case NONE -> "0";
                    case HALF -> "½";
                    case ONE -> "1";
                });
        String painted = palette.paint(tone(mark.points()), Paragraph.aligned(points, 2));
        String head = "%s %d ".formatted(painted, mark.number());
        boolean wide = width >= WIDE;
        int column = wide ? BEFORE_TITLE + titles + INDENT.length() : BEFORE_TITLE;
        String title = wide ? Paragraph.padded(mark.title(), titles) : mark.title();
        out.append(' ').append(head).append(wide ? title + INDENT : title + "\n" + " ".repeat(column));
        body(out, mark.because(), column);
        if (!mark.todo().isEmpty()) {
            out.append(" ".repeat(column));
            body(out, palette.plain("→ ") + mark.todo(), column);
        }
    }

    private static Tone tone(Points points) {
        return switch (points) {
            case NONE -> Tone.BAD;
            case HALF -> Tone.UNSURE;
            case ONE -> Tone.GOOD;
        };
    }

    /// Text from a column on, whose first line goes on where the cursor is.
    private void body(StringBuilder out, String text, int column) {
        List<String> lines = Paragraph.wrapped(palette.plain(text), width - column);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : " ".repeat(column)).append(lines.get(i)).append('\n');
        }
    }

    private void review(StringBuilder out, Review review) {
        part(out, "decided", review.decided(), "nothing is written down", this::decision);
        part(out, "open", review.open(), "nothing", (text, open) -> told(text, open.what(), open.why(), open.where()));
        part(out, "risky", review.risky(), "no requirement is missed or at risk", this::risk);
        part(
                out,
                "contradictory",
                review.contradictory(),
                "nothing",
                (text, each) -> told(text, each.what(), each.why(), each.where()));
        part(
                out,
                "requirements that no component answers",
                review.orphanRequirements(),
                "none",
                (text, orphan) -> told(text, orphan.name(), orphan.why(), orphan.where()));
        part(
                out,
                "components that serve no requirement",
                review.orphanComponents(),
                "none",
                (text, orphan) -> told(text, orphan.name(), orphan.why(), orphan.where()));
    }

    private interface Telling<T> {
        void tell(StringBuilder out, T thing);
    }

    private <T> void part(StringBuilder out, String title, List<T> things, String nothing, Telling<T> telling) {
        out.append('\n').append(palette.paint(Tone.STRONG, title)).append('\n');
        if (things.isEmpty()) {
            flow(out, INDENT, nothing);
        }
        things.forEach(thing -> telling.tell(out, thing));
    }

    private void decision(StringBuilder out, Decision decision) {
        String over = decision.over().isEmpty() ? "" : ", not " + String.join(", ", decision.over());
        String because = decision.because().map(why -> ", because " + why).orElse("");
        flow(out, INDENT, decision.chose() + over + because);
    }

    private void risk(StringBuilder out, Verdict verdict) {
        String value = verdict.value()
                .map(figure -> "%s, must be %s, %s"
                        .formatted(
                                Numbers.value(figure),
                                verdict.target().orElse("").replace("<=", "≤").replace(">=", "≥"),
                                Numbers.chance(verdict.chance())))
                .orElse("");
        String reason = verdict.reason().isEmpty() ? "" : "; " + verdict.reason();
        flow(out, INDENT, "%s %s: %s%s".formatted(palette.symbol(verdict.status()), verdict.id(), value, reason));
    }

    private void told(StringBuilder out, String what, String why, String where) {
        String because = why.isEmpty() ? "" : ": " + why;
        flow(out, INDENT, what + because + (where.isEmpty() ? "" : " (" + where + ")"));
    }

    private void flow(StringBuilder out, String indent, String text) {
        String hang = indent;
        for (String line : Paragraph.wrapped(palette.plain(text), width - indent.length() - INDENT.length())) {
            out.append(hang).append(line).append('\n');
            hang = indent + INDENT;
        }
    }
}
