package dev.plumbline.workshop;

import dev.plumbline.ask.AskReading;
import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Status;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.proposal.Grounds;
import dev.plumbline.proposal.Proposer;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.source.Folder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes answers, one at a time. An answer is put into the design and the design is read: what does not read is told
/// and
/// not taken, so that whatever is written down can be judged.
public final class Workshop {
    /// Enough for a proposal; a verdict draws more.
    private static final int WORLDS = 64;

    private static final String FILE = "design.yaml";

    /// Takes what the story says where something else is proposed.
    private static final String STORY = "story";

    /// Parts of a design that no engine looks at.
    private static final Set<String> UNSEEN = Set.of(
            "about",
            "owner",
            "x-asks",
            "x-guess",
            "decisions",
            "next",
            "task",
            "features",
            "policy",
            "privacy",
            "dependencies",
            "rollout",
            "serving",
            "alarms");

    /// A look that takes less than a second: few worlds, and requests enough for ten beyond the p99.
    private static final Settings QUICK = Settings.USUAL.withWorlds(8).withRequests(1_000);

    private final Facts facts;

    public Workshop(Facts facts) {
        this.facts = facts;
    }

    /// What came of an answer.
    public sealed interface Outcome {
        /// @param session with the answer
        record Taken(Session session) implements Outcome {}

        /// @param why in one sentence, if the answer alone is wrong
        /// @param findings what the design with the answer would be wrong in
        record Refused(Optional<String> why, Diagnostics findings) implements Outcome {}
    }

    /// The design that a session has come to.
    public static String design(Session session) {
        return Blueprint.of(session);
    }

    /// What to propose for a question; empty where nothing is known.
    public Optional<Proposal> proposal(Session session, Question question) {
        return proposals(session).of(question);
    }

    /// The sentence of a requirement where none is proposed, with gaps to be filled in; empty for other questions.
    public Optional<String> form(Session session, Question question) {
        return question.form() instanceof Form.Must
                ? Optional.of(AskReading.of(session.asks().getOrDefault(question.id(), Asks.kind(question.id())))
                        .form())
                : Optional.empty();
    }

    private Proposals proposals(Session session) {
        return new Proposals(session, () -> valued(session), () -> proposer(session));
    }

    private Optional<Proposer> proposer(Session session) {
        return read(session) instanceof Reading.Read(Design design, var _)
                ? Optional.of(Proposer.of(Grounds.of(design)))
                : Optional.empty();
    }

    /// Takes an answer; an empty one and `ok` take the proposal.
    public Outcome answer(Session session, Question question, String typed) {
        Optional<Proposal> proposal = session.practice() ? Optional.empty() : proposal(session, question);
        boolean agrees = typed.isBlank() || typed.strip().equalsIgnoreCase("ok");
        if (agrees && proposal.isEmpty()) {
            return refused("nothing is proposed here that could be taken; type an answer, \"skip\" or \"don't know\"");
        }
        Reply reply = agrees ? new Reply.Given(proposal.get().text()) : Reply.of(typed);
        boolean toldAlready = typed.strip().equalsIgnoreCase(STORY)
                && question.form() instanceof Form.Must
                && proposal.flatMap(Proposal::story).isEmpty();
        if (toldAlready) {
            return refused("no story has another sentence here; type a target, a sentence, \"skip\" or \"don't know\"");
        }
        if (question.form() instanceof Form.Must) {
            reply = required(session, question, proposal, reply);
        }
        if (reply instanceof Reply.Given(var text) && Guesses.QUESTIONS.contains(question)) {
            Optional<String> fault = guesses(session).fault(question, text);
            if (fault.isPresent()) {
                return refused(fault.get());
            }
            return new Outcome.Taken(session.with(question.id(), reply));
        }
        Session next = session.with(question.id(), reply);
        boolean words = question.form() instanceof Form.Prose || reply instanceof Reply.Skipped;
        if (words) {
            return new Outcome.Taken(next); // quoted, so that nothing in it can be misread
        }
        return switch (read(next)) {
            case Reading.Read _ -> new Outcome.Taken(next);
            case Reading.Refused(var findings) -> new Outcome.Refused(Optional.empty(), findings);
        };
    }

    /// A target alone becomes a sentence, `story` what the story says, and what nobody knows a proposal.
    private Reply required(Session session, Question question, Optional<Proposal> proposal, Reply reply) {
        return switch (reply) {
            case Reply.Given(var text)
            when text.equalsIgnoreCase(STORY) ->
                proposal.flatMap(Proposal::story).<Reply>map(Reply.Given::new).orElse(reply);
            case Reply.Given(var text) ->
                new Reply.Given(Sentences.whole(proposal.map(Proposal::text).orElse(""), text));
            case Reply.NotKnown _ ->
                proposal(session, question)
                        .<Reply>map(each -> new Reply.Proposed(each.text()))
                        .orElse(reply);
            case Reply.Proposed _, Reply.Skipped _ -> reply;
        };
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(Optional.of(why), Diagnostics.none());
    }

    /// Reads the design that a session has come to.
    public Reading read(Session session) {
        byte[] text = design(session).getBytes(StandardCharsets.UTF_8);
        Folder folder = path -> {
            if (!path.equals(FILE)) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(text);
        };
        return new DesignReader(facts).read(FILE, folder);
    }

    /// How a practice went so far.
    public PracticeScore score(Session session) {
        Glance glance = glance(session);
        List<PracticeScore.Grade> grades = new ArrayList<>();
        for (Question question : session.agenda()) {
            if (question.stage() != Stage.ESTIMATE) {
                Optional<Status> status = Optional.ofNullable(glance.statuses().get(question.id()));
                grades.add(Grading.of(question, session.reply(question.id()), status));
            }
        }
        return new PracticeScore(grades, guesses(session).all());
    }

    private Guesses guesses(Session session) {
        return new Guesses(session, valued(session), proposals(session), facts);
    }

    /// Whether an answer to the question can change what an engine says.
    public static boolean isSeen(Question question) {
        return !UNSEEN.contains(Outline.section(question.path()));
    }

    /// What the engines say of the session's design, after a quick look.
    public Glance glance(Session session) {
        return read(session) instanceof Reading.Read(Design design, var findings)
                ? Glance.of(design, assess(design, findings.all(), QUICK))
                : Glance.NONE;
    }

    private static Assessment assess(Design design, List<Diagnostic> findings, Settings settings) {
        return new Assessor(settings, Progress.SILENT, () -> Duration.ZERO).assess(design, findings);
    }

    private Optional<Valuation> valued(Session session) {
        return read(session) instanceof Reading.Read(Design design, var _)
                ? Optional.of(Valuation.of(Assessor.estimated(design), new Worlds(WORLDS, 42)))
                : Optional.empty();
    }
}
