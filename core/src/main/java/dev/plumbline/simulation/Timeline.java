package dev.plumbline.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An episode in parts of equal length, from where it is measured: what happened to the requests that arrived in each.
///
/// @param seconds simulated, of one part
/// @param paths by name
/// @param missed by cache that was looked up, the share of lookups that missed in each part; -1 where there were none
public record Timeline(double seconds, Map<String, Course> paths, Map<String, List<Double>> missed) {
    /// Nothing was told in parts.
    public static final Timeline NONE = new Timeline(0, Map.of(), Map.of());

    public Timeline {
        paths = new LinkedHashMap<>(paths);
        missed = new LinkedHashMap<>(missed);
    }

    /// The course of the path of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Course path(String name) {
        return Optional.ofNullable(paths.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no path \"%s\"".formatted(name)));
    }

    /// How a path's requests fared, by part.
    public static final class Course {
        private final int parts;
        private final long[] answered;
        private final long[] failed;
        private final int[] rows;

        Course(Slices slices) {
            parts = slices.count;
            answered = slices.answered.clone();
            failed = slices.failed.clone();
            rows = slices.rows.clone();
        }

        private Course(List<Course> all) {
            parts = all.stream().mapToInt(each -> each.parts).min().orElse(0);
            answered = new long[parts];
            failed = new long[parts];
            rows = new int[parts * Recorder.ROWS];
            for (Course each : all) {
                for (int i = 0; i < parts; i++) {
                    answered[i] += each.answered[i];
                    failed[i] += each.failed[i];
                }
                for (int i = 0; i < rows.length; i++) {
                    rows[i] += each.rows[i];
                }
            }
        }

        /// All requests of all of them, part by part.
        public static Course together(List<Course> all) {
            return new Course(all);
        }

        public int parts() {
            return parts;
        }

        /// Requests that arrived in a part and were answered, by fallback or not.
        public long answered(int part) {
            return answered[part];
        }

        /// Requests that arrived in a part and were not.
        public long failed(int part) {
            return failed[part];
        }

        /// A quantile of the latency of those answered, in seconds, to about 5 %; not a number where there are none.
        public double quantile(int part, double level) {
            double due = level * answered[part];
            double before = 0;
            for (int row = 0; row < Recorder.ROWS; row++) {
                int here = rows[part * Recorder.ROWS + row];
                if (here > 0 && before + here >= due) {
                    double low = Recorder.edge(row);
                    return low + (Recorder.edge(row + 1) - low) * (due - before) / here;
                }
                before += here;
            }
            return Double.NaN;
        }
    }

    /// Gathers a timeline while an episode runs.
    static final class Gathering {
        private final Network network;
        private final Engine engine;
        private final Recorder[] recorders;
        private final double seconds;
        private final Map<String, List<Double>> missed = new LinkedHashMap<>();

        Gathering(Network network, Engine engine, Recorder[] recorders, Plan.Parts parts, double from) {
            this.network = network;
            this.engine = engine;
            this.recorders = recorders;
            this.seconds = (parts.until() - from) / parts.count();
            for (Recorder recorder : recorders) {
                recorder.tell(new Slices(parts.count(), from, seconds));
            }
            engine.caches().forget();
        }

        /// A part is over.
        void next() {
            engine.caches()
                    .shares()
                    .forEach((cache, share) -> missed.computeIfAbsent(cache, _ -> new ArrayList<>())
                            .add(share));
            engine.caches().forget();
        }

        Timeline told() {
            Map<String, Course> paths = new LinkedHashMap<>();
            for (int i = 0; i < recorders.length; i++) {
                String name = network.paths().get(i).name();
                recorders[i].told().ifPresent(slices -> paths.put(name, new Course(slices)));
            }
            return new Timeline(seconds, paths, missed);
        }
    }
}
