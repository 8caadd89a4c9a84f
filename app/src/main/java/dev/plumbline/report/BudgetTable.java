package dev.plumbline.report;

import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.Profile;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.simulation.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where the time of typical requests goes beside that of requests in the tail, component by component and phase by
/// phase.
record BudgetTable(int width, Palette palette) {
    private static final String INDENT = "  ";
    /// Less than this of both columns is told in one row.
    private static final double SMALL = 0.005;
    /// Less than this of the tail is not remarked on.
    private static final double WORTH_A_REMARK = 0.02;

    private static final int WIDE = 100;

    /// Seconds and shares of typical requests and of those in the tail.
    private record Row(String component, String phase, double typical, double of, double tail, double ofTail) {}

    String of(Profile profile) {
        Profile.Band typical = profile.typical();
        Profile.Band tail = profile.tail();
        TextTable table = new TextTable(palette);
        table.heading("", "", "around p50", "", "around p99", "", "");
        Row other = new Row("all else", "", 0, 0, 0, 0);
        for (Row row : rows(typical, tail)) {
            if (row.of < SMALL && row.ofTail < SMALL) {
                other = new Row(
                        other.component,
                        "",
                        other.typical + row.typical,
                        other.of + row.of,
                        other.tail + row.tail,
                        other.ofTail + row.ofTail);
            } else {
                row(row, table);
            }
        }
        if (other.typical + other.tail > 0) {
            row(other, table);
        }
        table.row(
                "together",
                "",
                time(typical.seconds().value()),
                "100 %",
                time(tail.seconds().value()),
                "100 %",
                "");
        StringBuilder out = new StringBuilder(INDENT);
        out.append(palette.paint(Tone.FAINT, "where the time goes")).append('\n');
        out.append(table.text(INDENT, width));
        remarks(tail).forEach(line -> paragraph(line, Tone.BODY, out));
        String worlds = Numbers.counted(profile.worlds(), "world");
        paragraph(
                ("means of the requests between 40 and 60 %%, and between 98.5 and 99.5 %%, over %s; "
                                + "a p99 of each part would add up to too much")
                        .formatted(worlds),
                Tone.FAINT,
                out);
        return out.toString();
    }

    private static List<Row> rows(Profile.Band typical, Profile.Band tail) {
        record Place(String component, Attribution.Phase phase) {}
        Set<Place> places = new LinkedHashSet<>();
        tail.parts().forEach(part -> places.add(new Place(part.component(), part.phase())));
        typical.parts().forEach(part -> places.add(new Place(part.component(), part.phase())));
        return places.stream()
                .map(place -> new Row(
                        place.component,
                        words(place.phase),
                        typical.seconds(place.component, place.phase),
                        typical.share(place.component, place.phase),
                        tail.seconds(place.component, place.phase),
                        tail.share(place.component, place.phase)))
                .sorted(Comparator.comparingDouble(Row::tail)
                        .thenComparingDouble(Row::typical)
                        .reversed())
                .toList();
    }

    private void row(Row row, TextTable table) {
        int longest = width >= WIDE ? 24 : 10;
        table.row(
                row.component,
                row.phase,
                time(row.typical),
                row.typical == 0 ? "" : Numbers.share(row.of),
                time(row.tail),
                row.tail == 0 ? "" : Numbers.share(row.ofTail),
                "█".repeat((int) Math.round(row.ofTail * longest)));
    }

    private static String time(double seconds) {
        return seconds == 0 ? "" : Numbers.value(Numbers.time(Interval.exactly(seconds)));
    }

    private static List<String> remarks(Profile.Band tail) {
        List<String> lines = new ArrayList<>();
        for (Profile.Remarked each : tail.remarks()) {
            if (each.share() >= WORTH_A_REMARK) {
                String time = time(each.seconds().value());
                lines.add(
                        switch (each.remark()) {
                            case OTHER_FREE ->
                                "of the waiting around p99, %s at %s began while another replica had a free server"
                                        .formatted(time, each.component());
                            case BEHIND_LONG ->
                                "of the waiting around p99, %s at %s passed behind a request ten times as long as usual"
                                        .formatted(time, each.component());
                            case STILL ->
                                "of the waiting around p99, %s at %s passed while the replica stood still"
                                        .formatted(time, each.component());
                            case COLD ->
                                "around p99, %s at %s since a replica that had been started was cold"
                                        .formatted(time, each.component());
                            case LATE ->
                                "of the waiting around p99, %s at %s began while replicas were on their way"
                                        .formatted(time, each.component());
                            case SLOWEST ->
                                "around p99, %s since the slowest of %d side by side counts (%s), not their mean"
                                        .formatted(time, each.branches(), each.component());
                        });
            }
        }
        return lines;
    }

    private void paragraph(String text, Tone tone, StringBuilder out) {
        Paragraph.wrapped(palette.plain(text), width - INDENT.length())
                .forEach(line ->
                        out.append(INDENT).append(palette.paint(tone, line)).append('\n'));
    }

    static String words(Attribution.Phase phase) {
        return switch (phase) {
            case QUEUE -> "waiting for a server";
            case BATCH -> "waiting for a batch";
            case SERVICE -> "being served";
            case HICCUP -> "held up by pauses";
            case DELAY -> "delays";
            case LOST -> "tries without an answer";
            case GIVEN_UP -> "tries before a fallback";
        };
    }
}
