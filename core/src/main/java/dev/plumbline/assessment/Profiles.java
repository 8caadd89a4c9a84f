package dev.plumbline.assessment;

import dev.plumbline.simulation.Attribution;
import dev.plumbline.simulation.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Sums up over worlds how the latency of a path is made up.
final class Profiles {
    /// The preferred numbers of ISO 3, series R 20.
    private static final double[] R20 = {
        1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9
    };

    /// Nanoseconds to a year.
    private static final int LOWEST_DECADE = -9;

    private static final int HIGHEST_DECADE = 7;

    private Profiles() {}

    /// @param worlds of one path
    /// @param level the percentile above which a request is slow
    /// @return empty where nothing is answered, or no world is steady
    static Optional<Profile> of(List<Result.PathResult> worlds, double level, List<Aim> aims) {
        List<Result.PathResult> steady =
                worlds.stream().filter(each -> each.latency().isPresent()).toList();
        if (steady.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                band(steady, Attribution::typical),
                band(steady, Attribution::tail),
                band(steady, Attribution::slow),
                level,
                histogram(steady),
                aims,
                steady.size()));
    }

    private static Profile.Band band(List<Result.PathResult> worlds, Function<Attribution, Attribution.Band> which) {
        List<Attribution.Band> bands =
                worlds.stream().map(each -> which.apply(each.attribution())).toList();
        Interval whole =
                mean(bands.stream().mapToDouble(Attribution.Band::seconds).toArray());
        record Place(String station, Attribution.Phase phase) {}
        record Note(String station, Attribution.Remark remark, int branches) {}
        Map<Place, Sums> parts = new LinkedHashMap<>();
        Map<Note, Sums> remarks = new LinkedHashMap<>();
        for (int w = 0; w < bands.size(); w++) {
            for (Attribution.Part part : bands.get(w).parts()) {
                parts.computeIfAbsent(new Place(part.station(), part.phase()), _ -> Sums.over(bands.size()))
                        .add(w, part.seconds(), part.share());
            }
            for (Attribution.Remarked each : bands.get(w).remarks()) {
                remarks.computeIfAbsent(
                                new Note(each.station(), each.remark(), each.branches()), _ -> Sums.over(bands.size()))
                        .add(w, each.seconds(), each.share());
            }
        }
        List<Profile.Part> summed = new ArrayList<>();
        parts.forEach((place, sums) ->
                summed.add(new Profile.Part(place.station(), place.phase(), mean(sums.seconds), sums.share())));
        summed.sort(
                Comparator.comparingDouble((Profile.Part part) -> part.seconds().value())
                        .reversed());
        List<Profile.Remarked> noted = new ArrayList<>();
        remarks.forEach((note, sums) -> noted.add(new Profile.Remarked(
                note.station(), note.remark(), note.branches(), mean(sums.seconds), sums.share())));
        noted.sort(Comparator.comparingDouble(
                        (Profile.Remarked each) -> each.seconds().value())
                .reversed());
        return new Profile.Band(whole, summed, noted);
    }

    /// Seconds and shares by world.
    @SuppressWarnings("ArrayRecordComponent") // filled in and never compared
    private record Sums(double[] seconds, double[] shares) {
        static Sums over(int worlds) {
            return new Sums(new double[worlds], new double[worlds]);
        }

        void add(int world, double second, double share) {
            seconds[world] += second;
            shares[world] += share;
        }

        double share() {
            return Arrays.stream(shares).sum() / shares.length;
        }
    }

    /// The mean with the 5th and 95th percentile of the worlds; a mean that lies outside them stretches them to it.
    private static Interval mean(double[] worlds) {
        double sum = 0;
        for (double each : worlds) {
            sum += each;
        }
        double mean = sum / worlds.length;
        Interval spread = Interval.over(worlds);
        return new Interval(mean, Math.min(mean, spread.low()), Math.max(mean, spread.high()));
    }

    private static Profile.Histogram histogram(List<Result.PathResult> worlds) {
        List<dev.plumbline.statistics.Histogram> counted = worlds.stream()
                .map(each -> each.latency().orElseThrow().histogram())
                .toList();
        List<Double> edges = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double before = 0;
        double edgeBefore = 0;
        for (double edge : edges()) {
            double below = 0;
            for (dev.plumbline.statistics.Histogram each : counted) {
                below += each.below(edge) / counted.size();
            }
            if (below > before) {
                if (edges.isEmpty()) {
                    edges.add(edgeBefore);
                }
                edges.add(edge);
                shares.add(below - before);
                before = below;
            } else if (!edges.isEmpty() && below < 1 - 1e-12) {
                edges.add(edge);
                shares.add(0.0);
            }
            edgeBefore = edge;
        }
        return new Profile.Histogram(edges.isEmpty() ? List.of(0.0) : edges, shares);
    }

    private static double[] edges() {
        double[] edges = new double[(HIGHEST_DECADE - LOWEST_DECADE) * R20.length];
        for (int i = 0; i < edges.length; i++) {
            int decade = LOWEST_DECADE + i / R20.length;
            double number = R20[i % R20.length];
            edges[i] = decade < 0 ? number / Math.pow(10, -decade) : number * Math.pow(10, decade);
        }
        return edges;
    }
}
