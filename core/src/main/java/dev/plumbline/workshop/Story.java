package dev.plumbline.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A kind of system that a workshop can start from: a whole design of it, whose values are proposals.
public enum Story {
    FRAUD("scores payments while they wait"),
    RANKING("puts a feed in order"),
    RAG("answers questions from documents"),
    FORECAST("forecasts demand"),
    VISION("looks at parts on a line"),
    SEARCH("finds what people type"),
    RECOMMENDATION("shows what goes with an article"),
    SUPPORT_AGENT("resolves tickets by itself"),
    /// No story: a person describes what there is.
    OTHER("none of these: you describe it");

    private final String about;

    Story(String about) {
        this.about = about;
    }

    /// What systems of the kind do.
    public String about() {
        return about;
    }

    /// Its name on the command line: `support-agent`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }

    /// The story of that name.
    public static Optional<Story> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// The names of all.
    public static List<String> words() {
        return Arrays.stream(values()).map(Story::word).toList();
    }

    /// What is written under a name beside the stories.
    static String read(String name) {
        String file = name + ".yaml";
        try (InputStream stream = Story.class.getResourceAsStream("/workshop/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The story \"%s\" is not in the library.".formatted(file));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its proposals.
    public Outline outline() {
        return this == OTHER ? Described.outline(Map.of()) : Outline.of(read(word()));
    }
}
