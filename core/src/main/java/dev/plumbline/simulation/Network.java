package dev.plumbline.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is simulated: stations that do work, and paths of requests through them. Paths may share stations.
///
/// @param stations with distinct names
/// @param paths with distinct names, visiting only these stations
/// @param sample which part of a larger network this is
public record Network(List<Station> stations, List<Path> paths, Sample sample) {
    /// A network that is simulated whole.
    public Network(List<Station> stations, List<Path> paths) {
        this(stations, paths, Sample.WHOLE);
    }

    public Network {
        stations = List.copyOf(stations);
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a network needs a path");
        }
        Set<String> names = new HashSet<>();
        for (Station station : stations) {
            if (!names.add(station.name())) {
                throw new IllegalArgumentException("two stations are named \"%s\"".formatted(station.name()));
            }
        }
        Set<String> pathNames = new HashSet<>();
        for (Path path : paths) {
            if (!pathNames.add(path.name())) {
                throw new IllegalArgumentException("two paths are named \"%s\"".formatted(path.name()));
            }
            path.step().requireStations(names);
        }
    }

    /// The same, in which no call is tried again.
    public Network withoutRetries() {
        List<Path> once = paths.stream()
                .map(path -> path.with(path.step().withoutRetries()))
                .toList();
        return new Network(stations, once, sample);
    }

    /// The same where scaling takes so many times as long to notice, to add and to take away, and what is cold to warm.
    ///
    /// @param least seconds between two looks, unless they are closer as it is
    public Network scalingSlowed(double times, double least) {
        List<Station> changed = stations.stream()
                .map(station -> station.scalingSlowed(times, least))
                .toList();
        return new Network(changed, paths, sample);
    }

    /// Whether a station's replicas follow its load.
    public boolean scales() {
        return stations.stream().anyMatch(station -> station.scaling().isPresent());
    }

    /// Whether a station's replicas are slow for a while after their start.
    public boolean cools() {
        return stations.stream().anyMatch(station -> station.pacing().cools());
    }

    /// Whether the time of some station depends on the size of a request.
    boolean sized() {
        return stations.stream().anyMatch(station -> station.service().sized().isPresent());
    }

    /// Whether a request of the path may visit a station that writes tokens.
    boolean writes(Path path) {
        Set<String> visited = Set.copyOf(path.step().stations());
        return stations.stream()
                .anyMatch(each -> each.service() instanceof Service.Generation && visited.contains(each.name()));
    }

    /// One station, visited once by one path of its own name.
    public static Network single(Station station, Arrivals arrivals) {
        return new Network(
                List.of(station), List.of(new Path(station.name(), arrivals, new Step.Visit(station.name()))));
    }
}
