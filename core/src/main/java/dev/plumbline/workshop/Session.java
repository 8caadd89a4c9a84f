package dev.plumbline.workshop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far a workshop has come: all of it follows from the story and the replies.
///
/// @param name the design's name
/// @param story what it starts from
/// @param outline the story's proposals
/// @param replies by the question's name, in the order in which they were given
/// @param practice whether answers are scored and proposals come after them
/// @param asks what is asked for, by the name of the requirement that becomes of it
public record Session(
        String name,
        Story story,
        Outline outline,
        Map<String, Reply> replies,
        boolean practice,
        Map<String, String> asks) {
    /// The question of what is asked for.
    static final String ASKS = "asks";

    public Session {
        asks = Collections.unmodifiableMap(new LinkedHashMap<>(asks));
        replies = Collections.unmodifiableMap(new LinkedHashMap<>(replies));
    }

    /// A workshop that begins.
    public static Session of(String name, Story story) {
        return new Session(name, story, story.outline(), Map.of(), false, Map.of());
    }

    /// The same as a practice.
    public Session asPractice() {
        return new Session(name, story, outline, replies, true, asks);
    }

    /// The session with a reply, which takes the place of an earlier one to the same question.
    public Session with(String question, Reply reply) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.remove(question);
        changed.put(question, reply);
        return changed(changed, question);
    }

    /// The session without the reply to a question.
    public Session without(String question) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.remove(question);
        return changed(changed, question);
    }

    private Session changed(Map<String, Reply> changed, String question) {
        if (Described.isAskedBy(story, question)) {
            return new Session(name, story, Described.outline(changed), changed, practice, asks);
        }
        if (!question.equals(ASKS)) {
            return new Session(name, story, outline, changed, practice, asks);
        }
        Map<String, String> parts = changed.get(ASKS) instanceof Reply.Given(var text) ? Asks.of(text) : Map.of();
        return new Session(name, story, outline, changed, practice, parts);
    }

    public Optional<Reply> reply(String question) {
        return Optional.ofNullable(replies.get(question));
    }

    /// What was answered in words, if it was.
    Optional<String> given(String question) {
        return replies.get(question) instanceof Reply.Given(var text) ? Optional.of(text) : Optional.empty();
    }

    /// The questions that come up, in their order; what was asked for decides on some of them.
    public List<Question> agenda() {
        return Agenda.of(this);
    }

    public Optional<Question> question(String id) {
        return agenda().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The first question without a reply; empty at the end.
    public Optional<Question> next() {
        return agenda().stream().filter(each -> !replies.containsKey(each.id())).findFirst();
    }

    /// The question before this one, as long as it was replied to.
    public Optional<Question> before(Question question) {
        List<Question> agenda = agenda();
        int at = agenda.indexOf(question);
        return at > 0 ? Optional.of(agenda.get(at - 1)) : Optional.empty();
    }

    /// How many questions were passed over or left as what nobody knows.
    public long open() {
        return agenda().stream()
                .flatMap(each -> reply(each.id()).stream())
                .filter(reply -> !(reply instanceof Reply.Given))
                .count();
    }

    /// The part of the workshop that it is in; the last one at the end.
    public Stage stage() {
        return next().map(Question::stage).orElse(Stage.RUN);
    }

    /// The way that the story is about.
    String path() {
        return outline.first("workload");
    }

    String model() {
        return outline.first("models");
    }
}
