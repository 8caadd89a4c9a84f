package dev.plumbline.smell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each design of `src/test/resources/smells` says on its lines what is to be found there, `# expect: rule`, and
/// nothing
/// else is. A design that ends in `.silent.yaml` is its twin, in which the rule has nothing to say.
final class MarkedDesignsTest {
    private static final Path FOLDER = Path.of("src/test/resources/smells");
    private static final Pattern MARK = Pattern.compile("# expect: ([a-z0-9., -]+)$");
    private static final Pattern GROUPS =
            Pattern.compile("(ask|missing|statistics|conflict|feasible|model|trace)\\..*\\.md");

    static Stream<Path> designs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void whatIsMarkedIsFoundAndNothingElse(Path design) throws IOException {
        String text = Files.readString(design);
        List<String> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                for (String rule : mark.group(1).split(", ")) {
                    expected.add(i + 1 + " " + rule);
                }
            }
        }
        assertThat(Smells.of(Designs.read(text)))
                .extracting(finding -> finding.place().line() + " " + finding.rule())
                .as(text)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRuleHasADesignThatMakesItSpeakAndATwinThatDoesNot() throws IOException {
        List<String> rules;
        try (Stream<Path> pages = Files.list(Path.of("../docs/rules"))) {
            rules = pages.map(page -> page.getFileName().toString())
                    .filter(name -> GROUPS.matcher(name).matches())
                    .map(name -> name.replaceAll("\\.md$", ""))
                    .toList();
        }
        assertThat(rules).hasSizeGreaterThan(60);
        for (String rule : rules) {
            assertThat(FOLDER.resolve(rule + ".yaml"))
                    .content()
                    .contains("# expect: ")
                    .contains(rule);
            assertThat(FOLDER.resolve(rule + ".silent.yaml")).content().doesNotContain(rule);
        }
    }
}
