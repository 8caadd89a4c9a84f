package dev.plumbline.report;

import dev.plumbline.assessment.Status;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.scale.Break;
import dev.plumbline.scale.Change;
import dev.plumbline.scale.Curve;
import dev.plumbline.scale.Edit;
import dev.plumbline.scale.Limit;
import dev.plumbline.scale.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A sweep on a terminal: a chart of each requirement's chance against scale, then what breaks, from the smallest
/// scale
/// on, and why.
///
/// @param width cells of a line, at least 60
/// @param palette what the terminal can show
public record ScaleReport(int width, Palette palette) {
    private static final int NARROWEST = 60;
    private static final String INDENT = "  ";
    private static final String DEEP = "      ";

    public ScaleReport {
        width = Math.max(NARROWEST, width);
    }

    /// The report, each line ended by a line feed.
    public String of(Sweep sweep) {
        StringBuilder out = new StringBuilder(head(sweep));
        out.append(text(by(sweep), INDENT, Tone.BODY)).append('\n');
        if (!sweep.curves().isEmpty()) {
            out.append(new ScaleChart(width, palette).of(sweep)).append('\n');
        }
        breaks(sweep, out);
        limits(sweep, out);
        steady(sweep, out);
        return out.toString();
    }

    private String head(Sweep sweep) {
        String told = palette.plain("seed %d · %s · %s requests"
                .formatted(
                        sweep.run().seed(),
                        Numbers.counted(sweep.run().worlds(), "world"),
                        Numbers.count(sweep.run().requests())));
        String name = Glyphs.shown(sweep.design());
        int room = width - Glyphs.cells(name) - Glyphs.cells(told);
        return palette.paint(Tone.STRONG, name)
                + (room >= 2 ? " ".repeat(room) : "\n  ")
                + palette.paint(Tone.FAINT, told)
                + "\n";
    }

    private static String by(Sweep sweep) {
        String now = sweep.by().text(sweep.by().now().median());
        String interval = sweep.by().now().isCertain()
                ? ""
                : " (%s … %s)"
                        .formatted(
                                sweep.by().text(sweep.by().now().low()),
                                sweep.by().text(sweep.by().now().high()));
        String grows = sweep.by().monthly().isPresent()
                ? ", growing %s a month".formatted(percent(sweep.by().monthly().getAsDouble() - 1))
                : "";
        String drives = sweep.by().drives().isEmpty()
                ? ", which no path's rate follows"
                : ", which the rate of %s follows"
                        .formatted(String.join(", ", sweep.by().drives()));
        String with = sweep.by().with().isEmpty()
                ? ""
                : "; %s in proportion".formatted(String.join(", ", sweep.by().with()));
        return "by %s%s; now %s%s%s%s".formatted(sweep.by().name(), drives, now, interval, grows, with);
    }

    private record Found(Curve curve, Break turn) {}

    private void breaks(Sweep sweep, StringBuilder out) {
        List<Found> found = new ArrayList<>();
        sweep.curves().forEach(curve -> curve.first().forEach(each -> found.add(new Found(curve, each))));
        found.sort(Comparator.comparingDouble(each -> each.turn().at()));
        int decade = Integer.MIN_VALUE;
        for (Found each : found) {
            int power = (int) Math.floor(Math.log10(sweep.by().shown(each.turn().at())));
            if (power != decade) {
                decade = power;
                double from = each.turn().at() / sweep.by().shown(each.turn().at());
                String range = "%s to %s"
                        .formatted(
                                sweep.by().text(from * Math.pow(10, power)),
                                sweep.by().text(from * Math.pow(10, power + 1)));
                out.append(palette.paint(Tone.STRONG, range)).append('\n');
            }
            out.append(found(sweep, each));
        }
        if (!found.isEmpty()) {
            out.append('\n');
        }
    }

    private String found(Sweep sweep, Found found) {
        Break turn = found.turn();
        boolean stops = turn.turn() == Break.Turn.STOPS;
        String head = "%s %s %s at %s%s"
                .formatted(
                        palette.symbol(stops ? Status.MISSED : Status.MET),
                        found.curve().id(),
                        stops ? "breaks" : "begins to hold",
                        sweep.by().text(turn.at()),
                        interval(sweep, turn.low(), turn.high()));
        String body = "%s %s; %s"
                .formatted(
                        found.curve().meter(),
                        palette.plain(found.curve().target().replace("<=", "≤").replace(">=", "≥")),
                        distance(sweep, turn));
        String why = turn.why().words()
                + (turn.component().isEmpty() ? "" : " of " + turn.component())
                + (turn.reason().isEmpty() ? "" : ": " + turn.reason());
        String again = stops ? again(sweep, found) : "";
        return text(head, INDENT, stops ? Tone.BAD : Tone.GOOD)
                + text(body, DEEP, Tone.BODY)
                + text(why, DEEP, Tone.FAINT)
                + (again.isEmpty() ? "" : text(again, DEEP, Tone.FAINT));
    }

    /// What happens beyond the first break, where a requirement turns again.
    private static String again(Sweep sweep, Found found) {
        List<Break> later = found.curve()
                .breaks()
                .subList(found.curve().first().size(), found.curve().breaks().size());
        if (later.isEmpty()) {
            return "";
        }
        List<String> stretches = new ArrayList<>();
        for (int i = 0; i < later.size(); i += 2) {
            String from = sweep.by().text(later.get(i).at());
            stretches.add(
                    i + 1 < later.size()
                            ? "from %s to %s"
                                    .formatted(
                                            from,
                                            sweep.by().text(later.get(i + 1).at()))
                            : "from %s on".formatted(from));
        }
        Break first = later.getFirst();
        String because = first.component().isEmpty()
                ? "which is not the design that was asked for"
                : "since %s is so full that it turns most requests away, which is no success"
                        .formatted(first.component());
        return "beyond that it is met again %s, %s".formatted(String.join(" and ", stretches), because);
    }

    private static String interval(Sweep sweep, double from, double end) {
        if (from > 0 && end / from < 1.05) {
            return "";
        }
        String low = from == 0
                ? "below " + sweep.by().text(sweep.from())
                : sweep.by().text(from);
        String high = Double.isInfinite(end)
                ? "above " + sweep.by().text(sweep.to())
                : sweep.by().text(end);
        return " (%s … %s)".formatted(low, high);
    }

    private static String distance(Sweep sweep, Break turn) {
        double headroom = sweep.headroom(turn.at());
        String times = "%s times today's".formatted(number(headroom));
        Sweep.Months months = sweep.months(turn);
        if (Double.isNaN(months.middle())) {
            return times;
        }
        return months.middle() < 0
                ? times + ", which has been passed"
                : "%s, which growth reaches in %s (%s … %s)"
                        .formatted(
                                times,
                                time(months.middle()),
                                months.low() <= 0 ? "now" : time(months.low()),
                                Double.isInfinite(months.high()) ? "unknown" : time(months.high()));
    }

    private static String time(double months) {
        return months < 24 ? "%s months".formatted(number(months)) : "%s years".formatted(number(months / 12));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String percent(double share) {
        return number(share * 100).replaceFirst("\\.?0+$", "") + " %";
    }

    private void limits(Sweep sweep, StringBuilder out) {
        if (sweep.limits().isEmpty()) {
            return;
        }
        out.append(palette.paint(Tone.STRONG, "what has no more to give, by arithmetic"))
                .append('\n');
        for (Limit limit : sweep.limits()) {
            String head = "%s of %s %s: %s"
                    .formatted(limit.why().words(), limit.component(), at(sweep, limit), limit.reason());
            out.append(text(head, INDENT, Tone.BODY));
        }
        out.append('\n');
        if (!sweep.changes().isEmpty()) {
            out.append(palette.paint(Tone.STRONG, "what moves the first limit, each on top of the changes before it"))
                    .append('\n');
            for (Change change : sweep.changes()) {
                out.append(text(moved(sweep, change) + ", " + change(sweep, change), INDENT, Tone.BODY));
                change.instead().forEach(other -> out.append(text("or " + change(sweep, other), DEEP, Tone.FAINT)));
            }
            out.append('\n');
        }
    }

    private static String at(Sweep sweep, Limit limit) {
        return limit.at() == 0
                ? "from the start"
                : "at " + sweep.by().text(limit.at()) + interval(sweep, limit.low(), limit.high());
    }

    private static String moved(Sweep sweep, Change change) {
        return change.moved().at() == 0
                ? "from the start"
                : sweep.by().text(change.moved().at());
    }

    private static String change(Sweep sweep, Change change) {
        String next = change.next()
                .map(limit -> "next limit %s, %s of %s"
                        .formatted(
                                limit.at() == 0 ? "at once" : sweep.by().text(limit.at()),
                                limit.why().words(),
                                limit.component()))
                .orElse("no other limit up to " + sweep.by().text(sweep.to()));
        String money = sweep.money()
                .filter(_ -> Double.isFinite(change.costAfter()))
                .map(dimension -> change.costAfter() == change.costBefore()
                        ? ", for the same price"
                        : ", for %s instead of %s"
                                .formatted(
                                        new Quantity(change.costAfter(), dimension),
                                        new Quantity(change.costBefore(), dimension)))
                .orElse("");
        return "%s %s → %s: %s%s%s"
                .formatted(
                        named(change.edit()),
                        change.edit().was(),
                        change.edit().becomes(),
                        next,
                        money,
                        change.note().isEmpty() ? "" : "; " + change.note());
    }

    private static String named(Edit edit) {
        return switch (edit) {
            case Edit.Count _, Edit.Larger _ -> edit.name();
            case Edit.Shards(var component, var _, var _) -> "shard " + component + ", shards";
        };
    }

    private void steady(Sweep sweep, StringBuilder out) {
        line(out, "holds at every scale", ids(sweep, Status.MET));
        line(out, "missed at every scale", ids(sweep, Status.MISSED));
        line(out, "not looked at", sweep.unread().stream().map(Sweep.Unread::id).collect(Collectors.joining(", ")));
        line(out, "stays as the design states it, whatever " + sweep.by().name(), String.join(", ", sweep.fixed()));
        if (!sweep.complete()) {
            line(out, "interrupted", "breaks are less exact than they would be, or missing");
        }
    }

    private static String ids(Sweep sweep, Status status) {
        return sweep.curves().stream()
                .filter(curve -> curve.isSteady(status))
                .map(Curve::id)
                .collect(Collectors.joining(", "));
    }

    private void line(StringBuilder out, String what, String names) {
        if (!names.isEmpty()) {
            out.append(text(what + ": " + names, "", Tone.FAINT));
        }
    }

    private String text(String words, String indent, Tone tone) {
        StringBuilder out = new StringBuilder();
        Paragraph.wrapped(palette.plain(words), width - indent.length())
                .forEach(line ->
                        out.append(indent).append(palette.paint(tone, line)).append('\n'));
        return out.toString();
    }
}
