package dev.plumbline.design;

import dev.plumbline.simulation.Trace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/// Traces that a reader has read, so that a search which reads a design again and again reads each of them once. A file
/// that has changed meanwhile is read anew.
final class TraceCache {
    private record Key(String file, String settings, int length, long sum) {}

    private final Map<Key, Trace> traces = new HashMap<>();

    /// The trace in these bytes: the one that was read before, or what reading gives.
    ///
    /// @param settings what else the reading depends on
    synchronized Optional<Trace> read(String file, String settings, byte[] bytes, Supplier<Optional<Trace>> reading) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        Key key = new Key(file, settings, bytes.length, sum.getValue());
        Trace known = traces.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Trace> read = reading.get();
        read.ifPresent(trace -> traces.put(key, trace));
        return read;
    }
}
