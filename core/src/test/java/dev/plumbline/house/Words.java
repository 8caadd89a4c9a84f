package dev.plumbline.house;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words and names that are refused. A word that is quoted, with `"` or a backtick before it, is talked about and may
/// stand.
final class Words {
    private static final Pattern PATRONISING =
            Pattern.compile("(?<![\"`\\w-])(" + "simply" + "|" + "just" + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNDONE =
            Pattern.compile("(?<![\"`\\w])(" + "TODO" + "|" + "FIXME" + "|" + "XXX" + ")\\b");

    private static final Pattern EMPTY_NAME = Pattern.compile(".+(Manager|Helper|Util|Utils|Base|Impl)");

    /// Places of one machine, and hosts that serve packages: neither is anyone else's.
    private static final Map<Pattern, String> ELSEWHERE = Map.of(
            Pattern.compile("(?<![\\w./-])/(work|root|farm|home/\\w+|Users/\\w+)/[\\w.-]+"),
            "names a folder of one machine",
            Pattern.compile(
                    "https?://[\\w.-]*(repo1?\\.maven|registry\\.|nexus|artifactory|npmjs\\.org|pypi\\.org)[\\w./-]*"),
            "names a package registry",
            Pattern.compile("<(repository|pluginRepository|mirror)>"),
            "names a package registry");

    /// Every class of tests must end in one of these, or the build never runs it.
    private static final List<String> TEST_NAMES = List.of("Test", "Property", "Oracle", "Cli");

    private Words() {}

    static Stream<String> faults(Tree tree) {
        Tree prose = tree.only(path -> path.endsWith(".java") || path.endsWith(".md"));
        return Stream.of(
                        prose.lines((_, line) -> found(PATRONISING, line, "patronises; leave it out")),
                        tree.lines((_, line) -> found(UNDONE, line, "is undone; do it or write it down elsewhere")),
                        tree.lines((_, line) -> ELSEWHERE.entrySet().stream()
                                .flatMap(rule -> found(rule.getKey(), line, rule.getValue()))),
                        names(tree),
                        testsThatNeverRun(tree))
                .flatMap(faults -> faults);
    }

    private static Stream<String> names(Tree tree) {
        return JavaFile.in(tree).stream()
                .flatMap(file -> file.types().stream()
                        .filter(type -> EMPTY_NAME.matcher(type.name()).matches())
                        .map(type -> "%s:%d: the name \"%s\" says nothing of the field; use the field's noun"
                                .formatted(file.path(), type.line(), type.name())));
    }

    private static Stream<String> testsThatNeverRun(Tree tree) {
        Pattern hasTests =
                Pattern.compile("^ +@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);
        return tree.only(path -> path.contains("src/test/") && path.endsWith(".java")).texts().entrySet().stream()
                .filter(file -> hasTests.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .filter(path -> TEST_NAMES.stream().noneMatch(end -> path.endsWith(end + ".java")))
                .map(path ->
                        "%s: no build runs it; its name must end in %s".formatted(path, String.join(", ", TEST_NAMES)));
    }

    private static Stream<String> found(Pattern word, String line, String why) {
        Matcher found = word.matcher(line);
        return found.find() ? Stream.of("\"%s\" %s".formatted(found.group().strip(), why)) : Stream.of();
    }
}
