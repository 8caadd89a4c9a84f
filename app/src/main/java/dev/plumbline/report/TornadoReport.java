package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.estimation.Tornado;
import dev.plumbline.quantity.Sensitivity;
import dev.plumbline.report.Palette.Tone;
import java.util.List;

/// A tornado chart on a terminal: for each figure the unknowns that its interval comes from, the widest first, each
/// with a
/// bar from the figure's value where the unknown is smallest to that where it is largest.
///
/// @param width cells of a line, at least 60
/// @param palette what the terminal can show
public record TornadoReport(int width, Palette palette) {
    private static final int NARROWEST = 60;
    private static final int MOST = 6;
    private static final double WORTH_SHOWING = 0.005;
    private static final int WIDEST_NAME = 28;
    private static final int WIDEST_BAR = 50;
    private static final String INDENT = "  ";

    public TornadoReport {
        width = Math.max(NARROWEST, width);
    }

    /// The chart, each line ended by a line feed.
    public String of(Tornado tornado) {
        StringBuilder out = new StringBuilder();
        out.append(palette.paint(Tone.STRONG, Glyphs.shown(tornado.design())))
                .append(palette.plain(": what its figures owe their intervals to"))
                .append('\n');
        for (Tornado.Figure figure : tornado.figures()) {
            out.append('\n').append(figure(figure));
        }
        out.append('\n');
        String closing = "shares of the variance in which an unknown has a part (total-order Sobol indices over "
                + Numbers.counted(tornado.worlds().count(), "world")
                + "); bars run from the median where the unknown is in its lowest tenth to that in its highest";
        Paragraph.wrapped(palette.plain(closing), width)
                .forEach(line -> out.append(palette.paint(Tone.FAINT, line)).append('\n'));
        return out.toString();
    }

    private String figure(Tornado.Figure figure) {
        StringBuilder out = new StringBuilder();
        String low = figure.scale().number(figure.spread().low());
        String high = figure.scale().number(figure.spread().high());
        String value =
                figure.scale().number(figure.spread().median()) + figure.scale().label();
        String interval = low.equals(high) ? "" : " (%s … %s)".formatted(low, high);
        String method = figure.sensitivity().method() == Sensitivity.Method.SOBOL
                ? ""
                : ", by " + figure.sensitivity().method().words();
        out.append(palette.paint(Tone.STRONG, Glyphs.shown(figure.name())))
                .append(palette.plain("  " + value + interval + method))
                .append('\n');
        List<Sensitivity.Effect> effects = figure.sensitivity().effects().stream()
                .filter(each -> each.total() >= WORTH_SHOWING)
                .limit(MOST)
                .toList();
        if (effects.isEmpty()) {
            return out.append(INDENT).append("nothing in it is unknown\n").toString();
        }
        effects.forEach(each -> out.append(row(figure, effects, each)));
        return out.toString();
    }

    private String row(Tornado.Figure figure, List<Sensitivity.Effect> all, Sensitivity.Effect effect) {
        double least = all.stream()
                .mapToDouble(each -> Math.min(each.low(), each.high()))
                .min()
                .orElse(0);
        double most = all.stream()
                .mapToDouble(each -> Math.max(each.low(), each.high()))
                .max()
                .orElse(1);
        int name = Math.min(
                WIDEST_NAME,
                all.stream()
                        .mapToInt(each -> Glyphs.cells(each.definition()))
                        .max()
                        .orElse(0));
        int room = Math.min(WIDEST_BAR, width - name - 34);
        String label = Glyphs.shown(effect.definition());
        String from = figure.scale().number(effect.low());
        String to = figure.scale().number(effect.high());
        return palette.plain(INDENT
                                + Paragraph.padded(Glyphs.cells(label) > name ? label.substring(0, name) : label, name)
                                + INDENT
                                + Paragraph.aligned(Numbers.share(effect.total()), 6)
                                + INDENT
                                + Paragraph.padded(bar(figure, effect, least, most, room), room)
                                + INDENT
                                + from
                                + " → "
                                + to)
                        .stripTrailing()
                + "\n";
    }

    private String bar(Tornado.Figure figure, Sensitivity.Effect effect, double least, double most, int room) {
        int from = cell(Math.min(effect.low(), effect.high()), least, most, room);
        int to = cell(Math.max(effect.low(), effect.high()), least, most, room);
        int middle = cell(figure.spread().median(), least, most, room);
        StringBuilder bar = new StringBuilder(" ".repeat(room));
        for (int i = Math.min(from, middle); i <= Math.max(to, middle); i++) {
            bar.setCharAt(i, i >= from && i <= to ? '█' : ' ');
        }
        bar.setCharAt(middle, palette.unicode() ? '┃' : '|');
        return bar.toString();
    }

    private static int cell(double value, double least, double most, int room) {
        return most > least ? Math.clamp(Math.round((value - least) / (most - least) * (room - 1)), 0, room - 1) : 0;
    }
}
