package dev.plumbline.report;

import dev.plumbline.assessment.Evidence;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.List;

/// Verdicts in columns. Where a row does not fit on a line, what is due goes under what was read; where that does not
/// fit
/// either, each part flows; where even names would take too much room, everything goes under the name.
record VerdictRows(int width, Palette palette, boolean verbose) {
    private static final String GAP = "  ";
    private static final int BEFORE_NAME = 4;
    private static final int LONGEST_NAME = 22;
    private static final int LEAST_TEXT = 40;

    /// One verdict's cells, none of which there is when nothing was read.
    private record Row(Verdict verdict, List<Cell> read, List<Cell> due) {}

    private record Cell(String text, Tone tone) {
        int cells() {
            return Glyphs.cells(text);
        }
    }

    /// How the cells of all rows are laid out.
    private enum Layout {
        INLINE,
        PAIRED,
        FLOWED
    }

    /// The columns of this report.
    ///
    /// @param name cells of the names
    /// @param read cells of the reading, its value and its interval
    /// @param due cells of the target and the chance
    /// @param text where text beside or under the name starts
    private record Columns(int name, List<Integer> read, List<Integer> due, int text, Layout layout) {}

    String of(List<Verdict> verdicts) {
        List<Row> rows = verdicts.stream().map(this::row).toList();
        Columns columns = columns(rows);
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> write(row, columns, out));
        return out.toString();
    }

    private Row row(Verdict verdict) {
        if (verdict.value().isEmpty()) {
            return new Row(verdict, List.of(), List.of());
        }
        Figure figure = verdict.value().get();
        Tone tone = Palette.tone(verdict.status());
        return new Row(
                verdict,
                List.of(
                        new Cell(shown(verdict.meter().orElse("")), Tone.BODY),
                        new Cell(shown(Numbers.value(figure)), tone),
                        new Cell(shown(Numbers.interval(figure)), Tone.FAINT)),
                List.of(
                        new Cell(
                                verdict.target()
                                        .map(target -> must(target, figure.unit()))
                                        .orElse(""),
                                Tone.BODY),
                        new Cell(shown(Numbers.chance(verdict.chance())), Tone.BODY)));
    }

    /// A long unit that the value has shown is not said again.
    private String must(String target, String unit) {
        boolean again = unit.contains("/") && target.endsWith(" " + unit);
        String words = again ? target.substring(0, target.length() - unit.length() - 1) : target;
        return shown("must be " + words.replace("<=", "≤").replace(">=", "≥"));
    }

    private String shown(String text) {
        return palette.plain(Glyphs.shown(text));
    }

    private Columns columns(List<Row> rows) {
        int longest = rows.stream().mapToInt(row -> Glyphs.cells(id(row))).max().orElse(0);
        int name = Math.min(longest, LONGEST_NAME);
        boolean beside = width - BEFORE_NAME - name - GAP.length() >= LEAST_TEXT;
        int text = beside ? BEFORE_NAME + name + GAP.length() : BEFORE_NAME;
        List<Integer> read = widths(rows.stream().map(Row::read).toList(), 3);
        List<Integer> due = widths(rows.stream().map(Row::due).toList(), 2);
        int reading = text + total(read);
        boolean inline = beside && reading + GAP.length() + total(due) <= width;
        Layout layout = inline ? Layout.INLINE : beside && reading <= width ? Layout.PAIRED : Layout.FLOWED;
        return new Columns(name, read, due, text, layout);
    }

    private static List<Integer> widths(List<List<Cell>> rows, int count) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i;
            widths.add(rows.stream()
                    .filter(row -> !row.isEmpty())
                    .mapToInt(row -> row.get(column).cells())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static int total(List<Integer> columns) {
        int filled = (int) columns.stream().filter(cells -> cells > 0).count();
        int cells = columns.stream().mapToInt(Integer::intValue).sum();
        return cells + GAP.length() * Math.max(0, filled - 1);
    }

    private void write(Row row, Columns columns, StringBuilder out) {
        Verdict verdict = row.verdict();
        out.append(GAP)
                .append(palette.paint(Palette.tone(verdict.status()), palette.symbol(verdict.status())))
                .append(' ')
                .append(palette.paint(Tone.STRONG, id(row)));
        int column = BEFORE_NAME + Glyphs.cells(id(row));
        boolean beside = columns.text() > BEFORE_NAME && column + GAP.length() <= columns.text();
        Body body = new Body(out, columns.text(), beside ? column : -1);
        List<String> lines = new ArrayList<>(figures(row, columns));
        lines.addAll(said(verdict, width - columns.text()));
        if (verdict.status() != Status.MET || verbose) {
            place(verdict.place(), width - columns.text(), lines);
        }
        lines.forEach(body::line);
        body.end();
    }

    private List<String> figures(Row row, Columns columns) {
        if (row.read().isEmpty()) {
            return List.of();
        }
        String read = aligned(row.read(), columns.read());
        return switch (columns.layout()) {
            case INLINE -> List.of(read + GAP + aligned(row.due(), columns.due()));
            case PAIRED -> List.of(read, joined(row.due()));
            case FLOWED -> flowed(row, width - columns.text());
        };
    }

    private String aligned(List<Cell> cells, List<Integer> columns) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i) > 0) {
                Cell cell = cells.get(i);
                String space = " ".repeat(columns.get(i) - cell.cells());
                parts.add(palette.paint(cell.tone(), cell.text()) + space);
            }
        }
        return String.join(GAP, parts);
    }

    private String joined(List<Cell> cells) {
        return String.join(
                GAP,
                cells.stream()
                        .filter(cell -> !cell.text().isEmpty())
                        .map(cell -> palette.paint(cell.tone(), cell.text()))
                        .toList());
    }

    /// The reading's words, then value and interval, then target and chance; neighbours share a line where they fit.
    private List<String> flowed(Row row, int room) {
        List<String> lines =
                new ArrayList<>(Paragraph.wrapped(row.read().getFirst().text(), room));
        List<Cell> value = row.read().subList(1, 3);
        int cells = cells(value) + GAP.length() + cells(row.due());
        if (cells <= room) {
            lines.add(joined(value) + GAP + joined(row.due()));
        } else {
            lines.add(joined(value));
            lines.add(joined(row.due()));
        }
        return lines;
    }

    private static int cells(List<Cell> cells) {
        return total(cells.stream().map(Cell::cells).toList());
    }

    /// What there is to say in words.
    private List<String> said(Verdict verdict, int room) {
        List<String> lines = new ArrayList<>();
        if (verbose) {
            verdict.ask().ifPresent(ask -> lines.addAll(Paragraph.wrapped("asked: " + ask, room)));
        }
        if (!verdict.reason().isEmpty()) {
            lines.addAll(Paragraph.wrapped(palette.plain(verdict.reason()), room));
        } else if (verdict.value().isEmpty()) {
            lines.addAll(
                    Paragraph.wrapped(verdict.must().orElse(verdict.status().words()), room));
        }
        if (verbose) {
            verdict.evidence().forEach(one -> lines.addAll(Paragraph.wrapped(palette.plain(source(one)), room)));
        }
        return lines;
    }

    /// The line of the file, at the end of the last line if it fits there.
    private void place(Place place, int room, List<String> lines) {
        String address = Glyphs.shown(place.file().substring(place.file().lastIndexOf('/') + 1) + ":" + place.line());
        String last = lines.isEmpty() ? "" : palette.bare(lines.getLast()).stripTrailing();
        int between = room - Glyphs.cells(last) - Glyphs.cells(address);
        String painted = palette.paint(Tone.FAINT, address);
        if (last.isEmpty() || between < GAP.length()) {
            lines.add(" ".repeat(Math.max(0, room - Glyphs.cells(address))) + painted);
        } else {
            lines.add(lines.removeLast().stripTrailing() + " ".repeat(between) + painted);
        }
    }

    private static String source(Evidence evidence) {
        String value = Numbers.value(evidence.figure()) + " " + Numbers.interval(evidence.figure());
        String trace = evidence.trace().isEmpty() ? "" : ": " + String.join("; ", evidence.trace());
        return evidence.kind().words() + " " + value.strip() + trace;
    }

    private static String id(Row row) {
        return Glyphs.shown(row.verdict().id());
    }

    /// Lines that start at one column, the first of them beside the name if it fits there.
    private static final class Body {
        private final StringBuilder out;
        private final int start;
        private int column;

        Body(StringBuilder out, int start, int column) {
            this.out = out;
            this.start = start;
            this.column = column;
        }

        void line(String text) {
            if (column < 0) {
                out.append('\n').append(" ".repeat(start));
            } else {
                out.append(" ".repeat(start - column));
                column = -1;
            }
            out.append(text.stripTrailing());
        }

        void end() {
            out.append('\n');
        }
    }
}
