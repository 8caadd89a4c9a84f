package dev.plumbline.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The design that a session has come to, as a person would write it.
///
/// What an engine reads comes from the story until it is answered, so that verdicts can be computed from the first
/// minute; such a line is marked. What declares how people work is written only when somebody has said it.
final class Blueprint {
    /// What is taken from the story before anybody has confirmed it.
    private static final Set<String> SKETCH = Set.of(
            "horizon",
            "units",
            "assume",
            "regions",
            "workload",
            "components",
            "paths",
            "sources",
            "data",
            "models",
            "scenarios");

    private static final List<String> ORDER = List.of(
            "design",
            "about",
            "owner",
            "horizon",
            "units",
            "assume",
            "regions",
            "workload",
            "components",
            "paths",
            "sources",
            "data",
            "models",
            "scenarios",
            "requirements",
            "decisions",
            "open",
            "next",
            "task",
            "features",
            "policy",
            "privacy",
            "dependencies",
            "rollout",
            "serving",
            "alarms");

    private static final String UNCONFIRMED = "  # from the story, not confirmed yet";
    private static final String GUESSED = "  # a guess, not confirmed yet";

    private final Session session;
    private final List<Question> agenda;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Set<String> due = new LinkedHashSet<>();
    private final List<String> decisions = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> next = new ArrayList<>();

    private Blueprint(Session session) {
        this.session = session;
        this.agenda = session.agenda();
    }

    /// The YAML of the design.
    static String of(Session session) {
        Blueprint blueprint = new Blueprint(session);
        blueprint.sketch();
        blueprint.asks();
        blueprint.agenda.forEach(blueprint::answer);
        blueprint.complete();
        return blueprint.printed();
    }

    private void sketch() {
        lines.put("design", session.name());
        lines.putAll(session.outline().only(SKETCH).values());
        for (String name : session.outline().below("assume")) {
            lines.put(
                    "assume.%s.source".formatted(name),
                    Scalars.prose(
                            session.story() == Story.OTHER
                                    ? "a wide guess"
                                    : "the story of " + session.story().word()));
        }
        for (Question question : agenda) {
            boolean passed = session.reply(question.id())
                    .filter(reply -> !(reply instanceof Reply.Skipped))
                    .isEmpty();
            if (passed && lines.containsKey(question.path())) {
                due.add(question.path());
            }
        }
    }

    private void asks() {
        session.asks().forEach((name, ask) -> lines.put("requirements.%s.ask".formatted(name), Scalars.prose(ask)));
    }

    private void answer(Question question) {
        Optional<Reply> reply = session.reply(question.id());
        if (reply.isEmpty() || question.path().startsWith("x-")) {
            return;
        }
        switch (reply.get()) {
            case Reply.Given(var text) -> given(question, text);
            case Reply.Proposed(var sentence) -> {
                lines.put(question.path(), question.form().yaml(sentence));
                lines.put(question.path().replaceFirst("must$", "status"), "proposed");
            }
            case Reply.NotKnown _ -> unknown(question);
            case Reply.Skipped _ -> {
                if (!lines.containsKey(question.path().replaceFirst("\\.must$", ".ask"))) {
                    open.add(question.asked());
                }
            }
        }
    }

    private void given(Question question, String text) {
        String path = question.path();
        if (path.startsWith("decisions.")) {
            String story = session.outline().value(path).orElse("");
            decisions.add(story.replaceFirst("because: .*}$", "") + "because: " + Scalars.prose(text) + "}");
        } else if (path.equals("next")) {
            next.add(Scalars.prose(text));
        } else {
            lines.put(path, question.form().yaml(text));
            if (path.startsWith("assume.")) {
                lines.put(path.replaceFirst("\\.(value|grows)$", ".source"), Scalars.prose("said in the workshop"));
            }
        }
    }

    /// A quantity that nobody knows becomes a range, and is asked again in the list of open questions.
    private void unknown(Question question) {
        String path = question.path();
        String proposed = session.outline().value(path).orElse("");
        String assumed = "";
        if (question.form() instanceof Form.Amount && lines.containsKey(path)) {
            String range = Ranges.around(proposed);
            lines.put(path, range);
            assumed = " (not known; %s is assumed)".formatted(range);
            if (path.startsWith("assume.")) {
                lines.put(
                        path.replaceFirst("\\.(value|grows)$", ".source"), Scalars.prose("not known, so a wide guess"));
            }
        }
        open.add(question.asked() + assumed);
    }

    /// Half of what belongs together says of the other half that it is not known.
    private void complete() {
        for (String path : List.copyOf(lines.keySet())) {
            if (path.startsWith("dependencies.") && path.endsWith(".notify")) {
                lines.putIfAbsent(path.replaceFirst("notify$", "owner"), Scalars.prose("not known"));
            }
        }
        if (lines.containsKey("task.baseline.value")) {
            lines.putIfAbsent("task.baseline.what", Scalars.prose("not said"));
        }
    }

    private String printed() {
        StringBuilder out = new StringBuilder();
        out.append(
                session.story() == Story.OTHER
                        ? "# Written by plumbline new; what nobody was asked is a guess.\n"
                        : "# Written by plumbline new from the story of %s; what nobody was asked comes from there.\n"
                                .formatted(session.story().word()));
        Outline design = new Outline(lines, Map.of());
        for (String section : ORDER) {
            switch (section) {
                case "decisions" -> list(section, decisions, out);
                case "open" -> list(section, open.stream().map(Scalars::prose).toList(), out);
                case "next" -> list(section, next, out);
                default -> print(design, section, section, 0, out);
            }
        }
        return out.toString();
    }

    private String unconfirmed() {
        return session.story() == Story.OTHER ? GUESSED : UNCONFIRMED;
    }

    private static void list(String section, List<String> items, StringBuilder out) {
        if (!items.isEmpty()) {
            out.append('\n').append(section).append(":\n");
            items.forEach(item -> out.append("  - ").append(item).append('\n'));
        }
    }

    private void print(Outline design, String path, String key, int depth, StringBuilder out) {
        Optional<String> value = design.value(path);
        List<String> below = design.below(path);
        if (value.isEmpty() && below.isEmpty()) {
            return;
        }
        if (depth == 0 && !below.isEmpty()) {
            out.append('\n');
        }
        out.append("  ".repeat(depth)).append(key).append(':');
        value.ifPresent(text -> out.append(' ').append(text).append(due.contains(path) ? unconfirmed() : ""));
        out.append('\n');
        below.forEach(name -> print(design, path + "." + name, name, depth + 1, out));
    }
}
