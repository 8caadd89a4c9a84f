package dev.plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cases that others published or measured and that are not ours to commit: `../shared/cases` beside the repository, or
/// further up. Tests that need one skip where there is none.
public final class Cases {
    private Cases() {}

    /// The rows of a table by column name.
    public static Optional<List<Map<String, String>>> table(String name) {
        Path at = Path.of("..").toAbsolutePath().normalize();
        while (at != null) {
            Path file = at.resolveSibling("shared").resolve("cases").resolve(name);
            if (Files.isReadable(file)) {
                return Optional.of(rows(read(file)));
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// CSV as RFC 4180 has it: quoted cells may hold commas, quotes and line ends.
    public static List<Map<String, String>> rows(String csv) {
        List<List<String>> lines = cells(csv);
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = lines.getFirst();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), i < line.size() ? line.get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            boolean twice = quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
            if (twice) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
