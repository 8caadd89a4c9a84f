package dev.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// STYLE.md, executed. Each rule is shown to bite by a wrong text planted for it.
class TidyTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Tree HOUSE = Tree.below(ROOT);

    @Test
    void filesLinesAndMethodsAreShort() {
        assertThat(Sizes.faults(HOUSE)).isEmpty();
    }

    @Test
    void wordsAndNamesAreOfTheField() {
        assertThat(Words.faults(HOUSE)).isEmpty();
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() {
        assertThat(Rules.faults(HOUSE)).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(Links.faults(HOUSE)).isEmpty();
    }

    @Test
    void whatPagesShowIsWhatIsCommitted() throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Shown.update(HOUSE, ROOT);
        }
        assertThat(Shown.faults(Tree.below(ROOT))).isEmpty();
    }

    @Test
    void theTreeIsTheWholeHouse() {
        assertThat(HOUSE.paths())
                .contains("plumbline", "core/pom.xml", "app/src/main/java/dev/plumbline/cli/Main.java");
    }

    @Test
    void aLongFileIsFound() {
        assertThat(Sizes.faults(tree("A.java", "\n".repeat(501))))
                .containsExactly("A.java: 501 lines; 500 is the limit");
        assertThat(Sizes.faults(tree("A.java", "\n".repeat(500)))).isEmpty();
    }

    @Test
    void aLongLineIsFound() {
        assertThat(Sizes.faults(tree("A.java", "// " + "é".repeat(118))))
                .containsExactly("A.java:1: a line of 121 characters; 120 is the limit");
    }

    @Test
    void aLongMethodIsFoundWhateverItHolds() {
        assertThat(Sizes.faults(tree("A.java", method(60)))).isEmpty();
        assertThat(Sizes.faults(tree("A.java", method(61))))
                .containsExactly("A.java:2: method \"go\" has 61 lines; 60 is the limit");
    }

    @Test
    void wordsThatPatroniseAreFoundUnlessQuoted() {
        assertThat(Words.faults(tree("a.md", "Just run it, and adjust it. \"just\" and `simply` are words.")))
                .containsExactly("a.md:1: \"Just\" patronises; leave it out");
    }

    @Test
    void workLeftUndoneIsFound() {
        assertThat(Words.faults(tree("a.yaml", "# " + "TO" + "DO: ask")))
                .containsExactly("a.yaml:1: \"TO" + "DO\" is undone; do it or write it down elsewhere");
    }

    @Test
    void emptyNamesAreFound() {
        assertThat(Words.faults(tree("A.java", "class A {\n  record QueueHelper() {}\n}")))
                .containsExactly("A.java:2: the name \"QueueHelper\" says nothing of the field; use the field's noun");
        assertThat(Words.faults(tree("A.java", "record Database() {}"))).isEmpty();
    }

    @Test
    void foldersOfOneMachineAndPackageRegistriesAreFound() {
        assertThat(Words.faults(tree("a.md", "see /ro" + "ot/.m2 or https://repo.mav" + "en.org/x, not docs/work/x")))
                .containsExactlyInAnyOrder(
                        "a.md:1: \"/ro" + "ot/.m2\" names a folder of one machine",
                        "a.md:1: \"https://repo.mav" + "en.org/x\" names a package registry");
        assertThat(Words.faults(tree("pom.xml", "<repos" + "itory>")))
                .containsExactly("pom.xml:1: \"<repos" + "itory>\" names a package registry");
    }

    @Test
    void testsThatNoBuildRunsAreFound() {
        assertThat(Words.faults(tree(
                        "core/src/test/java/QueueTests.java", "class QueueTests {\n    @Test\n    void a() {}\n}")))
                .containsExactly("core/src/test/java/QueueTests.java: no build runs it; "
                        + "its name must end in Test, Property, Oracle, Cli");
    }

    @Test
    void aRuleWithoutPageAndAPageWithoutRuleAreFound() {
        String speaks = "class A { String rule = \"yaml.tab-stop\"; String file = \"index.yaml\"; }";
        Tree tree = Tree.of(Map.of("core/src/main/java/A.java", speaks, "docs/rules/yaml.gone.md", "# `yaml.gone`\n"));
        assertThat(Rules.faults(tree))
                .containsExactly(
                        "core/src/main/java/A.java:1: rule \"yaml.tab-stop\" has no page docs/rules/yaml.tab-stop.md",
                        "docs/rules/yaml.gone.md: no rule \"yaml.gone\" is in the library");
    }

    @Test
    void aPageThatDoesNotBeginWithItsRuleIsFound() {
        Tree tree = Tree.of(Map.of(
                "core/src/main/java/A.java",
                "class A { String rule = \"yaml.tab\"; }",
                "docs/rules/yaml.tab.md",
                "Tabs\n"));
        assertThat(Rules.faults(tree))
                .containsExactly("docs/rules/yaml.tab.md: begins with \"# `yaml.tab`\" and the rule in a sentence");
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        Tree tree = Tree.of(Map.of("docs/a.md", """
                [up](../README.md), [gone](gone.md), [far](https://example.org), [head](../README.md#the-why)
                [no head](../README.md#gone) `[code](x.md)`
                ```
                [block](y.md)
                ```
                """, "README.md", "# The *why*?\n"));
        assertThat(Links.faults(tree))
                .containsExactly(
                        "docs/a.md: the link \"gone.md\" leads nowhere",
                        "docs/a.md: the link \"../README.md#gone\" leads to no heading of its page");
    }

    @Test
    void aPageThatShowsWhatWasNeverPrintedIsFound() {
        String page = "<!-- shown: expected/check.txt -->\n```\nfine\n```\n";
        assertThat(Shown.faults(Tree.of(Map.of("a.md", page, "expected/check.txt", "fine\n"))))
                .isEmpty();
        assertThat(Shown.faults(Tree.of(Map.of("a.md", page, "expected/check.txt", "missed\n"))))
                .containsExactly(
                        "a.md: shows what \"expected/check.txt\" does not say; write it anew with -Dgolden=update");
    }

    private static Tree tree(String path, String text) {
        return Tree.of(Map.of(path, text));
    }

    /// A class with a method of so many lines, which holds what a count of braces would stumble on.
    private static String method(int lines) {
        String body = IntStream.range(0, lines - 2)
                .mapToObj(i -> "    f(\"}\"); // {")
                .collect(Collectors.joining("\n"));
        return Stream.of("class A {", "  void go() {", body, "  }", "}").collect(Collectors.joining("\n"));
    }
}
