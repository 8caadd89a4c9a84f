package dev.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page about YAML calls wrong is found by its rule, and what it calls right is not.
class RulePagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^(Wrong|Right):\\n\\n```yaml\\n(.*?)^```$");

    record Page(String rule, String text) {
        Optional<String> example(String kind) {
            Matcher example = EXAMPLE.matcher(text);
            return example.results()
                    .filter(found -> found.group(1).equals(kind))
                    .map(found -> found.group(2))
                    .findFirst();
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Page> pages() {
        Tree tree = Tree.below(Path.of("..").toAbsolutePath().normalize());
        return tree.only(path -> path.matches("docs/rules/yaml\\..*\\.md")).texts().entrySet().stream()
                .map(page -> new Page(
                        page.getKey()
                                .substring("docs/rules/".length(), page.getKey().length() - ".md".length()),
                        page.getValue()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theWrongExampleMakesTheRuleSpeakAndTheRightOneDoesNot(Page page) {
        page.example("Wrong").ifPresent(wrong -> assertThat(spoken(wrong)).contains(page.rule()));
        page.example("Right").ifPresent(right -> assertThat(spoken(right)).isEmpty());
    }

    private static List<String> spoken(String yaml) {
        return YamlReader.read("design.yaml", yaml.getBytes(StandardCharsets.UTF_8)).findings().all().stream()
                .map(Diagnostic::rule)
                .toList();
    }
}
