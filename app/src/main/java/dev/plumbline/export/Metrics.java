package dev.plumbline.export;

import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Requirement.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which series of which metric a requirement is read from: those that it names, else those that the conventions of
/// OpenTelemetry or of the guide name, which is noted.
final class Metrics {
    /// `http.server.request.duration` of OpenTelemetry's semantic conventions, as Prometheus names it.
    static final String REQUESTS = "http_server_request_duration_seconds";

    /// Upper bounds of its buckets as the conventions advise them, in seconds.
    static final List<String> ADVISED_BUCKETS = List.of(
            "0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5", "0.75", "1", "2.5", "5", "7.5", "10");

    private final String job;
    private final Optional<Measurement> measured;
    private final List<String> notes = new ArrayList<>();

    Metrics(String job, Requirement requirement) {
        this.job = job;
        this.measured = requirement.measured();
        measured.flatMap(Measurement::excluding)
                .ifPresent(events -> notes.add("leave out %s by \"measured: {where: ...}\"".formatted(events)));
    }

    /// What was taken for true.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// The metric that the requirement names, or the usual one.
    ///
    /// @param kind what the series are about: path, component, data, model
    /// @param name which of them
    Series of(String usual, String kind, String name) {
        String metric = measured.flatMap(Measurement::by)
                .map(named -> named.replaceFirst("_(bucket|count|sum)$", ""))
                .orElse(usual);
        if (measured.flatMap(Measurement::by).isEmpty()) {
            notes.add("read from %s, since \"measured: {by: ...}\" names no metric".formatted(metric));
        }
        return new Series(metric, labels(kind, name));
    }

    /// A second metric beside the one that a requirement can name.
    Series beside(String usual, String kind, String name) {
        notes.add("counted among all by %s".formatted(usual));
        return new Series(usual, labels(kind, name));
    }

    private String labels(String kind, String name) {
        return measured.flatMap(Measurement::where)
                .orElseGet(() -> Series.label("job", job) + ", " + Series.label(kind, name));
    }
}
