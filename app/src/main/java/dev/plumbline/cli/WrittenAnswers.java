package dev.plumbline.cli;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.workshop.Journal;
import dev.plumbline.workshop.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers from a file: a line `question: answer` for a question by name, any other line for whatever is asked next.
final class WrittenAnswers implements Answers {
    private final Map<String, String> named = new LinkedHashMap<>();
    private final Deque<String> others = new ArrayDeque<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    WrittenAnswers(List<Journal.Entry> entries) {
        entries.forEach(entry -> entry.question()
                .ifPresentOrElse(name -> named.put(name, entry.answer()), () -> others.add(entry.answer())));
    }

    /// What the file says there, for what is no question.
    Optional<String> setting(String name) {
        used.add(name);
        return Optional.ofNullable(named.get(name));
    }

    @Override
    public Optional<String> to(Question question) {
        boolean first = asked.add(question.id());
        if (first && named.containsKey(question.id())) {
            used.add(question.id());
            return Optional.of(named.get(question.id()));
        }
        return Optional.ofNullable(others.poll()).or(() -> setting(Journal.OTHERWISE));
    }

    @Override
    public boolean again() {
        return false;
    }

    /// What is wrong with lines that answered nothing.
    List<String> unused() {
        List<String> sentences = new ArrayList<>();
        for (String name : named.keySet()) {
            if (!used.contains(name) && !Journal.SETTINGS.contains(name)) {
                sentences.add("no question \"%s\" came up%s"
                        .formatted(
                                name,
                                Nearest.to(name, asked)
                                        .map("; did you mean \"%s\"?"::formatted)
                                        .orElse("")));
            }
        }
        return sentences;
    }
}
