package dev.plumbline.export;

import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Requirement.Measurement;
import dev.plumbline.requirement.Requirement.Origin;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All requirements as comma-separated values (RFC 4180, with LF), one row each.
final class RequirementTable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "status",
            "ask",
            "who",
            "date",
            "because",
            "reading",
            "relation",
            "target",
            "circumstance",
            "window",
            "segments",
            "measured_at",
            "measured_by",
            "place",
            "openslo",
            "prometheus",
            "sloth");

    /// A requirement and what becomes of it in each destination.
    record Row(Requirement requirement, String place, Outcome openSlo, Outcome prometheus, Outcome sloth) {}

    private RequirementTable() {}

    static String of(List<Row> rows) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Row row : rows) {
            out.append(String.join(
                            ",",
                            cells(row).stream().map(RequirementTable::quoted).toList()))
                    .append('\n');
        }
        return out.toString();
    }

    private static List<String> cells(Row row) {
        Requirement requirement = row.requirement();
        Optional<Sentence> must = requirement.must();
        Origin from = requirement.from().orElse(new Origin("", "", ""));
        List<String> cells = new ArrayList<>(List.of(
                requirement.id(),
                requirement.status().name().toLowerCase(Locale.ROOT),
                requirement.ask().orElse(""),
                from.who(),
                from.date(),
                from.because()));
        cells.add(must.map(sentence -> sentence.reading().sentence()).orElse(""));
        cells.add(must.map(sentence -> sentence.relation().symbol()).orElse(""));
        cells.add(must.map(sentence -> sentence.target().text()).orElse(""));
        cells.add(
                must.map(sentence -> sentence.circumstance().sentence().strip()).orElse(""));
        cells.add(must.flatMap(Sentence::window).map(Window::sentence).orElse(""));
        cells.add(must.map(sentence -> sentence.segments().sentence().strip()).orElse(""));
        cells.add(requirement.measured().flatMap(Measurement::at).orElse(""));
        cells.add(requirement.measured().flatMap(Measurement::by).orElse(""));
        cells.add(row.place());
        cells.add(outcome(row.openSlo()));
        cells.add(outcome(row.prometheus()));
        cells.add(outcome(row.sloth()));
        return cells;
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exported _ -> "exported";
            case Outcome.Left(var _, String reason) -> "no: " + reason;
        };
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        // A first cell that begins with # would read as a comment.
        return plain && !cell.startsWith("#") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
