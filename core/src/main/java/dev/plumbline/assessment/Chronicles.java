package dev.plumbline.assessment;

import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lays the courses of a scenario in several worlds over each other.
final class Chronicles {
    private Chronicles() {}

    /// Empty where nothing was told in parts.
    static Optional<Chronicle> of(Simulated simulated) {
        List<Timeline> told = simulated.worlds().stream().map(Result::timeline).toList();
        if (told.stream().anyMatch(Timeline.NONE::equals) || simulated.course().during() == 0) {
            return Optional.empty();
        }
        SortedMap<String, List<Chronicle.Moment>> paths = new TreeMap<>();
        for (String path : told.getFirst().paths().keySet()) {
            paths.put(path, moments(told, path, simulated.oneIn()));
        }
        SortedMap<String, List<Double>> missed = new TreeMap<>();
        for (String cache : told.getFirst().missed().keySet()) {
            missed.put(cache, missed(told, cache));
        }
        return Optional.of(new Chronicle(
                simulated.course().seconds() / simulated.course().during(),
                simulated.course().during(),
                paths,
                missed));
    }

    private static List<Chronicle.Moment> moments(List<Timeline> worlds, String path, double oneIn) {
        List<Timeline.Course> courses = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (Timeline each : worlds) {
            Optional.ofNullable(each.paths().get(path)).ifPresent(own -> {
                courses.add(own);
                seconds.add(each.seconds());
            });
        }
        Timeline.Course all = Timeline.Course.together(courses);
        List<Chronicle.Moment> moments = new ArrayList<>();
        for (int i = 0; i < all.parts(); i++) {
            double rate = 0;
            for (int w = 0; w < courses.size(); w++) {
                Timeline.Course own = courses.get(w);
                rate += oneIn * (own.answered(i) + own.failed(i)) / seconds.get(w) / courses.size();
            }
            long ended = all.answered(i) + all.failed(i);
            moments.add(new Chronicle.Moment(
                    rate,
                    ended == 0 ? 1 : (double) all.answered(i) / ended,
                    all.quantile(i, 0.5),
                    all.quantile(i, 0.99)));
        }
        return moments;
    }

    private static List<Double> missed(List<Timeline> worlds, String cache) {
        List<Double> shares = new ArrayList<>();
        int parts = worlds.stream()
                .mapToInt(each -> each.missed().getOrDefault(cache, List.of()).size())
                .max()
                .orElse(0);
        for (int i = 0; i < parts; i++) {
            double sum = 0;
            int known = 0;
            for (Timeline each : worlds) {
                List<Double> own = each.missed().getOrDefault(cache, List.of());
                if (i < own.size() && own.get(i) >= 0) {
                    sum += own.get(i);
                    known++;
                }
            }
            shares.add(known == 0 ? -1 : sum / known);
        }
        return shares;
    }
}
