package dev.plumbline.cli;

import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.report.Palette;
import dev.plumbline.report.WorkshopReport;
import dev.plumbline.workshop.Glance;
import dev.plumbline.workshop.Proposal;
import dev.plumbline.workshop.Question;
import dev.plumbline.workshop.Session;
import dev.plumbline.workshop.Stage;
import dev.plumbline.workshop.Workshop;
import dev.plumbline.workshop.Workshop.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One sitting of a workshop: asks, takes the answer, keeps it, and asks the next.
final class WorkshopSitting {
    private final Workshop workshop;
    private final WorkshopFolder folder;
    private final WorkshopReport report;
    private final Rendering rendering;
    private final Consumer<String> screen;
    private final Supplier<Duration> clock;
    private Session session;
    private Optional<Question> revisited = Optional.empty();
    private Optional<Stage> shown = Optional.empty();
    private Glance glance = Glance.NONE;
    private boolean unseen = true;

    /// @param clock the time that the workshop took so far, earlier sittings included
    WorkshopSitting(
            Workshop workshop,
            Session session,
            WorkshopFolder folder,
            int width,
            Palette palette,
            Consumer<String> screen,
            Supplier<Duration> clock) {
        this.workshop = workshop;
        this.session = session;
        this.folder = folder;
        this.report = new WorkshopReport(width, palette);
        this.rendering = new Rendering(width, palette.ink());
        this.screen = screen;
        this.clock = clock;
    }

    /// Asks until all is answered or somebody leaves.
    ///
    /// @return the session, and whether an answer was refused that cannot be given again
    Left hold(Answers answers) {
        keep();
        while (true) {
            Optional<Question> due = revisited.or(session::next);
            if (due.isEmpty()) {
                return new Left(session, false);
            }
            Question question = due.get();
            Optional<Proposal> proposal = workshop.proposal(session, question);
            boolean begins = !shown.equals(Optional.of(question.stage()));
            if (unseen && (begins || answers.again()) && !isHidden()) {
                look();
            }
            ask(question, session.practice() ? Optional.empty() : proposal);
            Optional<String> typed = answers.to(question);
            if (typed.isEmpty()) {
                return new Left(session, false);
            }
            switch (typed.get().strip().toLowerCase(Locale.ROOT)) {
                case "quit", "exit" -> {
                    return new Left(session, false);
                }
                case "help" -> screen.accept(report.help(question, proposal.isPresent() && !session.practice()));
                case "back" -> back(question);
                default -> {
                    boolean took = took(question, typed.get());
                    if (!took && !answers.again()) {
                        return new Left(session, true);
                    }
                    if (took && session.practice()) {
                        proposal.ifPresent(each -> screen.accept(report.instead(each)));
                    }
                }
            }
        }
    }

    /// How a sitting ended.
    record Left(Session session, boolean refused) {}

    private void ask(Question question, Optional<Proposal> proposal) {
        if (!shown.equals(Optional.of(question.stage()))) {
            screen.accept(report.stage(question.stage(), clock.get(), session.open()));
            shown = Optional.of(question.stage());
        }
        screen.accept(report.question(question, proposal));
        if (proposal.isEmpty()) {
            workshop.form(session, question).ifPresent(form -> screen.accept(report.form(form)));
        }
    }

    /// In a practice the engines say nothing before the learner's own estimates.
    private boolean isHidden() {
        return session.practice() && session.stage().compareTo(Stage.ESTIMATE) <= 0;
    }

    /// Shows what the engines say since the last look.
    private void look() {
        Glance now = workshop.glance(session);
        screen.accept(report.glance(now, glance));
        glance = now;
        unseen = false;
    }

    private void back(Question question) {
        Optional<Question> before = session.before(question);
        if (before.isEmpty()) {
            screen.accept("this is the first question\n");
        }
        revisited = before.or(() -> revisited);
    }

    private boolean took(Question question, String typed) {
        return switch (workshop.answer(session, question, typed)) {
            case Outcome.Taken(var next) -> {
                session = next;
                unseen |= Workshop.isSeen(question);
                revisited = Optional.empty();
                keep();
                yield true;
            }
            case Outcome.Refused(var why, var findings) -> {
                screen.accept(why.map(each -> "error: " + each + "\n").orElse("") + rendering.of(findings));
                yield false;
            }
        };
    }

    private void keep() {
        folder.keep(session, clock.get().toSeconds());
    }
}
