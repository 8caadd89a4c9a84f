package dev.plumbline.report;

import static dev.plumbline.report.MarkdownReport.escaped;

import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Decision;
import dev.plumbline.scorecard.Mark;
import dev.plumbline.scorecard.Review;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.scorecard.Section;
import dev.plumbline.scorecard.TestScore;
import java.util.List;
import java.util.function.Function;

/// A scorecard as Markdown: the sums, a table for each section, then lists for the review.
public final class ScoreMarkdown {
    private ScoreMarkdown() {}

    /// The document, each line ended by a line feed.
    public static String of(Scorecard card, Run run) {
        TestScore score = card.score();
        StringBuilder out = new StringBuilder("### %s: ML Test Score %s of %d\n\n%s.\n"
                .formatted(
                        escaped(card.design()),
                        TestScore.points(score.halves()),
                        Section.ITEMS,
                        score.band().words()));
        for (Section section : Section.values()) {
            table(score, section, out);
        }
        Review review = card.review();
        list("Decided", review.decided(), ScoreMarkdown::decision, out);
        list("Open", review.open(), open -> told(open.what(), open.why(), open.where()), out);
        list("Risky", review.risky(), ScoreMarkdown::risk, out);
        list("Contradictory", review.contradictory(), each -> told(each.what(), each.why(), each.where()), out);
        list(
                "Requirements that no component answers",
                review.orphanRequirements(),
                orphan -> told(orphan.name(), orphan.why(), orphan.where()),
                out);
        list(
                "Components that serve no requirement",
                review.orphanComponents(),
                orphan -> told(orphan.name(), orphan.why(), orphan.where()),
                out);
        out.append("\n<sub>").append(Header.source(run)).append("</sub>\n");
        return out.toString();
    }

    private static void table(TestScore score, Section section, StringBuilder out) {
        out.append("\n**%s %s of %d**%s\n\n"
                .formatted(
                        section.title(),
                        TestScore.points(score.halves(section)),
                        Section.ITEMS,
                        section == score.weakest() ? ", which decides" : ""));
        out.append("| points | item | found | for more |\n| ---: | --- | --- | --- |\n");
        for (Mark mark : score.of(section)) {
            out.append("| %s | %d %s | %s | %s |\n"
                    .formatted(
                            TestScore.points(mark.points().halves()),
                            mark.number(),
                            escaped(mark.title()),
                            escaped(mark.because()),
                            escaped(mark.todo())));
        }
    }

    private static <T> void list(String title, List<T> things, Function<T, String> words, StringBuilder out) {
        if (things.isEmpty()) {
            return;
        }
        out.append("\n**").append(title).append("**\n\n");
        things.forEach(
                thing -> out.append("- ").append(escaped(words.apply(thing))).append('\n'));
    }

    private static String decision(Decision decision) {
        String over = decision.over().isEmpty() ? "" : ", not " + String.join(", ", decision.over());
        return decision.chose()
                + over
                + decision.because().map(why -> ", because " + why).orElse("");
    }

    private static String risk(Verdict verdict) {
        return "%s: %s, must be %s, %s%s"
                .formatted(
                        verdict.id(),
                        verdict.value().map(Numbers::value).orElse(""),
                        verdict.target().orElse(""),
                        Numbers.chance(verdict.chance()),
                        verdict.reason().isEmpty() ? "" : "; " + verdict.reason());
    }

    private static String told(String what, String why, String where) {
        String because = why.isEmpty() ? "" : ": " + why;
        return what + because + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
