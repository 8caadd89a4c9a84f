package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.probability.Empirical;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.UnitWord;
import dev.plumbline.quantity.Varying;
import dev.plumbline.source.Node;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;

/// Reads measurements that a design names: a column of a CSV file, or an HdrHistogram log.
final class MeasuredReader {
    private static final int MOST_BYTES = 1 << 26;
    private static final double HLOG_SECONDS = 1e-9;
    private static final int HLOG_SAMPLES = 10_000;

    private final Draft draft;

    MeasuredReader(Draft draft) {
        this.draft = draft;
    }

    /// The distribution of what was measured. A CSV column's unit is `unit:`, or the column's name where that is one;
    /// an `.hlog` holds nanoseconds.
    Optional<Varying> read(Node.Scalar file, Node.Mapping mapping) {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (file.text().endsWith(".hlog")) {
            return logged(file, bytes.get());
        }
        return column(file, mapping, new String(bytes.get(), StandardCharsets.UTF_8));
    }

    /// Arrival times of a trace: the first column that is a number or a time stamp.
    Optional<byte[]> bytes(Node.Scalar file) {
        String path = file.text();
        if (path.startsWith("/")
                || path.startsWith("~")
                || Arrays.asList(path.split("/")).contains("..")) {
            return fault(
                    "measured.outside",
                    file.place(),
                    "\"%s\" lies outside the design's folder".formatted(path),
                    "a design can be moved and reviewed as a whole only if all of it lies in one folder",
                    "copy the file into the folder, and name it by its path from there");
        }
        try (InputStream in = draft.folder().open(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return fault(
                        "measured.too-large",
                        file.place(),
                        "\"%s\" is larger than 64 MiB".formatted(path),
                        "some hundred thousand samples fix every percentile that a design asks for",
                        "take a random sample of its rows");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException _) {
            return fault(
                    "measured.missing",
                    file.place(),
                    "there is no file \"%s\"".formatted(path),
                    "measurements are read from files beside the design",
                    "correct the path, or give percentiles until it has been measured");
        } catch (IOException e) {
            return fault(
                    "measured.unreadable",
                    file.place(),
                    "\"%s\" cannot be read".formatted(path),
                    Optional.ofNullable(e.getMessage()).orElse("the system gives no reason"),
                    "make it a readable file inside the design's folder");
        }
    }

    private Optional<Varying> logged(Node.Scalar file, byte[] bytes) {
        Histogram all = new Histogram(3);
        HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(bytes));
        while (reader.hasNext()) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            if (next instanceof Histogram histogram) {
                all.add(histogram);
            }
        }
        if (all.getTotalCount() == 0) {
            return fault(
                    "measured.empty",
                    file.place(),
                    "\"%s\" holds no histogram".formatted(file.text()),
                    "an .hlog file is a log of HdrHistogram, version 1.3 or lower",
                    "record one with HistogramLogWriter, or name a CSV file");
        }
        return Optional.of(new Varying.Measured(new Empirical(samples(all)), Dimension.TIME, file.text()));
    }

    /// At most ten thousand values at equal steps of probability, so that a log of any length costs the same.
    private static double[] samples(Histogram all) {
        List<Double> values = new ArrayList<>();
        double step = Math.max(1, all.getTotalCount() / (double) HLOG_SAMPLES);
        double due = step / 2;
        for (HistogramIterationValue each : all.recordedValues()) {
            while (due <= each.getTotalCountToThisValue()) {
                values.add(each.getValueIteratedTo() * HLOG_SECONDS);
                due += step;
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Optional<Varying> column(Node.Scalar file, Node.Mapping mapping, String text) {
        Optional<Node.Scalar> column = mapping.get("column").flatMap(Cursor::asScalar);
        if (column.isEmpty()) {
            return fault(
                    "measured.column",
                    file.place(),
                    "no column of \"%s\" is named".formatted(file.text()),
                    "a CSV file has several columns",
                    "add \"column: ms\"");
        }
        String name = column.get().text();
        Optional<Node.Scalar> unitText = mapping.get("unit").flatMap(Cursor::asScalar);
        String unitName = unitText.map(Node.Scalar::text).orElse(name);
        Optional<UnitWord> unit = draft.units().find(unitName);
        if (unit.isEmpty()) {
            return fault(
                    "measured.unit",
                    unitText.orElse(column.get()).place(),
                    "\"%s\" is not a unit".formatted(unitName),
                    "the values of a column are measured in something",
                    "add \"unit: ms\"");
        }
        return values(text, name)
                .map(values -> scaled(values, unit.get()))
                .filter(values -> values.length > 0)
                .<Varying>map(values ->
                        new Varying.Measured(new Empirical(values), unit.get().dimension(), file.text()))
                .or(() -> fault(
                        "measured.column",
                        column.get().place(),
                        "\"%s\" has no numbers in a column \"%s\"".formatted(file.text(), name),
                        "the first line of a CSV file names its columns: "
                                + text.lines().findFirst().orElse(""),
                        "name one of them"));
    }

    private static double[] scaled(List<Double> values, UnitWord unit) {
        double factor = unit.factor().doubleValue();
        return values.stream().mapToDouble(value -> value * factor).sorted().toArray();
    }

    private static Optional<List<Double>> values(String text, String column) {
        List<Double> values = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))) {
            String header = Optional.ofNullable(lines.readLine()).orElse("");
            int at = Arrays.stream(header.split(",", -1))
                    .map(String::strip)
                    .toList()
                    .indexOf(column);
            if (at < 0) {
                return Optional.empty();
            }
            lines.lines().forEach(line -> {
                String[] cells = line.split(",", -1);
                if (at < cells.length && cells[at].strip().matches("\\d+(\\.\\d*)?([eE][-+]?\\d+)?")) {
                    values.add(Double.parseDouble(cells[at].strip()));
                }
            });
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory could not be read.", impossible);
        }
        return Optional.of(values);
    }

    private <T> Optional<T> fault(String rule, Place place, String what, String why, String mend) {
        draft.problems().error(rule, place, what, why, mend);
        return Optional.empty();
    }
}
