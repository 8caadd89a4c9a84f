package dev.plumbline.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Links of the pages lead somewhere: to a file that is kept, and to a heading that it has.
final class Links {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)\\s*$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern OUTWARD = Pattern.compile("[a-z]+:.*");

    private Links() {}

    static Stream<String> faults(Tree tree) {
        return tree.ending(".md").texts().entrySet().stream().flatMap(page -> faults(page, tree).stream());
    }

    private static List<String> faults(Map.Entry<String, String> page, Tree tree) {
        List<String> faults = new ArrayList<>();
        String prose =
                CODE.matcher(FENCE.matcher(page.getValue()).replaceAll("")).replaceAll("");
        Matcher link = LINK.matcher(prose);
        while (link.find()) {
            String target = link.group(1);
            if (!OUTWARD.matcher(target).matches()) {
                missing(page.getKey(), target, tree)
                        .ifPresent(why -> faults.add("%s: the link \"%s\" %s".formatted(page.getKey(), target, why)));
            }
        }
        return faults;
    }

    private static Optional<String> missing(String from, String target, Tree tree) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        String path = file.isEmpty() ? from : resolve(from, file);
        if (!path.isEmpty() && !tree.paths().contains(path)) {
            return Optional.of("leads nowhere");
        }
        if (hash < 0 || !path.endsWith(".md")) {
            return Optional.empty();
        }
        boolean has = anchors(tree.texts().getOrDefault(path, "")).contains(target.substring(hash + 1));
        return has ? Optional.empty() : Optional.of("leads to no heading of its page");
    }

    private static String resolve(String from, String target) {
        List<String> parts = new ArrayList<>(List.of(from.split("/")));
        parts.removeLast();
        for (String part : target.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /// The anchors that readers of Markdown make of headings: lower case, spaces to hyphens, punctuation away.
    private static Set<String> anchors(String page) {
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(page).replaceAll(""));
        while (heading.find()) {
            String text = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
            anchors.add(text.replace(' ', '-'));
        }
        return anchors;
    }
}
