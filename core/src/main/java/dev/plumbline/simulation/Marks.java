package dev.plumbline.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What traces say about the requests under way.
final class Marks {
    private final Tokens tokens;
    private final @Nullable Trace[] traces;

    Marks(Tokens tokens, List<Path> paths) {
        this.tokens = tokens;
        traces = new Trace[paths.size()];
        for (int i = 0; i < traces.length; i++) {
            traces[i] = paths.get(i).arrivals() instanceof Arrivals.Replayed replayed ? replayed.trace() : null;
        }
    }

    /// Tokens of the prompt of a token's request, or -1 where no trace says so.
    int prompt(int token) {
        Trace trace = traces[tokens.source[token]];
        return trace == null ? -1 : trace.prompt(tokens.row[token]);
    }

    /// Tokens of the answer to a token's request, or -1 where no trace says so.
    int output(int token) {
        Trace trace = traces[tokens.source[token]];
        return trace == null ? -1 : trace.output(tokens.row[token]);
    }

    /// Bytes of a token's request, or -1 where no trace says so.
    double bytes(int token) {
        Trace trace = traces[tokens.source[token]];
        return trace == null ? -1 : trace.bytes(tokens.row[token]);
    }
}
