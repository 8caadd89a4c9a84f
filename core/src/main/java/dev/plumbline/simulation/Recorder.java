package dev.plumbline.simulation;

import dev.plumbline.statistics.Sections;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept of one path's requests: counts, latencies by section, and time by account for each size of
/// latency.
final class Recorder {
    /// Latencies are told apart by eighths of an octave for attribution, from 2^-34 to 2^22 seconds.
    private static final int ROWS_PER_OCTAVE_BITS = 3;

    private static final int LOWEST_OCTAVE = -34;
    static final int ROWS = 56 << ROWS_PER_OCTAVE_BITS;
    private static final int OFFSET = (1023 + LOWEST_OCTAVE) << ROWS_PER_OCTAVE_BITS;

    final Sections latencies = new Sections();
    long arrivals;
    final long[] outcomes = new long[Outcome.ALL];
    final long[] rows = new long[ROWS];
    double[] spent = new double[0];
    private int accounts;
    private @Nullable Slices slices;

    void clear(int accountsPerRequest) {
        latencies.clear();
        arrivals = 0;
        Arrays.fill(outcomes, 0);
        Arrays.fill(rows, 0);
        accounts = accountsPerRequest;
        slices = null;
        if (spent.length < ROWS * accounts) {
            spent = new double[ROWS * accounts];
        } else {
            Arrays.fill(spent, 0);
        }
    }

    /// From now on also tells requests apart by when they arrived.
    void tell(Slices changed) {
        slices = changed;
    }

    Optional<Slices> told() {
        return Optional.ofNullable(slices);
    }

    /// A request ended that is not measured.
    void unmeasured(double arrival, double latency, boolean answered) {
        if (slices != null && answered) {
            slices.answered(arrival, latency);
        } else if (slices != null) {
            slices.failed(arrival);
        }
    }

    void answered(double arrival, double latency, int outcome, double[] accountsOfAll, int from) {
        outcomes[outcome]++;
        latencies.record(latency);
        if (slices != null) {
            slices.answered(arrival, latency);
        }
        if (accounts > 0) {
            int row = row(latency);
            rows[row]++;
            int to = row * accounts;
            for (int i = 0; i < accounts; i++) {
                spent[to + i] += accountsOfAll[from + i];
            }
        }
    }

    void failed(double arrival, int outcome) {
        outcomes[outcome]++;
        latencies.miss();
        if (slices != null) {
            slices.failed(arrival);
        }
    }

    static int row(double latency) {
        int row = (int) (Double.doubleToRawLongBits(latency) >>> (52 - ROWS_PER_OCTAVE_BITS)) - OFFSET;
        return Math.max(0, Math.min(ROWS - 1, row));
    }

    /// The smallest latency of a row.
    static double edge(int row) {
        return row == 0 ? 0 : Double.longBitsToDouble((long) (row + OFFSET) << (52 - ROWS_PER_OCTAVE_BITS));
    }
}
