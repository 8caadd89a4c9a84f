package dev.plumbline.report;

import dev.plumbline.assessment.Run;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;

/// The first line of a report: what it is about, and how to get the same again.
final class Header {
    private Header() {}

    /// The name to the left and the run to the right, or under it where there is no room.
    static String of(String name, Run run, int width, Palette palette) {
        String told = palette.plain(source(run) + " · " + seconds(run.seconds()));
        int room = width - Glyphs.cells(name) - Glyphs.cells(told);
        StringBuilder out = new StringBuilder(palette.paint(Tone.STRONG, name));
        if (room >= 2) {
            out.append(" ".repeat(room)).append(palette.paint(Tone.FAINT, told));
        } else {
            Paragraph.wrapped(told, width - 2)
                    .forEach(line -> out.append("\n  ").append(palette.paint(Tone.FAINT, line)));
        }
        return out.append('\n').toString();
    }

    /// How the result was obtained, without how long that took.
    static String source(Run run) {
        String simulated = run.requests() == 0 ? "nothing simulated" : Numbers.count(run.requests()) + " requests";
        return "seed %d · %s · %s".formatted(run.seed(), Numbers.counted(run.worlds(), "world"), simulated);
    }

    private static String seconds(double seconds) {
        return seconds < 1 ? Math.round(seconds * 1000) + " ms" : "%.1f s".formatted(seconds);
    }
}
