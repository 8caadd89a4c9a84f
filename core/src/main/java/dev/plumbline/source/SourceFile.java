package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The text of one file, and where its lines are.
///
/// Offsets count `char`s from 0, as `String` does, so that an edit can be made in place; places count lines and code
/// points from 1, as people do. A line ends at LF, CR LF or CR, as YAML 1.2 has it. Finding a line costs log(lines).
public final class SourceFile {
    private final String name;
    private final String text;
    private final List<String> lines;
    private final int[] starts;

    /// @param name the file's name as it is shown
    /// @param text the whole text, without a byte order mark
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        List<String> found = new ArrayList<>();
        int[] at = new int[16];
        int start = 0;
        while (true) {
            if (found.size() == at.length) {
                at = Arrays.copyOf(at, 2 * at.length);
            }
            at[found.size()] = start;
            int end = start;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            found.add(text.substring(start, end));
            if (end == text.length()) {
                break;
            }
            boolean pair = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
            start = end + (pair ? 2 : 1);
        }
        this.lines = List.copyOf(found);
        this.starts = Arrays.copyOf(at, found.size());
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /// The lines without their ends; at least one, and the last is empty if the text ends in a line break.
    public List<String> lines() {
        return lines;
    }

    /// The line that holds `offset`, from 1.
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The offset of the first character of `line`, which counts from 1.
    public int startOf(int line) {
        return starts[line - 1];
    }

    /// The place from `start` up to, not including, `end`; of several lines, the part on the first.
    public Place place(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int line = lineOf(from);
        String shown = lines.get(line - 1);
        int first = Math.min(from - starts[line - 1], shown.length());
        int last = Math.clamp((long) end - starts[line - 1], first, shown.length());
        int column = shown.codePointCount(0, first) + 1;
        return new Place(name, line, column, shown, Math.max(1, shown.codePointCount(first, last)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && name.equals(file.name) && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
