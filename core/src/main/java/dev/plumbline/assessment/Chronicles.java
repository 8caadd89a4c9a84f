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
            paths.put(path, moments(simulated.worlds(), path, simulated.oneIn()));
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

    /// A backlog grows with the clock that it is simulated by: what is answered is told of worlds without one.
    private static List<Chronicle.Moment> moments(List<Result> worlds, String path, double oneIn) {
        List<Timeline.Course> courses = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Timeline.Course> steady = new ArrayList<>();
        for (Result result : worlds) {
            Optional.ofNullable(result.timeline().paths().get(path)).ifPresent(own -> {
                courses.add(own);
                seconds.add(result.timeline().seconds());
                if (result.path(path).latency().isPresent()) {
                    steady.add(own);
                }
            });
        }
        Timeline.Course all = Timeline.Course.together(courses);
        Timeline.Course kept = Timeline.Course.together(steady);
        List<Chronicle.Moment> moments = new ArrayList<>();
        for (int i = 0; i < all.parts(); i++) {
            double rate = 0;
            for (int w = 0; w < courses.size(); w++) {
                Timeline.Course own = courses.get(w);
                rate += oneIn * (own.answered(i) + own.failed(i)) / seconds.get(w) / courses.size();
            }
            moments.add(
                    steady.isEmpty()
                            ? new Chronicle.Moment(rate, Double.NaN, Double.NaN, Double.NaN)
                            : new Chronicle.Moment(
                                    rate, answered(kept, i), kept.quantile(i, 0.5), kept.quantile(i, 0.99)));
        }
        return moments;
    }

    private static double answered(Timeline.Course course, int part) {
        long ended = course.answered(part) + course.failed(part);
        return ended == 0 ? 1 : (double) course.answered(part) / ended;
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
