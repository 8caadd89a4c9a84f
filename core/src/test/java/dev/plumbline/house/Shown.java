package dev.plumbline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a page shows of a committed file is what the file says.
///
/// A block is marked by a line `<!-- shown: PATH -->` before its fence.
final class Shown {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^<!-- shown: (\\S+) -->\\n```\\w*\\n(.*?)^```$");

    private Shown() {}

    static Stream<String> faults(Tree tree) {
        return tree.ending(".md").texts().entrySet().stream().flatMap(page -> {
            Matcher block = BLOCK.matcher(page.getValue());
            return block
                    .results()
                    .filter(shown -> !said(shown, tree).equals(shown.group(2)))
                    .map(shown -> "%s: shows what \"%s\" does not say; write it anew with -Dgolden=update"
                            .formatted(page.getKey(), shown.group(1)))
                    .toList()
                    .stream();
        });
    }

    /// Writes the blocks of all pages anew.
    static void update(Tree tree, Path root) throws IOException {
        for (Map.Entry<String, String> page : tree.ending(".md").texts().entrySet()) {
            String anew = BLOCK.matcher(page.getValue())
                    .replaceAll(shown -> Matcher.quoteReplacement(
                            shown.group().substring(0, shown.start(2) - shown.start()) + said(shown, tree) + "```"));
            if (!anew.equals(page.getValue())) {
                Files.writeString(root.resolve(page.getKey()), anew);
            }
        }
    }

    private static String said(MatchResult shown, Tree tree) {
        return tree.texts().getOrDefault(shown.group(1), "");
    }
}
