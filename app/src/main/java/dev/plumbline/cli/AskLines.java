package dev.plumbline.cli;

import dev.plumbline.source.CsvRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/// Asks from a text file, one a line, handed on one by one: a file may be larger than memory.
///
/// Blank lines count for nothing, lines end as on any system. A first line that is the name of a column is left out.
/// Where
/// it names several, parted by commas, the asks are what stands in the column of sentences (RFC 4180, a row a line). A
/// line
/// in double quotes is read without them.
final class AskLines implements Iterator<String>, AutoCloseable {
    /// No sentence is longer; what goes beyond is left out, and said.
    private static final int MOST_CHARS = 10_000;
    /// Of so many lines with the same trouble it is said which.
    private static final int NAMED = 5;

    private static final Set<String> COLUMNS = Set.of(
            "ask",
            "asks",
            "sentence",
            "sentences",
            "requirement",
            "requirements",
            "requirementtext",
            "text",
            "statement");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /// What the decoder puts where bytes are no text.
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final BufferedReader lines;
    private final StringBuilder typed = new StringBuilder();
    private final List<Long> cut = new ArrayList<>();
    private final List<Long> garbled = new ArrayList<>();
    private long line;
    private int column = -1;
    private boolean begun;
    private String ask = "";

    /// Opens the file.
    AskLines(String name, Path file) {
        this.name = name;
        if (!Files.exists(file)) {
            throw new Refused("\"%s\" cannot be read".formatted(name), "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new Refused("\"%s\" is a folder".formatted(name), "name a text file with one ask a line");
        }
        try {
            this.lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private Refused unreadable() {
        return new Refused("\"%s\" cannot be read".formatted(name), "it must be a text file, one ask a line");
    }

    @Override
    public boolean hasNext() {
        try {
            while (ask.isEmpty() && read()) {
                String text = typed.toString().strip();
                boolean header = !begun && isHeader(text);
                begun |= !text.isEmpty();
                ask = header ? "" : column < 0 ? unquoted(text) : cell(text);
            }
            return !ask.isEmpty();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /// The next ask in the order of the file.
    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String next = ask;
        ask = "";
        return next;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /// The number of the line that was handed on last; the first is 1.
    long line() {
        return line;
    }

    /// What was amiss with lines, a sentence for each sort.
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        if (!cut.isEmpty()) {
            troubles.add("%s longer than %,d characters: the rest was left out".formatted(named(cut), MOST_CHARS));
        }
        if (!garbled.isEmpty()) {
            troubles.add("%s not text in UTF-8: what is not shows as %s".formatted(named(garbled), REPLACEMENT));
        }
        return troubles;
    }

    /// `line 3 is`, `lines 3, 5 and 20 more are`.
    static String named(List<Long> lines) {
        List<String> shown = lines.stream().limit(NAMED).map(String::valueOf).toList();
        String list = String.join(", ", shown);
        int more = lines.size() - shown.size();
        return lines.size() == 1
                ? "line %s is".formatted(list)
                : "lines %s%s are".formatted(list, more > 0 ? " and %,d more".formatted(more) : "");
    }

    /// Reads the next line, however long, into the text; false at the end of the file.
    private boolean read() throws IOException {
        typed.setLength(0);
        int c = lines.read();
        if (c < 0) {
            return false;
        }
        line++;
        boolean tooLong = false;
        boolean noText = false;
        while (c >= 0 && c != '\n' && c != '\r') {
            noText |= c == REPLACEMENT;
            tooLong |= typed.length() >= MOST_CHARS;
            if (!tooLong && (c != BYTE_ORDER_MARK)) {
                typed.append((char) c);
            }
            c = lines.read();
        }
        if (c == '\r') {
            lines.mark(1);
            if (lines.read() != '\n') {
                lines.reset();
            }
        }
        if (tooLong) {
            cut.add(line);
        }
        if (noText) {
            garbled.add(line);
        }
        return true;
    }

    private boolean isHeader(String text) {
        List<String> names = cells(text).stream().map(AskLines::plain).toList();
        for (int i = 0; i < names.size(); i++) {
            if (COLUMNS.contains(names.get(i))) {
                column = names.size() == 1 ? -1 : i;
                return true;
            }
        }
        return false;
    }

    private static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private String cell(String row) {
        List<String> cells = cells(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    private static String unquoted(String text) {
        List<String> cells = text.startsWith("\"") ? cells(text) : List.of();
        boolean whole = cells.size() == 1 && text.equals("\"" + cells.getFirst().replace("\"", "\"\"") + "\"");
        return whole ? cells.getFirst().strip() : text;
    }

    private static List<String> cells(String row) {
        return CsvRow.at(0, row).cells();
    }
}
