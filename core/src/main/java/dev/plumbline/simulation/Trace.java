package dev.plumbline.simulation;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Empirical;
import java.util.Arrays;
import java.util.Optional;

/// Requests as they were recorded: when each came and, where the recording says so, how large it was. Immutable.
///
/// It can be replayed without end: after the last request the first follows at the mean distance.
public final class Trace {
    private final String name;
    private final double[] at;
    private final int[] prompt;
    private final int[] output;
    private final double[] bytes;

    /// @param name what messages call it: its file
    /// @param at seconds from the first request, ascending from 0, at least two and not all the same
    /// @param prompt tokens of each request, or empty
    /// @param output tokens of each answer, or empty
    /// @param bytes of each request, or empty
    public Trace(String name, double[] at, int[] prompt, int[] output, double[] bytes) {
        if (at.length < 2 || at[0] != 0 || !(at[at.length - 1] > 0)) {
            throw new IllegalArgumentException("a trace needs two requests at different times, the first at 0");
        }
        this.name = name;
        this.at = at.clone();
        this.prompt = prompt.clone();
        this.output = output.clone();
        this.bytes = bytes.clone();
        requireAscending();
        for (int rows : new int[] {prompt.length, output.length, bytes.length}) {
            if (rows != 0 && rows != at.length) {
                throw new IllegalArgumentException("\"%d\" sizes for \"%d\" requests".formatted(rows, at.length));
            }
        }
    }

    private void requireAscending() {
        for (int i = 1; i < at.length; i++) {
            if (!(at[i] >= at[i - 1])) {
                throw new IllegalArgumentException("request \"%d\" of a trace comes before the last".formatted(i));
            }
        }
    }

    public String name() {
        return name;
    }

    public int requests() {
        return at.length;
    }

    /// Requests a second, as recorded.
    public double rate() {
        return (at.length - 1) / at[at.length - 1];
    }

    /// When the request of that row comes, counted in mean distances between requests: a rate of 1.
    double position(int row) {
        return at[row] * rate();
    }

    /// Whether it says how many tokens each request has.
    public boolean hasTokens() {
        return prompt.length > 0 && output.length > 0;
    }

    /// Whether it says how many bytes each request has.
    public boolean hasBytes() {
        return bytes.length > 0;
    }

    /// The bytes of its requests, where it says how many each has.
    public Optional<Distribution> sizes() {
        double[] sorted = bytes.clone();
        Arrays.sort(sorted);
        return hasBytes() ? Optional.of(new Empirical(sorted)) : Optional.empty();
    }

    /// Tokens of a request's prompt, or -1 where that is not recorded.
    public int prompt(int row) {
        return prompt.length == 0 ? -1 : prompt[row];
    }

    /// Tokens of an answer, or -1 where that is not recorded.
    public int output(int row) {
        return output.length == 0 ? -1 : output[row];
    }

    /// Bytes of a request, or -1 where that is not recorded.
    public double bytes(int row) {
        return bytes.length == 0 ? -1 : bytes[row];
    }

    /// Traces are equal when they say the same, whatever they are called.
    @Override
    public boolean equals(Object other) {
        return other instanceof Trace trace
                && Arrays.equals(at, trace.at)
                && Arrays.equals(prompt, trace.prompt)
                && Arrays.equals(output, trace.output)
                && Arrays.equals(bytes, trace.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(at);
    }

    @Override
    public String toString() {
        return "%s, %d requests".formatted(name, at.length);
    }
}
