package dev.plumbline.report;

import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.scale.Curve;
import dev.plumbline.scale.Sweep;

/// Each requirement's chance against scale, as one row of bars over decades.
record ScaleChart(int width, Palette palette) {
    private static final String INDENT = "  ";
    private static final String BARS = "·▁▂▃▄▅▆▇█";
    private static final String PLAIN = ".12345678";
    private static final int WIDEST = 84;

    String of(Sweep sweep) {
        int label = sweep.curves().stream()
                .mapToInt(curve -> Glyphs.cells(curve.id()))
                .max()
                .orElse(0);
        int cells = Math.min(WIDEST, width - label - 2 * INDENT.length());
        StringBuilder out = new StringBuilder();
        out.append(palette.paint(Tone.FAINT, "the chance to be met, from 0 (")
                + palette.paint(Tone.FAINT, bar(0) + ") to all worlds (" + bar(1) + ")"));
        out.append('\n');
        axis(sweep, label, cells, out);
        for (Curve curve : sweep.curves()) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < cells; i++) {
                row.append(bar(curve.chance(at(sweep, (i + 0.5) / cells))));
            }
            out.append(INDENT)
                    .append(Paragraph.padded(Glyphs.shown(curve.id()), label))
                    .append(INDENT)
                    .append(row)
                    .append('\n');
        }
        now(sweep, label, cells, out);
        return out.toString();
    }

    private static double at(Sweep sweep, double share) {
        return sweep.from() * Math.pow(sweep.to() / sweep.from(), share);
    }

    private static int cell(Sweep sweep, double at, int cells) {
        double share = Math.log(at / sweep.from()) / Math.log(sweep.to() / sweep.from());
        return (int) Math.floor(share * cells);
    }

    /// Decades, where there is room for them.
    private void axis(Sweep sweep, int label, int cells, StringBuilder out) {
        StringBuilder axis = new StringBuilder(" ".repeat(cells));
        double base = sweep.from() / sweep.by().shown(sweep.from());
        int first = (int) Math.ceil(Math.log10(sweep.by().shown(sweep.from())) - 1e-9);
        int last = (int) Math.floor(Math.log10(sweep.by().shown(sweep.to())) + 1e-9);
        for (int power = first; power <= last; power++) {
            double at = Math.pow(10, power) * base;
            String text =
                    power == first ? sweep.by().text(at) : sweep.by().text(at).split(" ")[0];
            int from = Math.max(0, cell(sweep, at, cells));
            int end = from + Glyphs.cells(text);
            if (end <= cells
                    && axis.substring(from, Math.min(cells, end + 1)).isBlank()
                    && (from == 0 || axis.charAt(from - 1) == ' ')) {
                axis.replace(from, end, text);
            }
        }
        out.append(INDENT)
                .append(" ".repeat(label))
                .append(INDENT)
                .append(palette.paint(Tone.FAINT, axis.toString().stripTrailing()))
                .append('\n');
    }

    private void now(Sweep sweep, int label, int cells, StringBuilder out) {
        double now = sweep.by().now().median();
        if (now < sweep.from() || now > sweep.to()) {
            return;
        }
        int at = Math.min(cells - 1, cell(sweep, now, cells));
        String mark = (palette.unicode() ? "▲" : "^") + " now " + sweep.by().text(now);
        String line = at + Glyphs.cells(mark) <= cells
                ? " ".repeat(at) + mark
                : " ".repeat(Math.max(0, at + 1 - Glyphs.cells(mark))) + "now "
                        + sweep.by().text(now) + " " + (palette.unicode() ? "▲" : "^");
        out.append(INDENT)
                .append(" ".repeat(label))
                .append(INDENT)
                .append(palette.paint(Tone.STRONG, line))
                .append('\n');
    }

    private String bar(double chance) {
        String bars = palette.unicode() ? BARS : PLAIN;
        int step = chance <= 0.005 ? 0 : (int) Math.clamp(Math.ceil(chance * 8 - 0.04), 1, 8);
        return bars.substring(step, step + 1);
    }
}
