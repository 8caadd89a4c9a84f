package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.knowledge.Facts;
import dev.plumbline.workshop.Workshop.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Workshops with answers from a table.
final class Held {
    static final Workshop WORKSHOP = new Workshop(Facts.load(Held::text));

    private Held() {}

    private static String text(String file) {
        try (InputStream stream = Facts.class.getResourceAsStream("/knowledge/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The session after the answers, where every other question is answered the same way.
    static Session to(Session begun, Map<String, String> answers, String otherwise) {
        Session session = begun;
        while (session.next().isPresent()) {
            Question question = session.next().get();
            session = taken(session, question.id(), answers.getOrDefault(question.id(), otherwise));
        }
        return session;
    }

    static Session taken(Session session, String id, String answer) {
        Question question = session.question(id).orElseThrow();
        Outcome outcome = WORKSHOP.answer(session, question, answer);
        assertThat(outcome).as("%s: %s", id, answer).isInstanceOf(Outcome.Taken.class);
        return outcome instanceof Outcome.Taken(var next) ? next : session;
    }

    static Outcome answer(Session session, String id, String answer) {
        return WORKSHOP.answer(session, session.question(id).orElseThrow(), answer);
    }
}
