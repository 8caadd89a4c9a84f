package dev.plumbline.diagnostic;

/// How much room text takes on a terminal, which is not its number of characters: an ideograph takes two cells and an
/// accent that combines takes none. An approximation of Unicode's East Asian Width (UAX 11), enough to aim a caret.
public final class Glyphs {
    private static final char TAB = 0x2192;
    private static final int ELLIPSIS = 0x2026;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int LEAST_CONTEXT = 8;
    private static final int JOINER = 0x200D;
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private Glyphs() {}

    /// A stretch of a line and where in it to put the carets, all in cells.
    record Window(String text, int before, int marked) {}

    /// `text` with what a terminal would obey instead of show made visible.
    public static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Glyphs::shown).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int shown(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        int type = Character.getType(codePoint);
        // Format characters hold the marks that turn the direction of writing, which can make code lie.
        boolean obeyed = type == Character.CONTROL
                || (type == Character.FORMAT && codePoint != JOINER)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return obeyed ? REPLACEMENT : codePoint;
    }

    /// The cells that `text` takes on a terminal.
    public static int cells(String text) {
        return text.codePoints().map(Glyphs::cells).sum();
    }

    private static int cells(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || codePoint == JOINER) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /// The part of `line` that fits in `room` cells and holds the first of the code points marked; what was cut is
    /// shown as an ellipsis.
    static Window window(String line, int from, int count, int room) {
        // A tab in a source line is most often the fault itself, so it is made visible.
        int[] all = shown(line.stripTrailing().replace('\t', TAB)).codePoints().toArray();
        int first = Math.min(from, all.length);
        int last = Math.min(all.length, first + count);
        int start = 0;
        int end = all.length;
        if (width(all, 0, end) > room) {
            // Keep a little of what stands before the place, unless all up to its end fits.
            if (width(all, 0, last) + 1 > room) {
                start = first;
                while (start > 0 && width(all, start - 1, first) <= LEAST_CONTEXT) {
                    start--;
                }
            }
            while (end > first && width(all, start, end) + (start > 0 ? 1 : 0) + 1 > room) {
                end--;
            }
        }
        StringBuilder text = new StringBuilder();
        if (start > 0) {
            text.appendCodePoint(ELLIPSIS);
        }
        text.append(new String(all, start, end - start));
        if (end < all.length) {
            text.appendCodePoint(ELLIPSIS);
        }
        int before = (start > 0 ? 1 : 0) + width(all, start, first);
        // A place behind the line's end is kept at its distance, as for a value that is missing.
        before += from > all.length ? Math.min(from - all.length, 1) : 0;
        int marked = Math.max(1, width(all, first, Math.min(last, Math.max(first, end))));
        return new Window(text.toString(), before, marked);
    }

    private static int width(int[] codePoints, int from, int to) {
        int cells = 0;
        for (int i = from; i < to; i++) {
            cells += cells(codePoints[i]);
        }
        return cells;
    }
}
