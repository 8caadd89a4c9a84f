package dev.plumbline.design;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.UnitWord;
import dev.plumbline.simulation.Trace;
import dev.plumbline.source.Node;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a recorded trace: a CSV file with a header, or JSON lines, in one of the layouts of [TraceLayout].
///
/// A file may have 64 MiB. Requests are put in the order of their times. A line that cannot be read is an error, since
/// a
/// trace without it is another trace.
final class TraceReader {
    private static final double MILLI = 1e-3;

    private final Draft draft;
    private final Node.Scalar file;

    TraceReader(Draft draft, Node.Scalar file) {
        this.draft = draft;
        this.file = file;
    }

    /// The trace; empty when that has been reported.
    ///
    /// @param arrivals the mapping that names it, which may name a `column` and a `unit`
    Optional<Trace> read(Cursor arrivals) {
        Optional<byte[]> bytes = new MeasuredReader(draft).bytes(file);
        return bytes.flatMap(
                found -> draft.traces().read(file.text(), settings(arrivals), found, () -> parse(arrivals, found)));
    }

    private static String settings(Cursor arrivals) {
        return arrivals.text("column").orElse("") + ' ' + arrivals.text("unit").orElse("");
    }

    private Optional<Trace> parse(Cursor arrivals, byte[] bytes) {
        Optional<Node.Scalar> unit = arrivals.scalar("unit");
        Optional<UnitWord> word = unit.flatMap(text -> draft.units().find(text.text()))
                .filter(found -> found.dimension().equals(Dimension.TIME));
        if (unit.isPresent() && word.isEmpty()) {
            return fault(
                    "measured.unit",
                    unit.get(),
                    "\"%s\" is not a unit of time".formatted(unit.get().text()),
                    "the times of a trace are measured in one",
                    "write \"unit: ms\"");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            String first = Optional.ofNullable(lines.readLine()).orElse("");
            Optional<TraceLayout> layout = TraceLayout.of(first.replace("\uFEFF", ""), arrivals.text("column"));
            if (layout.isEmpty()) {
                return noTimes(arrivals, first);
            }
            double stated = word.map(found -> found.factor().doubleValue()).orElse(0.0);
            return rows(layout.get(), stated, layout.get().json() ? first : "", lines);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory could not be read.", impossible);
        }
    }

    private Optional<Trace> noTimes(Cursor arrivals, String first) {
        Optional<Node.Scalar> column = arrivals.scalar("column");
        String begins = first.length() > 60 ? first.substring(0, 60) + "..." : first;
        if (column.isPresent()) {
            return fault(
                    "measured.column",
                    column.get(),
                    "\"%s\" has no column \"%s\""
                            .formatted(file.text(), column.get().text()),
                    "its first line names its columns: " + begins,
                    "name one of them");
        }
        return fault(
                "measured.trace",
                file,
                "\"%s\" has no column of times".formatted(file.text()),
                "a trace begins with the names of its columns, one of which is \"timestamp\"; this begins with \"%s\""
                        .formatted(begins),
                "call the column \"timestamp\", or say which it is: \"column: arrived\"");
    }

    private Optional<Trace> rows(TraceLayout layout, double stated, String first, BufferedReader lines)
            throws IOException {
        TraceColumns columns = new TraceColumns(layout);
        double unit = stated > 0 ? stated : layout.milliseconds() ? MILLI : 1;
        List<String> reused = new ArrayList<>();
        int number = 1;
        for (String line = first; line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Optional<List<String>> values = layout.values(line, reused);
                Optional<String> wrong =
                        values.isEmpty() ? Optional.of("is not a JSON object") : columns.add(values.get(), unit);
                if (wrong.isPresent()) {
                    return fault(
                            "measured.line",
                            file,
                            "line %d of \"%s\" %s".formatted(number, file.text(), wrong.get()),
                            "each line is a request: its time is a number, or written as 2023-11-16 18:17:03.97, and"
                                    + " what it counts are whole numbers",
                            "correct line %d, or take it out".formatted(number));
                }
            }
            number++;
        }
        return columns.trace(file.text())
                .or(() -> fault(
                        "measured.trace",
                        file,
                        "\"%s\" has no two requests at different times".formatted(file.text()),
                        "a rhythm is in the distances between requests",
                        "record more requests, with times fine enough to tell them apart"));
    }

    private Optional<Trace> fault(String rule, Node.Scalar at, String what, String why, String mend) {
        draft.problems().error(rule, at.place(), what, why, mend);
        return Optional.empty();
    }
}
