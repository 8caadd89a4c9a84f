package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;

/// A row of comma-separated values, as RFC 4180 has them: a cell that holds a comma, a quote or a line's end stands
/// between double quotes, and a quote in it is doubled.
///
/// @param cells without white space around them
/// @param end where the next row begins
public record CsvRow(List<String> cells, int end) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /// The row that begins at a place of a text. A quote that is never closed ends with the text.
    public static CsvRow at(int start, String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted && c == '"' && at < text.length() && text.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                break;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return new CsvRow(cells, at);
    }
}
