package dev.plumbline.source;

import dev.plumbline.source.Node.Scalar;
import java.util.Arrays;

/// Where each character of a scalar's value stands in the file: walks the value and what was typed side by side.
/// Cost: the length of the scalar, each time.
final class Alignment {
    private final SourceFile file;
    private final String raw;
    private final int[] starts;
    private final int[] ends;
    private final int end;
    private int at;
    private int filled;

    private Alignment(Scalar scalar, int start, int end) {
        this.file = scalar.span().file();
        this.raw = file.text();
        this.starts = new int[scalar.text().length()];
        this.ends = new int[scalar.text().length()];
        this.at = start;
        this.end = end;
    }

    static Alignment of(Scalar scalar) {
        int start = scalar.span().start();
        int end = scalar.span().end();
        Alignment alignment = switch (scalar.style()) {
            case PLAIN, LITERAL, FOLDED -> new Alignment(scalar, start, end);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> new Alignment(scalar, start + 1, Math.max(start + 1, end - 1));
        };
        switch (scalar.style()) {
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> alignment.flow(scalar.style());
            case LITERAL, FOLDED -> alignment.block(scalar.text());
        }
        int last = Math.min(alignment.at, alignment.end);
        Arrays.fill(alignment.starts, alignment.filled, alignment.starts.length, last);
        Arrays.fill(alignment.ends, alignment.filled, alignment.ends.length, last);
        return alignment;
    }

    Span span(int from, int to) {
        if (to > from) {
            return new Span(file, starts[from], Math.max(starts[from], ends[to - 1]));
        }
        int point = from < starts.length ? starts[from] : starts.length == 0 ? Math.min(at, end) : ends[from - 1];
        return new Span(file, point, point);
    }

    private void put(int start, int behind) {
        if (filled < starts.length) {
            starts[filled] = Math.min(start, end);
            ends[filled++] = Math.min(behind, end);
        }
    }

    private void flow(Node.Style style) {
        while (at < end && filled < starts.length) {
            char c = raw.charAt(at);
            if (fold()) {
                continue;
            }
            if (style == Node.Style.SINGLE_QUOTED && c == '\'') {
                put(at, at + 2);
                at += 2;
            } else if (style == Node.Style.DOUBLE_QUOTED && c == '\\') {
                escape();
            } else {
                put(at, at + 1);
                at++;
            }
        }
    }

    /// YAML 1.2, 6.5: one line break between lines reads as a space, n breaks as n - 1 line feeds, and the blanks
    /// around them as nothing.
    private boolean fold() {
        int next = at;
        int breaks = 0;
        while (next < end && isBlank(raw.charAt(next))) {
            boolean pair = raw.charAt(next) == '\r' && next + 1 < end && raw.charAt(next + 1) == '\n';
            breaks += isBreak(raw.charAt(next)) && !pair ? 1 : 0;
            next++;
        }
        if (breaks == 0) {
            return false;
        }
        for (int i = 0; i < Math.max(1, breaks - 1); i++) {
            put(at, at + 1);
        }
        at = next;
        return true;
    }

    private void escape() {
        char c = at + 1 < end ? raw.charAt(at + 1) : ' ';
        if (isBreak(c)) {
            at++;
            while (at < end && isBlank(raw.charAt(at))) {
                at++;
            }
            return;
        }
        int length = switch (c) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
        put(at, at + length);
        // Only the eight-digit form can name a character of two chars.
        if (c == 'U' && at + length <= end && isSupplementary(raw.substring(at + 2, at + length))) {
            put(at, at + length);
        }
        at += length;
    }

    private static boolean isSupplementary(String digits) {
        return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && Character.isSupplementaryCodePoint((int) Long.parseLong(digits, 16));
    }

    private void block(String text) {
        skipLine();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == ' ';
            if (blank && (at >= end || raw.charAt(at) != c || startsLine())) {
                put(at, at);
                continue;
            }
            while (at < end && raw.charAt(at) != c) {
                at++;
            }
            put(at, at + 1);
            at++;
        }
    }

    /// Whether only indentation lies between the line's start and here.
    private boolean startsLine() {
        return at > 0 && isBreak(raw.charAt(at - 1)) && raw.charAt(at) == ' ';
    }

    private void skipLine() {
        while (at < end && !isBreak(raw.charAt(at))) {
            at++;
        }
        at += at + 1 < end && raw.charAt(at) == '\r' && raw.charAt(at + 1) == '\n' ? 2 : 1;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isBreak(c);
    }
}
