package dev.plumbline.report;

import dev.plumbline.assessment.Chronicle;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What happened when in a scenario: a line for each part, with the slowest hundredth as a bar.
record TimeChart(int width, Palette palette) {
    private static final int LONGEST_BAR = 24;
    private static final double MINUTE = 60;

    String of(String path, Chronicle chronicle) {
        List<Chronicle.Moment> moments = chronicle.paths().getOrDefault(path, List.of());
        if (moments.isEmpty()) {
            return "";
        }
        double most = moments.stream()
                .mapToDouble(Chronicle.Moment::p99)
                .filter(p99 -> !Double.isNaN(p99))
                .max()
                .orElse(1);
        TextTable table = new TextTable(palette);
        List<String> heading = new ArrayList<>(List.of("from", "arrive", "answered", "p50", "p99"));
        // Where the line is too short the bar goes first.
        chronicle.missed().keySet().forEach(cache -> heading.add(cache + " misses"));
        heading.add("");
        table.heading(heading.toArray(new String[0]));
        for (int i = 0; i < moments.size(); i++) {
            table.row(row(chronicle, moments, i, most).toArray(new String[0]));
        }
        boolean told = moments.stream().anyMatch(each -> !Double.isNaN(each.success()));
        String title = "what happens when, by the scenario's clock; below the line it is over"
                + (told ? "" : "; latency grows for as long as it lasts");
        return Paragraph.wrapped(title, width - 2).stream()
                        .map(line -> "  " + palette.paint(Tone.FAINT, line))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + ruled(table.text("  ", width), chronicle.during());
    }

    private static List<String> row(Chronicle chronicle, List<Chronicle.Moment> moments, int part, double most) {
        Chronicle.Moment moment = moments.get(part);
        List<String> row = new ArrayList<>();
        row.add(from(part, chronicle.seconds()));
        row.add(Numbers.value(new Figure(Interval.exactly(moment.rate()), "req/s")));
        row.add(Double.isNaN(moment.success()) ? "" : Numbers.share(moment.success()));
        row.add(seconds(moment.p50()));
        row.add(seconds(moment.p99()));
        chronicle.missed().values().forEach(shares -> row.add(missed(shares, part)));
        double bar = Double.isNaN(moment.p99()) ? 0 : moment.p99() / most * LONGEST_BAR;
        row.add("█".repeat((int) Math.round(bar)));
        return row;
    }

    private static String from(int part, double seconds) {
        boolean minutes = Math.rint(seconds / MINUTE) == seconds / MINUTE;
        return minutes ? "%d min".formatted(Math.round(part * seconds / MINUTE)) : seconds(part * seconds);
    }

    private static String missed(List<Double> shares, int part) {
        return part >= shares.size() || shares.get(part) < 0 ? "" : Numbers.share(shares.get(part));
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "" : Numbers.value(Numbers.time(Interval.exactly(seconds)));
    }

    private String ruled(String text, int after) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (after + 1 < lines.size()) {
            lines.add(after + 1, "  " + palette.paint(Tone.FAINT, palette.plain("─".repeat(Math.min(width - 2, 40)))));
        }
        return String.join("\n", lines) + "\n";
    }
}
