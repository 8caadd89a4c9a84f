package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.util.List;

/// Rules on single characters, which need no grammar: what no text file holds, and tabs that indent.
final class Characters {
    private Characters() {}

    /// Whether the text holds only what YAML 1.2 calls printable (5.1); if not, says which character is to blame.
    static boolean check(SourceFile file, Problems problems) {
        String text = file.text();
        int first = -1;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                binary(file, problems);
                return false;
            }
            if (isControl(c) || (Character.isSurrogate(c) && !isPaired(text, i))) {
                first = count == 0 ? i : first;
                count++;
            }
        }
        if (count > 0) {
            problems.error(
                    "yaml.control-character",
                    file.place(first, first + 1),
                    "U+%04X is a control character%s".formatted((int) text.charAt(first), more(count - 1, "follow")),
                    "it cannot be seen, so the file may not say what it seems to say",
                    "delete it, or write it as an escape in double quotes");
        }
        return count == 0;
    }

    private static String more(int count, String verb) {
        return count == 0 ? "" : "; %d more %s".formatted(count, count == 1 ? verb + "s" : verb);
    }

    private static boolean isControl(char c) {
        boolean low = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean high = c >= 0x7F && c < 0xA0 && c != 0x85;
        return low || high || c >= 0xFFFE;
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    static void binary(SourceFile file, Problems problems) {
        problems.error(
                "yaml.not-text",
                new Place(file.name(), 1, 1, "", 1),
                "the file is not text",
                "it holds zero bytes, as a picture, an archive or a program does",
                "name the design's YAML file");
    }

    /// Reports tabs that indent, but for those inside the quoted and block scalars in `within`, where they are text.
    /// One finding, at the first, counts them all. Returns its line, or `Integer.MAX_VALUE` if there is none.
    ///
    /// @param within in file order
    static int tabs(SourceFile file, List<Span> within, Problems problems) {
        int first = Integer.MAX_VALUE;
        int count = 0;
        int next = 0;
        for (int line = 1; line <= file.lines().size(); line++) {
            String text = file.lines().get(line - 1);
            int tab = text.indexOf('\t');
            int indent = indent(text);
            if (tab < 0 || tab >= indent || indent == text.length() || text.charAt(indent) == '#') {
                continue;
            }
            int at = file.startOf(line) + tab;
            while (next < within.size() && within.get(next).end() <= at) {
                next++;
            }
            if (next == within.size() || within.get(next).start() >= at) {
                first = Math.min(first, line);
                count++;
            }
        }
        if (count > 0) {
            int start = file.startOf(first);
            String text = file.lines().get(first - 1);
            problems.error(
                    "yaml.tab",
                    file.place(start + text.indexOf('\t'), start + indent(text)),
                    "a tab indents this line" + more(count - 1, "follow"),
                    "YAML allows only spaces there, since editors disagree on how wide a tab is",
                    "use spaces, two for each level");
        }
        return first;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
