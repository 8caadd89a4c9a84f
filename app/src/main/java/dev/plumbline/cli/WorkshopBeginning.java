package dev.plumbline.cli;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.report.Palette;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.workshop.Outline;
import dev.plumbline.workshop.Story;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is asked at a terminal before a workshop begins: the story that comes nearest, and the design's name.
final class WorkshopBeginning {
    private static final String NAME = "[a-z][a-z0-9-]{0,62}";
    private static final List<Story> STORIES = List.of(Story.values());
    private static final List<String> LEAVING = List.of("quit", "exit");

    private final Function<String, Optional<String>> keyboard;
    private final Consumer<String> screen;
    private final Palette palette;

    /// @param keyboard the line that is typed after a prompt; empty when somebody leaves
    WorkshopBeginning(Function<String, Optional<String>> keyboard, Consumer<String> screen, Palette palette) {
        this.keyboard = keyboard;
        this.screen = screen;
        this.palette = palette;
    }

    /// Whether a design can be called so.
    static boolean isName(String name) {
        return name.matches(NAME);
    }

    /// How a name looks.
    static String names() {
        return "a name is small letters, digits and hyphens, such as fraud-score";
    }

    /// The story; empty when somebody leaves.
    Optional<Story> story() {
        screen.accept(asked("Which of these comes nearest to what you design?"));
        for (int i = 0; i < STORIES.size(); i++) {
            Story each = STORIES.get(i);
            screen.accept("  %d  %-15s %s\n".formatted(1 + i, each.word(), each.about()));
        }
        screen.accept("  a number or a word; an empty line is %s\n".formatted(Story.OTHER.word()));
        while (true) {
            Optional<String> typed = typed();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            String word = typed.get().toLowerCase(Locale.ROOT);
            Optional<Story> story = word.isEmpty()
                    ? Optional.of(Story.OTHER)
                    : Story.named(word.replace(' ', '-')).or(() -> numbered(word));
            if (story.isPresent()) {
                return story;
            }
            screen.accept("error: there is no story \"%s\"%s\n"
                    .formatted(
                            word,
                            Nearest.to(word, Story.words())
                                    .map("; did you mean \"%s\"?"::formatted)
                                    .orElse("")));
        }
    }

    private static Optional<Story> numbered(String word) {
        int number = Screen.number(word).orElse(0);
        return number >= 1 && number <= STORIES.size() ? Optional.of(STORIES.get(number - 1)) : Optional.empty();
    }

    /// The design's name; empty when somebody leaves.
    Optional<String> name(Story story) {
        Outline outline = story.outline();
        String proposed = outline.value("x-name").orElse(story.word());
        screen.accept(asked("What is the design called?"));
        screen.accept("  why: it is written to a folder of that name\n  proposed: %s\n".formatted(proposed));
        while (true) {
            Optional<String> typed = typed();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            String name = typed.get().isEmpty() || typed.get().equalsIgnoreCase("ok") ? proposed : typed.get();
            if (isName(name)) {
                return Optional.of(name);
            }
            screen.accept("error: \"%s\" cannot be the name of a design\nhint: %s\n".formatted(name, names()));
        }
    }

    private Optional<String> typed() {
        return keyboard.apply("> ").map(String::strip).filter(line -> !LEAVING.contains(line.toLowerCase(Locale.ROOT)));
    }

    private String asked(String question) {
        return "\n" + palette.paint(Tone.STRONG, question) + "\n";
    }
}
