package dev.plumbline.house;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every rule that can speak has a page, `docs/rules/<rule>.md`, and every page has a rule that can speak.
///
/// A rule's name is a string of the library that looks like one, whole: `yaml.duplicate-key`. A file's name looks
/// alike and is told apart by its ending, a system property by its beginning.
final class Rules {
    private static final Pattern RULE = Pattern.compile("[a-z]+\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern FILE = Pattern.compile(".*\\.(yaml|yml|json|csv|hlog|md|txt|xml|html|java|jsonl)");
    private static final Pattern PROPERTY = Pattern.compile("(plumbline|java|user|os)\\..*");
    private static final String PAGES = "docs/rules/";

    private Rules() {}

    static Stream<String> faults(Tree tree) {
        Map<String, String> spoken = spoken(tree);
        Set<String> pages = pages(tree);
        Stream<String> withoutPage = spoken.entrySet().stream()
                .filter(rule -> !pages.contains(rule.getKey()))
                .map(rule -> "%s: rule \"%s\" has no page %s%s.md"
                        .formatted(rule.getValue(), rule.getKey(), PAGES, rule.getKey()));
        Stream<String> withoutRule = pages.stream()
                .filter(page -> !spoken.containsKey(page))
                .map(page -> "%s%s.md: no rule \"%s\" is in the library".formatted(PAGES, page, page));
        Stream<String> misnamed = tree.only(path -> path.startsWith(PAGES)).texts().entrySet().stream()
                .filter(page -> isPage(page.getKey()))
                .filter(page -> !page.getValue().startsWith("# `" + name(page.getKey()) + "`"))
                .map(page -> "%s: begins with \"# `%s`\" and the rule in a sentence"
                        .formatted(page.getKey(), name(page.getKey())));
        return Stream.of(withoutPage, withoutRule, misnamed).flatMap(faults -> faults);
    }

    /// The rules that the library speaks of, with the first place of each.
    private static Map<String, String> spoken(Tree tree) {
        Map<String, String> places = new TreeMap<>();
        Tree library =
                tree.only(path -> path.startsWith("core/src/main/java/") || path.startsWith("app/src/main/java/"));
        for (JavaFile file : JavaFile.in(library)) {
            for (JavaFile.Named string : file.strings()) {
                String name = string.name();
                if (RULE.matcher(name).matches()
                        && !FILE.matcher(name).matches()
                        && !PROPERTY.matcher(name).matches()) {
                    places.putIfAbsent(name, file.path() + ":" + string.line());
                }
            }
        }
        return places;
    }

    private static Set<String> pages(Tree tree) {
        Set<String> pages = new TreeSet<>();
        tree.texts().keySet().stream().filter(Rules::isPage).forEach(path -> pages.add(name(path)));
        return pages;
    }

    private static boolean isPage(String path) {
        return path.startsWith(PAGES) && path.endsWith(".md") && !path.endsWith("/README.md");
    }

    private static String name(String path) {
        return path.substring(PAGES.length(), path.length() - ".md".length());
    }
}
