package dev.plumbline.validation;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.CsvRow;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Cases from a CSV file (RFC 4180) with a header and seven columns: id, quantity, inputs, expected value, unit,
/// tolerance, source. A row at fault is told and left out.
public final class CaseFile {
    private static final String RULE = "validation.case";
    private static final int COLUMNS = 7;

    private final SourceFile file;
    private final Problems problems = new Problems();
    private final List<Case> cases = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CaseFile(SourceFile file) {
        this.file = file;
    }

    /// The cases of a file, and what is wrong with the others.
    public record Reading(List<Case> cases, Diagnostics findings) {
        public Reading {
            cases = List.copyOf(cases);
        }
    }

    /// @param name the file's name, for messages
    public static Reading read(String name, String text) {
        var reading = new CaseFile(new SourceFile(name, text));
        reading.rows();
        return new Reading(reading.cases, reading.problems.collected());
    }

    private void rows() {
        int at = 0;
        boolean header = true;
        while (at < file.text().length()) {
            int start = at;
            CsvRow row = CsvRow.at(start, file.text());
            List<String> cells = row.cells();
            at = row.end();
            boolean blank = cells.size() == 1 && cells.getFirst().isBlank();
            if (!header && !blank) {
                row(cells, file.place(start, at));
            }
            header = false;
        }
    }

    private void row(List<String> cells, Place place) {
        if (cells.size() != COLUMNS) {
            fault(
                    place,
                    "this row has %d columns".formatted(cells.size()),
                    "a case has seven: id, quantity, inputs, expected value, unit, tolerance, source",
                    "put a value that holds a comma between double quotes");
            return;
        }
        if (!ids.add(cells.getFirst().toLowerCase(Locale.ROOT))) {
            fault(place, "\"%s\" occurs twice".formatted(cells.getFirst()), "a case is named by its id", "rename one");
            return;
        }
        Optional<Double> theirs = number(cells.get(3));
        Optional<Tolerance> tolerance = Tolerance.of(cells.get(5));
        if (theirs.isEmpty()) {
            fault(
                    place,
                    "\"%s\" is no number".formatted(cells.get(3)),
                    "ours is held against the expected value",
                    "write a number such as 989.4 or 6.4e6");
        }
        if (tolerance.isEmpty()) {
            fault(
                    place,
                    "\"%s\" is no tolerance".formatted(cells.get(5)),
                    "a case says how near is near enough",
                    "write rel:0.01, abs:0.03, factor:3 or in90");
        }
        if (theirs.isPresent() && tolerance.isPresent()) {
            cases.add(new Case(
                    cells.get(0),
                    cells.get(1),
                    Inputs.of(cells.get(2)),
                    theirs.get(),
                    cells.get(4),
                    tolerance.get(),
                    cells.get(6),
                    place));
        }
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void fault(Place place, String what, String why, String mend) {
        problems.error(RULE, place, what, why, mend);
    }
}
