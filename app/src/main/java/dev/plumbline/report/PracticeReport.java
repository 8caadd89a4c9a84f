package dev.plumbline.report;

import dev.plumbline.report.Palette.Tone;
import dev.plumbline.workshop.PracticeScore;
import dev.plumbline.workshop.PracticeScore.Grade;
import dev.plumbline.workshop.PracticeScore.Guess;
import dev.plumbline.workshop.Skill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The score of a practice on a terminal: each skill with its points and with what would have given more.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record PracticeReport(int width, Palette palette) {
    private static final int TITLE = 26;
    private static final int MISSED = 3;

    /// The score, each line ended by a line feed.
    public String of(PracticeScore score) {
        StringBuilder out = new StringBuilder("\n");
        out.append(palette.paint(Tone.STRONG, "practice: %s of 100".formatted(points(score.total()))))
                .append('\n');
        for (Skill skill : Skill.values()) {
            out.append("  ")
                    .append(Paragraph.padded(skill.title(), TITLE))
                    .append(Paragraph.aligned(points(score.points(skill)), 5))
                    .append(" of ")
                    .append(skill.weight())
                    .append('\n');
            if (skill == Skill.ESTIMATION) {
                score.guesses().forEach(guess -> line(out, told(guess)));
            } else {
                missed(out, score.of(skill));
            }
        }
        line(
                out,
                "0 absent, 1 named, 2 reasoned, 3 quantified, 4 checked or with its price: the form of an answer is "
                        + "read and not its truth, so let a person read it too");
        return out.toString();
    }

    /// The answers with the least, and what they lack.
    private void missed(StringBuilder out, List<Grade> grades) {
        grades.stream()
                .filter(grade -> grade.points() < 3)
                .sorted(java.util.Comparator.comparingInt(Grade::points))
                .limit(MISSED)
                .forEach(grade -> line(
                        out,
                        "%d of 4 for %s: %s"
                                .formatted(grade.points(), grade.question().id(), grade.lacks())));
        long more = grades.stream().filter(grade -> grade.points() < 3).count() - MISSED;
        if (more > 0) {
            line(out, "and %d more below 3".formatted(more));
        }
    }

    private static String told(Guess guess) {
        if (guess.said().isEmpty()) {
            return "%s: nothing was said; it is %s".formatted(guess.name(), guess.model());
        }
        String off = guess.factor() < 1.005 ? "the same" : "a factor of " + factor(guess.factor());
        return "%s: you said %s and it is %s, %s; %s"
                .formatted(
                        guess.name(),
                        guess.said(),
                        guess.model(),
                        off,
                        guess.share() == 1 ? "full" : guess.share() == 0.5 ? "half" : "nothing");
    }

    private static String factor(double factor) {
        return factor >= 1000
                ? "more than 1000"
                : BigDecimal.valueOf(factor)
                        .setScale(factor < 10 ? 1 : 0, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String points(double points) {
        return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private void line(StringBuilder out, String text) {
        List<String> lines = Paragraph.wrapped(palette.plain(text), width - 6);
        out.append("    ").append(String.join("\n      ", lines)).append('\n');
    }
}
