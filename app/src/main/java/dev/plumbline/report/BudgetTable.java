package dev.plumbline.report;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.Profile;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.simulation.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the time of typical requests goes beside that of requests in the tail, component by component and phase by
/// phase.
record BudgetTable(int width, Palette palette) {
    private static final String INDENT = "  ";
    /// Less than this of both columns is told in one row.
    private static final double SMALL = 0.005;
    /// Less than this of the tail is not remarked on.
    private static final double WORTH_A_REMARK = 0.02;

    private static final int WIDE = 100;

    private record Row(String component, Attribution.Phase phase, double typical, double tail) {}

    String of(Profile profile) {
        Profile.Band typical = profile.typical();
        Profile.Band tail = profile.tail();
        List<Row> rows = rows(typical, tail);
        TextTable table = new TextTable(palette);
        table.heading("", "", "around p50", "", "around p99", "", "");
        double typicalElse = 0;
        double tailElse = 0;
        for (Row row : rows) {
            if (share(row.typical, typical) < SMALL && share(row.tail, tail) < SMALL) {
                typicalElse += row.typical;
                tailElse += row.tail;
            } else {
                row(row.component, words(row.phase), row.typical, row.tail, profile, table);
            }
        }
        if (typicalElse + tailElse > 0) {
            row("all else", "", typicalElse, tailElse, profile, table);
        }
        row("together", "", typical.seconds().value(), tail.seconds().value(), profile, table);
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
        Map<Place, double[]> seconds = new LinkedHashMap<>();
        tail.parts()
                .forEach(part ->
                        seconds.computeIfAbsent(new Place(part.component(), part.phase()), _ -> new double[2])[1] =
                                part.seconds().value());
        typical.parts()
                .forEach(part ->
                        seconds.computeIfAbsent(new Place(part.component(), part.phase()), _ -> new double[2])[0] =
                                part.seconds().value());
        List<Row> rows = new ArrayList<>();
        seconds.forEach((place, each) -> rows.add(new Row(place.component, place.phase, each[0], each[1])));
        rows.sort(Comparator.comparingDouble(Row::tail)
                .thenComparingDouble(Row::typical)
                .reversed());
        return rows;
    }

    private void row(String component, String phase, double typical, double tail, Profile profile, TextTable table) {
        double share = share(tail, profile.tail());
        int longest = width >= WIDE ? 24 : 10;
        table.row(
                component,
                phase,
                time(typical),
                typical == 0 ? "" : Numbers.share(share(typical, profile.typical())),
                time(tail),
                tail == 0 ? "" : Numbers.share(share),
                component.equals("together") ? "" : "█".repeat((int) Math.round(share * longest)));
    }

    private static double share(double seconds, Profile.Band of) {
        return of.seconds().value() == 0 ? 0 : seconds / of.seconds().value();
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

    /// The figure of a time, for other tables.
    static Figure figure(double seconds) {
        return Numbers.time(Interval.exactly(seconds));
    }
}
