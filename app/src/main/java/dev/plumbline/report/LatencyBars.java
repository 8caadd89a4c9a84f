package dev.plumbline.report;

import dev.plumbline.assessment.Aim;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.Profile;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// How long requests take, as bars on steps of equal ratio, with percentiles and targets beside them.
record LatencyBars(int width, Palette palette) {
    private static final String INDENT = "  ";
    private static final List<String> MARKED = List.of("p50", "p95", "p99", "p999");
    private static final int MOST_ROWS = 16;
    /// How many of the twenty steps of a decade make a row.
    private static final int[] STEPS = {1, 2, 4, 5, 10, 20};
    /// Rarer than this at either end is told in one row.
    private static final double RARE = 0.001;

    private static final int LONGEST_BAR = 50;
    private static final int SHORTEST_BAR = 10;

    private record Bar(double from, double to, double share, boolean first, boolean merged, boolean last) {}

    String of(PathResult path, Profile profile) {
        List<Bar> bars = bars(profile.histogram());
        if (bars.size() < 2) {
            return "";
        }
        double most = bars.stream().mapToDouble(Bar::share).max().orElse(1);
        List<String> labels = bars.stream().map(LatencyBars::label).toList();
        int label = labels.stream().mapToInt(Glyphs::cells).max().orElse(0);
        List<String> marks =
                bars.stream().map(bar -> marks(bar, path, profile.aims())).toList();
        int mark = marks.stream().mapToInt(Glyphs::cells).max().orElse(0);
        int room = Math.clamp(width - INDENT.length() - label - 11L - mark, SHORTEST_BAR, LONGEST_BAR);
        StringBuilder out = new StringBuilder();
        out.append(INDENT)
                .append(palette.paint(Tone.FAINT, "how long requests take"))
                .append('\n');
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int cells = (int) Math.round(bar.share() / most * room);
            String drawn = cells == 0 && bar.share() > 0 ? "·" : "█".repeat(cells);
            String line = Paragraph.aligned(labels.get(i), label) + "  "
                    + Paragraph.padded(drawn, room) + "  "
                    + Paragraph.aligned(Numbers.share(bar.share()), 5);
            out.append(INDENT).append(palette.plain(line));
            out.append(
                    marks.get(i).isEmpty()
                            ? ""
                            : "  " + palette.paint(tone(bar, profile), palette.plain(marks.get(i))));
            out.append('\n');
        }
        return out.toString();
    }

    private static Tone tone(Bar bar, Profile profile) {
        return profile.aims().stream().anyMatch(aim -> in(bar, aim.target().value())) ? Tone.STRONG : Tone.BODY;
    }

    private static String marks(Bar bar, PathResult path, List<Aim> aims) {
        List<String> marks = new ArrayList<>();
        for (String statistic : MARKED) {
            Interval interval = path.latency().get(statistic);
            if (interval != null && in(bar, interval.value()) && !Rare.is(path, statistic)) {
                marks.add("%s %s".formatted(statistic, Numbers.value(Numbers.time(interval))));
            }
        }
        for (Aim aim : aims) {
            if (in(bar, aim.target().value())) {
                Figure target = Numbers.time(aim.target());
                marks.add("← %s: %s ≤ %s"
                        .formatted(aim.requirement(), Aim.statistic(aim.level()), Numbers.value(target)));
            }
        }
        return String.join(" ", marks);
    }

    private static boolean in(Bar bar, double value) {
        return (bar.first || value >= bar.from) && (bar.last || value < bar.to);
    }

    private static String label(Bar bar) {
        return bar.merged ? "< " + edge(bar.to) : bar.last ? "≥ " + edge(bar.from) : edge(bar.from);
    }

    private static String edge(double seconds) {
        Figure figure = Numbers.time(Interval.exactly(seconds));
        BigDecimal number = new BigDecimal(figure.interval().value())
                .round(new MathContext(3))
                .stripTrailingZeros();
        return number.toPlainString() + " " + figure.unit();
    }

    /// The finest rows of which there are not too many.
    private static List<Bar> bars(Profile.Histogram histogram) {
        for (int steps : STEPS) {
            List<Bar> bars = bars(histogram, steps);
            if (bars.size() <= MOST_ROWS) {
                return bars;
            }
        }
        return bars(histogram, STEPS[STEPS.length - 1]);
    }

    private static List<Bar> bars(Profile.Histogram histogram, int steps) {
        List<Double> edges = histogram.edges();
        List<Bar> bars = new ArrayList<>();
        double below = 0;
        double share = 0;
        double from = edges.isEmpty() ? 0 : edges.getFirst();
        for (int i = 0; i < histogram.shares().size(); i++) {
            share += histogram.shares().get(i);
            double to = edges.get(i + 1);
            boolean end = i + 1 == histogram.shares().size();
            boolean rareBefore = bars.isEmpty() && below + share < RARE;
            boolean rareAfter = 1 - below - share < RARE;
            if (end || (isEdge(to, steps) && !rareBefore && !rareAfter)) {
                bars.add(new Bar(from, to, share, bars.isEmpty(), bars.isEmpty() && isMerged(from, to, steps), end));
                below += share;
                share = 0;
                from = to;
            }
        }
        return bars;
    }

    private static boolean isMerged(double from, double to, int steps) {
        return to / from > Math.pow(10, steps / 20.0) * 1.1;
    }

    /// Whether an edge is one of every so many of the series, counted from the powers of ten.
    private static boolean isEdge(double seconds, int steps) {
        return Math.floorMod(Math.round(20 * Math.log10(seconds)), steps) == 0;
    }
}
