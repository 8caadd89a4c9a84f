package dev.plumbline.report;

import dev.plumbline.assessment.Aim;
import dev.plumbline.assessment.Profile;
import dev.plumbline.diagnosis.Cause;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.report.Palette.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why the slow requests of a path are slow: the name of each cause, its share, and its evidence beside them.
record CauseRows(int width, Palette palette) {
    private static final String INDENT = "  ";
    private static final int SHARE = 6;
    private static final int LEAST_TEXT = 30;

    String of(List<Cause> causes, Optional<Profile> profile) {
        if (causes.isEmpty()) {
            return "";
        }
        String slow =
                profile.map(each -> " above " + Aim.statistic(each.level())).orElse("");
        StringBuilder out = new StringBuilder();
        out.append(INDENT)
                .append(palette.paint(Tone.FAINT, "why requests%s are slow".formatted(slow)))
                .append('\n');
        int name = causes.stream()
                .mapToInt(each -> Glyphs.cells(each.name()))
                .max()
                .orElse(0);
        int text = INDENT.length() + name + 2 + SHARE + 2;
        boolean beside = width - text >= LEAST_TEXT;
        int indent = beside ? text : 2 * INDENT.length();
        for (Cause cause : causes) {
            out.append(INDENT).append(palette.paint(Tone.STRONG, Paragraph.padded(cause.name(), name)));
            out.append("  ").append(Paragraph.aligned(Numbers.share(cause.share()), SHARE));
            List<String> lines = new ArrayList<>(Paragraph.wrapped(palette.plain(cause.what()), width - indent));
            if (beside) {
                out.append("  ").append(lines.removeFirst());
            }
            out.append('\n');
            lines.forEach(line -> out.append(" ".repeat(indent)).append(line).append('\n'));
            Paragraph.wrapped(palette.plain("→ " + cause.mend()), width - indent)
                    .forEach(line -> out.append(" ".repeat(indent))
                            .append(palette.paint(Tone.ASIDE, line))
                            .append('\n'));
        }
        return out.append('\n').toString();
    }
}
