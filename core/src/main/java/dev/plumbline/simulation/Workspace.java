package dev.plumbline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The buffers of a run, kept to be used again by the next: a run in a used workspace allocates next to
/// nothing. For one thread at a time.
public final class Workspace {
    final EventHeap events = new EventHeap();
    final Tokens tokens = new Tokens();
    private final List<Recorder> recorders = new ArrayList<>();
    private final Map<Integer, TokenRecorder> tokenRecorders = new TreeMap<>();

    Recorder[] recorders(int paths) {
        while (recorders.size() < paths) {
            recorders.add(new Recorder());
        }
        return recorders.subList(0, paths).toArray(new Recorder[0]);
    }

    /// What is written for the requests of the path of that index.
    TokenRecorder ofPath(int path) {
        return tokenRecorders.computeIfAbsent(-1 - path, _ -> new TokenRecorder());
    }

    /// What the station of that index writes.
    TokenRecorder tokens(int station) {
        return tokenRecorders.computeIfAbsent(station, _ -> new TokenRecorder());
    }
}
