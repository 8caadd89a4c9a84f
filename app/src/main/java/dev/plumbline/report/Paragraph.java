package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text in lines of a given width, measured in terminal cells.
public final class Paragraph {
    /// A unit stays with its number.
    private static final Pattern UNIT =
            Pattern.compile("(?<=\\d[kM]?) (%|ms|us|s|min|h|GB|TB|USD/month|req/s)(?![\\w%])");

    private Paragraph() {}

    /// The words in lines of at most `room` cells; a word that is wider stands alone.
    public static List<String> wrapped(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String glued :
                UNIT.matcher(Glyphs.shown(text).strip()).replaceAll("\u00a0$1").split(" +")) {
            String word = glued.replace('\u00a0', ' ');
            int cells = Glyphs.cells(word);
            if (used > 0 && used + 1 + cells > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += cells;
        }
        lines.add(line.toString());
        return lines;
    }

    /// The text followed by spaces up to `cells`.
    static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - Glyphs.cells(text)));
    }

    /// The text after spaces up to `cells`.
    static String aligned(String text, int cells) {
        return " ".repeat(Math.max(0, cells - Glyphs.cells(text))) + text;
    }
}
