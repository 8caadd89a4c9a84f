package dev.plumbline.design;

import dev.plumbline.simulation.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The requests of a trace while they are gathered, as columns.
final class TraceColumns {
    private final TraceLayout layout;
    private double[] at = new double[1024];
    private int[] prompt = new int[0];
    private int[] output = new int[0];
    private double[] bytes = new double[0];
    private int size;

    TraceColumns(TraceLayout layout) {
        this.layout = layout;
    }

    /// Adds a request.
    ///
    /// @param unit the seconds of a time that is a number
    /// @return what is wrong with it, if anything
    Optional<String> add(List<String> values, double unit) {
        makeRoom();
        String text = cell(values, layout.time());
        double seconds = TraceTimes.number(text) * unit;
        seconds = Double.isNaN(seconds) ? TraceTimes.stamp(text) : seconds;
        if (Double.isNaN(seconds)) {
            return Optional.of(text.isEmpty() ? "has no time" : "has \"%s\" for a time".formatted(text));
        }
        at[size] = seconds;
        Optional<String> wrong = layout.prompt()
                .flatMap(column -> count(values, column, prompt))
                .or(() -> layout.output().flatMap(column -> count(values, column, output)))
                .or(() -> layout.bytes().flatMap(column -> amount(values, column)));
        size += wrong.isEmpty() ? 1 : 0;
        return wrong;
    }

    private Optional<String> count(List<String> values, int column, int[] into) {
        double value = TraceTimes.number(cell(values, column));
        if (!(value >= 0) || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            return refused(values, column, "a number of tokens");
        }
        into[size] = (int) value;
        return Optional.empty();
    }

    private Optional<String> amount(List<String> values, int column) {
        double value = TraceTimes.number(cell(values, column));
        if (!(value >= 0)) {
            return refused(values, column, "a number of bytes");
        }
        bytes[size] = value;
        return Optional.empty();
    }

    private Optional<String> refused(List<String> values, int column, String due) {
        return Optional.of("has \"%s\" in \"%s\", which is not %s"
                .formatted(cell(values, column), layout.names().get(column), due));
    }

    private static String cell(List<String> values, int column) {
        return column < values.size() ? values.get(column) : "";
    }

    private void makeRoom() {
        int room = size < at.length ? at.length : 2 * at.length;
        at = room == at.length ? at : Arrays.copyOf(at, room);
        prompt = layout.prompt().isPresent() && prompt.length < room ? Arrays.copyOf(prompt, room) : prompt;
        output = layout.output().isPresent() && output.length < room ? Arrays.copyOf(output, room) : output;
        bytes = layout.bytes().isPresent() && bytes.length < room ? Arrays.copyOf(bytes, room) : bytes;
    }

    /// All requests in the order of their times; empty when there are no two at different times.
    Optional<Trace> trace(String name) {
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Double.compare(at[one], at[other]));
        if (size < 2 || at[order[0]] == at[order[size - 1]]) {
            return Optional.empty();
        }
        double first = at[order[0]];
        double[] times = new double[size];
        int[] prompts = new int[prompt.length == 0 ? 0 : size];
        int[] outputs = new int[output.length == 0 ? 0 : size];
        double[] sizes = new double[bytes.length == 0 ? 0 : size];
        for (int i = 0; i < size; i++) {
            times[i] = at[order[i]] - first;
            if (prompts.length > 0) {
                prompts[i] = prompt[order[i]];
            }
            if (outputs.length > 0) {
                outputs[i] = output[order[i]];
            }
            if (sizes.length > 0) {
                sizes[i] = bytes[order[i]];
            }
        }
        return Optional.of(new Trace(name, times, prompts, outputs, sizes));
    }
}
