package dev.plumbline.report;

import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Writing;
import dev.plumbline.diagnosis.Cause;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of each path's requests in one scenario, the most asked for first, and how busy each component was.
///
/// @param causes by path, why its slow requests are slow; where a path has an entry its latency is shown in depth
record ScenarioTable(int width, Palette palette, Map<String, List<Cause>> causes) {
    private static final List<String> STATISTICS = List.of("mean", "p50", "p90", "p95", "p99", "p999");

    String of(ScenarioResult scenario) {
        StringBuilder out = new StringBuilder();
        scenario.paths().entrySet().stream()
                .sorted(Comparator.comparingLong(each -> -each.getValue().requests()))
                .forEach(each -> {
                    path(scenario.scenario(), each.getKey(), each.getValue(), out);
                    if (causes.containsKey(each.getKey())) {
                        scenario.chronicle()
                                .map(chronicle -> new TimeChart(width, palette).of(each.getKey(), chronicle) + "\n")
                                .ifPresent(out::append);
                    }
                });
        if (!scenario.components().isEmpty()) {
            components(scenario, out);
        }
        return out.toString();
    }

    private void path(String scenario, String name, PathResult path, StringBuilder out) {
        out.append(palette.paint(Tone.STRONG, name)).append(" at ").append(scenario);
        out.append(palette.plain(" · ")).append(Numbers.count(path.requests())).append(" requests\n");
        if (path.saturation().isPresent()) {
            Paragraph.wrapped(path.saturation().get(), width - 2)
                    .forEach(line -> out.append("  ")
                            .append(palette.paint(Tone.BAD, line))
                            .append('\n'));
        }
        TextTable latency = new TextTable(palette);
        for (String statistic : STATISTICS) {
            Interval interval = path.latency().get(statistic);
            if (interval != null) {
                time(statistic, path, statistic, interval, latency);
            }
        }
        if (causes.containsKey(name)) {
            path.writing().ifPresent(writing -> tokens(path, writing, latency));
        }
        out.append(latency.text("  ", width));
        List<String> ends = new ArrayList<>();
        end("answered", path.answered(), path.requests(), ends);
        end("by fallback", path.fallback(), path.requests(), ends);
        end("timed out", path.timedOut(), path.requests(), ends);
        end("shed", path.shed(), path.requests(), ends);
        end("failed", path.failed(), path.requests(), ends);
        end("still running", path.running(), path.requests(), ends);
        Paragraph.wrapped(String.join(", ", ends), width - 2)
                .forEach(line ->
                        out.append("  ").append(palette.paint(Tone.FAINT, line)).append('\n'));
        out.append('\n');
        if (causes.containsKey(name)) {
            path.profile().ifPresent(profile -> {
                out.append(new BudgetTable(width, palette).of(profile)).append('\n');
                String bars = new LatencyBars(width, palette).of(path, profile);
                out.append(bars).append(bars.isEmpty() ? "" : "\n");
            });
            out.append(new CauseRows(width, palette).of(causes.getOrDefault(name, List.of()), path.profile()));
        }
    }

    /// To the first token, and between tokens.
    private static void tokens(PathResult path, Writing writing, TextTable table) {
        writing.first().forEach((statistic, interval) -> time("ttft " + statistic, path, statistic, interval, table));
        writing.between().forEach((statistic, interval) -> time("tpot " + statistic, path, statistic, interval, table));
    }

    private static void time(String name, PathResult path, String statistic, Interval interval, TextTable table) {
        Figure figure = Numbers.time(interval);
        if (Rare.is(path, statistic)) {
            table.row(name, "-", "too few requests");
        } else {
            table.row(name, Numbers.value(figure), Numbers.interval(figure));
        }
    }

    private static void end(String how, long count, long all, List<String> ends) {
        if (count > 0) {
            ends.add("%s %s".formatted(how, Numbers.value(Numbers.percent(Interval.exactly((double) count / all)))));
        }
    }

    private void components(ScenarioResult scenario, StringBuilder out) {
        TextTable table = new TextTable(palette);
        boolean scaled = scenario.components().values().stream()
                .anyMatch(each -> each.replicas().isPresent());
        List<String> heading = new ArrayList<>(
                List.of("at " + scenario.scenario(), "requests", "busy", "", "waiting", "batch", "offered"));
        if (scaled) {
            heading.addAll(List.of("replicas", ""));
        }
        table.heading(heading.toArray(String[]::new));
        scenario.components().forEach((name, result) -> component(name, result, table));
        out.append(table.text("", width));
    }

    private static void component(String name, ComponentResult result, TextTable table) {
        Figure busy = Numbers.percent(result.busy());
        Optional<Figure> replicas = result.replicas().map(each -> new Figure(each, ""));
        table.row(
                name,
                Numbers.value(new Figure(result.rate(), "req/s")),
                Numbers.value(busy),
                Numbers.interval(busy),
                Numbers.value(Numbers.time(result.waiting())),
                result.batch().value() == 1 ? "" : Numbers.value(new Figure(result.batch(), "")),
                Numbers.value(Numbers.percent(result.offered())),
                replicas.map(Numbers::value).orElse(""),
                replicas.map(Numbers::interval).orElse(""));
    }
}
