package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns; columns that do not fit on the line are left out from the right.
final class TextTable {
    private static final String GAP = "  ";
    private final Palette palette;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean headed;

    TextTable(Palette palette) {
        this.palette = palette;
    }

    void heading(String... cells) {
        headed = true;
        row(cells);
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream()
                .map(cell -> palette.plain(Glyphs.shown(cell)))
                .toList());
    }

    String text(String indent, int width) {
        List<Integer> columns = columns();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String line = line(rows.get(i), columns, width - indent.length());
            out.append(indent)
                    .append(palette.paint(headed && i == 0 ? Tone.FAINT : Tone.BODY, line))
                    .append('\n');
        }
        return out.toString();
    }

    private List<Integer> columns() {
        List<Integer> widths = new ArrayList<>();
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < count; i++) {
            int column = i;
            widths.add(rows.stream()
                    .filter(row -> row.size() > column)
                    .mapToInt(row -> Glyphs.cells(row.get(column)))
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> columns, int width) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < cells.size(); i++) {
            int needed = columns.get(i) + (i == 0 ? 0 : GAP.length());
            if (columns.get(i) == 0) {
                continue;
            }
            if (used + needed > width) {
                break;
            }
            out.append(i == 0 ? "" : GAP).append(Paragraph.padded(cells.get(i), columns.get(i)));
            used += needed;
        }
        return out.toString().stripTrailing();
    }
}
