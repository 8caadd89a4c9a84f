package dev.plumbline.design;

import dev.plumbline.source.Node;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads the arrival times of a recorded trace: a CSV file with a column of time stamps, in seconds or as date and
/// time.
final class TraceReader {
    /// What published traces call the column: the Azure LLM trace, BurstGPT, Vidur.
    private static final Set<String> NAMES = Set.of("timestamp", "time", "arrived_at", "arrival_time", "ts");

    private final Draft draft;

    TraceReader(Draft draft) {
        this.draft = draft;
    }

    Optional<Arrivals> read(Node.Scalar file) {
        Optional<byte[]> bytes = new MeasuredReader(draft).bytes(file);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines =
                new String(bytes.get(), StandardCharsets.UTF_8).lines().toList();
        List<Double> times = lines.isEmpty() ? List.of() : times(lines);
        if (times.size() < 2) {
            draft.problems()
                    .error(
                            "measured.trace",
                            file.place(),
                            "\"%s\" has no arrival times".formatted(file.text()),
                            "a trace is a CSV file with a header and a column of time stamps, in seconds or as"
                                    + " 2023-11-16 18:17:03.97",
                            "name the column \"timestamp\"");
            return Optional.empty();
        }
        return Optional.of(new Arrivals.Trace(times));
    }

    private static List<Double> times(List<String> lines) {
        String[] header = lines.getFirst().toLowerCase(Locale.ROOT).split(",", -1);
        int column = 0;
        for (int i = 0; i < header.length; i++) {
            if (NAMES.contains(header[i].strip())) {
                column = i;
                break;
            }
        }
        List<Double> times = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (column < cells.length) {
                seconds(cells[column].strip()).ifPresent(times::add);
            }
        }
        Collections.sort(times);
        double first = times.isEmpty() ? 0 : times.getFirst();
        times.replaceAll(time -> time - first);
        return times;
    }

    private static OptionalDouble seconds(String text) {
        if (text.matches("\\d+(\\.\\d*)?([eE][-+]?\\d+)?")) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T').replaceAll("(Z|[+-]\\d\\d:?\\d\\d)$", ""));
            return OptionalDouble.of(ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time) * 1e-6);
        } catch (DateTimeParseException _) {
            return OptionalDouble.empty();
        }
    }
}
