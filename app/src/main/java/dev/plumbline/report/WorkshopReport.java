package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.scorecard.Scorecard;
import dev.plumbline.workshop.Glance;
import dev.plumbline.workshop.Proposal;
import dev.plumbline.workshop.Question;
import dev.plumbline.workshop.Reply;
import dev.plumbline.workshop.Session;
import dev.plumbline.workshop.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a workshop says: where it is on the clock, a question with its reason and its proposal, and how it ended.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record WorkshopReport(int width, Palette palette) {
    private static final String INDENT = "  ";

    /// The head of a stage.
    ///
    /// @param open questions that were passed over or that nobody knew
    public String stage(Stage stage, Duration elapsed, long open) {
        String name = "%d %s".formatted(stage.number(), stage.title());
        String clock = clock(stage, elapsed) + (open == 0 ? "" : " · %d open".formatted(open));
        int room = width - Glyphs.cells(name) - Glyphs.cells(palette.plain(clock));
        String gap = room >= 2 ? " ".repeat(room) : "\n" + INDENT;
        return "\n" + palette.paint(Tone.STRONG, name) + gap + palette.paint(Tone.FAINT, palette.plain(clock)) + "\n";
    }

    /// Where the stage is on the clock, which is shown and stops nobody.
    public String clock(Stage stage, Duration elapsed) {
        int from = stage.until() - stage.minutes();
        String late = elapsed.toMinutes() >= stage.until()
                ? ", %d min over".formatted(elapsed.toMinutes() - stage.until() + 1)
                : "";
        return "%02d:%02d of %d:00 · this stage %d–%d min%s"
                .formatted(elapsed.toMinutes(), elapsed.toSecondsPart(), Stage.MINUTES, from, stage.until(), late);
    }

    /// A question; its name is what a file of answers calls it.
    public String question(Question question, Optional<Proposal> proposal) {
        StringBuilder out = new StringBuilder("\n");
        out.append(palette.paint(Tone.STRONG, wrapped("%s [%s]".formatted(question.asked(), question.id()), "")))
                .append('\n');
        out.append(palette.paint(Tone.FAINT, wrapped(question.why(), INDENT + "why: ")))
                .append('\n');
        proposal.ifPresent(each -> {
            out.append(wrapped(each.text(), INDENT + "proposed: ")).append('\n');
            each.reasons()
                    .forEach(reason -> out.append(palette.paint(Tone.FAINT, hanging(reason)))
                            .append('\n'));
            each.story()
                    .ifPresent(story -> out.append(palette.paint(Tone.FAINT, wrapped(story, INDENT + "the story: ")))
                            .append('\n'));
        });
        return out.toString();
    }

    /// The form of an answer where none is proposed.
    public String form(String sentence) {
        return palette.paint(Tone.FAINT, wrapped(sentence, INDENT + "such as: ")) + "\n";
    }

    /// What the engines say now and did not say before; empty if that is nothing.
    public String glance(Glance now, Glance before) {
        List<String> parts = new ArrayList<>(now.changed(before));
        now.turned(before)
                .forEach((id, status) -> parts.add("%s %s %s".formatted(palette.symbol(status), id, status.words())));
        return parts.isEmpty() ? "" : palette.paint(Tone.ASIDE, whole(parts, INDENT + palette.plain("→ "))) + "\n";
    }

    /// Parts in a row, of which none is torn between two lines unless it is longer than one.
    private String whole(List<String> parts, String first) {
        StringBuilder out = new StringBuilder(first);
        int used = first.length();
        for (String part : parts) {
            String plain = palette.plain(part);
            boolean begins = out.length() == first.length();
            if (!begins && used + Glyphs.cells(palette.plain(" · ")) + Glyphs.cells(plain) > width) {
                out.append('\n').append(" ".repeat(first.length()));
                used = first.length();
                begins = true;
            }
            String joint = begins ? "" : palette.plain(" · ");
            List<String> lines = Paragraph.wrapped(plain, width - first.length());
            out.append(joint).append(String.join("\n" + " ".repeat(first.length()), lines));
            used += Glyphs.cells(joint) + Glyphs.cells(lines.getLast());
        }
        return out.toString();
    }

    /// What would have been proposed, after an answer.
    public String instead(Proposal proposal) {
        StringBuilder out = new StringBuilder(wrapped(proposal.text(), INDENT + "ours: "));
        proposal.reasons().forEach(reason -> out.append('\n').append(hanging(reason)));
        proposal.story().ifPresent(story -> out.append('\n').append(wrapped(story, INDENT + "the story: ")));
        return palette.paint(Tone.FAINT, out.toString()) + "\n";
    }

    /// A reason below the proposal that it is for.
    private String hanging(String reason) {
        return wrapped(reason, INDENT + INDENT);
    }

    /// How it ended: the verdicts, then what was decided, what is open and what is most at risk.
    public String summary(Assessment assessment, Scorecard card) {
        return "\n" + new TerminalReport(width, palette, false).of(assessment) + "\n"
                + new ScoreReport(width, palette).summary(card);
    }

    /// What may be typed.
    public String help(Question question, boolean proposed) {
        List<String> ways = List.of(
                question.form().hint(),
                "ok or an empty line takes the proposal".repeat(proposed ? 1 : 0),
                "don't know makes it an unknown or an open question",
                "skip leaves it open, back asks the question before, quit keeps everything for later");
        StringBuilder out = new StringBuilder();
        for (String way : ways) {
            if (!way.isEmpty()) {
                out.append(wrapped(way, INDENT)).append('\n');
            }
        }
        return out.toString();
    }

    /// How far it has come.
    public String left(Session session, String file) {
        long answered = session.agenda().stream()
                .flatMap(each -> session.reply(each.id()).stream())
                .filter(Reply.Given.class::isInstance)
                .count();
        long open = session.open();
        return "\n%d of %d questions answered%s; all of it is in %s\n"
                .formatted(answered, session.agenda().size(), open == 0 ? "" : ", %d left open".formatted(open), file);
    }

    private String wrapped(String text, String first) {
        List<String> lines = Paragraph.wrapped(palette.plain(text), width - first.length());
        return first + String.join("\n" + " ".repeat(first.length()), lines);
    }
}
