package dev.plumbline.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The questions that come up in a session: those that are written down, for what the story has, and those that the
/// asks lead to.
final class Agenda {
    /// The questions as they are written down; an asset of the program like a message.
    private static final Outline WRITTEN = Outline.of(Story.read("questions"));

    /// Requirements that hardly anybody asks for and whose lack hurts most.
    private static final List<String> UNASKED =
            List.of("latency", "availability", "quality", "cost", "freshness", "fairness", "fallback");

    private final Session session;
    private final Outline outline;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> keys = new LinkedHashSet<>();

    private Agenda(Session session) {
        this.session = session;
        this.outline = session.outline();
    }

    static List<Question> of(Session session) {
        Agenda agenda = new Agenda(session);
        for (Stage stage : Stage.values()) {
            agenda.written(stage);
            if (stage == Stage.MEASURE) {
                agenda.measured();
            }
            if (stage == Stage.ESTIMATE && session.practice()) {
                agenda.questions.addAll(Guesses.QUESTIONS);
            }
        }
        return agenda.questions;
    }

    private void written(Stage stage) {
        String section = stage.name().toLowerCase(Locale.ROOT);
        for (String id : WRITTEN.below(section)) {
            String at = section + "." + id + ".";
            Optional<String> each = WRITTEN.value(at + "each");
            if (each.isEmpty()) {
                add(stage, id, at, cast());
            }
            for (String it : each.map(outline::below).orElse(List.of())) {
                Map<String, String> cast = cast();
                cast.put("{it}", it);
                cast.put(
                        "{about}",
                        outline.said("%s.%s.about".formatted(each.orElse(""), it))
                                .orElse(it));
                add(stage, id, at, cast);
            }
        }
    }

    private void add(Stage stage, String id, String at, Map<String, String> cast) {
        String key = cast(WRITTEN.value(at + "key").orElse(""), cast, false);
        if (outline.value(key).isPresent() && keys.add(key)) {
            questions.add(new Question(
                    cast(id, cast, false),
                    stage,
                    key,
                    Form.named(WRITTEN.value(at + "form").orElse("")),
                    cast(WRITTEN.value(at + "asked").orElse(""), cast, true),
                    WRITTEN.value(at + "why").orElse("")));
        }
    }

    /// The story's own names.
    private Map<String, String> cast() {
        Map<String, String> cast = new LinkedHashMap<>();
        cast.put("{path}", session.path());
        cast.put("{model}", session.model());
        cast.put("{source}", outline.first("sources"));
        cast.put("{data}", outline.first("data"));
        cast.put("{feature}", outline.first("features"));
        return cast;
    }

    private static String cast(String text, Map<String, String> cast, boolean spoken) {
        String changed = text;
        for (Map.Entry<String, String> each : cast.entrySet()) {
            String name = spoken ? each.getValue().replace('_', ' ') : each.getValue();
            changed = changed.replace(each.getKey(), name);
        }
        return changed;
    }

    /// What must hold, for each ask and for what nobody asked for; then how one of them is measured.
    private void measured() {
        session.asks()
                .forEach((name, ask) ->
                        must(name, "\"%s\": what must hold, so that it can be measured?".formatted(ask), """
                                without a statistic, a load and a window, anything meets it"""));
        Set<String> asked = new LinkedHashSet<>();
        session.asks().keySet().forEach(name -> asked.add(Asks.kind(name)));
        for (String kind : UNASKED) {
            if (!asked.contains(kind)
                    && outline.value(requirement(kind, "must")).isPresent()) {
                must(kind, "Nobody asked about %s. What must hold?".formatted(kind), """
                        what nobody asks for is missed first""");
            }
        }
        meter("measured", "Where and by which metric is the latency measured?", """
                measured at the server alone, the wait of those who never reached it is left out""");
        meter("else", "What happens when it is missed, and how soon?", "a target without a consequence is a wish");
    }

    private void must(String name, String asked, String why) {
        String key = requirement(name, "must");
        keys.add(key);
        questions.add(new Question(name, Stage.MEASURE, key, new Form.Must(), asked, why));
    }

    private void meter(String key, String asked, String why) {
        if (outline.value(requirement("latency", key)).isPresent()) {
            questions.add(new Question(
                    "latency-" + key, Stage.MEASURE, requirement("latency", key), new Form.Flow(), asked, why));
        }
    }

    static String requirement(String name, String key) {
        return "requirements.%s.%s".formatted(name, key);
    }
}
