package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of each kind, with their weights, from `kinds.txt` beside this class.
final class KindLexicon {
    record Entry(RequirementKind kind, int weight, Phrase phrase) {}

    private static final Pattern HEAD = Pattern.compile("^([a-z-]+) (\\d+):");
    static final Filed<Entry> ENTRIES = Filed.of(entries(), Entry::phrase);

    private KindLexicon() {}

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String text = text().replaceAll("(?m)^#.*\\n", "").replaceAll("\\n\\s+", " ");
        for (String line : text.strip().split("\n")) {
            Matcher head = HEAD.matcher(line);
            if (!head.find()) {
                throw new IllegalStateException("The lexicon's line (%s) names no kind.".formatted(line));
            }
            RequirementKind kind = RequirementKind.named(head.group(1)).orElseThrow();
            int weight = Integer.parseInt(head.group(2));
            for (Phrase phrase : Phrase.all(line.substring(head.end()))) {
                entries.add(new Entry(kind, weight, phrase));
            }
        }
        return List.copyOf(entries);
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(KindLexicon.class.getResourceAsStream("kinds.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
