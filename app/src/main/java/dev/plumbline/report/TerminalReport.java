package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assumed;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.report.Palette.Tone;
import java.util.List;
import java.util.Map;

/// An assessment on a terminal: one row a requirement where there is room, then findings, what was assumed, and a
/// count.
///
/// @param width cells of a line, at least 40
/// @param palette what the terminal can show
/// @param verbose whether evidence, figures of every component and all assumptions are wanted
public record TerminalReport(int width, Palette palette, boolean verbose) {
    private static final int NARROWEST = 40;
    private static final int FEW = 3;

    /// A space at which no line ends.
    private static final String GLUE = "\u00a0";

    public TerminalReport {
        width = Math.max(NARROWEST, width);
    }

    /// The report, each line ended by a line feed.
    public String of(Assessment assessment) {
        StringBuilder out = new StringBuilder();
        out.append(Header.of(Glyphs.shown(assessment.design()), assessment.run(), width, palette));
        out.append(assessment.verdicts().isEmpty() ? "" : "\n");
        out.append(new VerdictRows(width, palette, verbose).of(assessment.verdicts()));
        if (verbose) {
            assessment
                    .scenarios()
                    .values()
                    .forEach(scenario ->
                            out.append('\n').append(new ScenarioTable(width, palette, Map.of()).of(scenario)));
        }
        findings(assessment, out);
        assumed(assessment.assumed(), out);
        summary(assessment, out);
        return out.toString();
    }

    /// The faults of a design that does not read, and their number.
    public String of(Refusal refusal) {
        String faults = new Rendering(width, palette.ink()).of(new Diagnostics(refusal.faults()));
        String last = Tally.sentence(refusal.faults()) + ": the design cannot be judged as written";
        return faults + "\n" + palette.paint(Tone.STRONG, last) + "\n";
    }

    private void findings(Assessment assessment, StringBuilder out) {
        Brief brief = verbose ? new Brief(assessment.findings(), List.of()) : Brief.of(assessment.findings());
        if (!brief.shown().isEmpty()) {
            Rendering rendering = new Rendering(width, palette.ink());
            out.append('\n').append(rendering.of(new Diagnostics(brief.shown())));
        }
        if (!brief.counted().isEmpty()) {
            String counted = "%s; \"plumbline requirements %s\" shows them"
                    .formatted(brief.count(), Glyphs.shown(assessment.file()));
            List<String> lines = Paragraph.wrapped(palette.plain(counted), width - 2);
            out.append('\n');
            out.append(palette.paint(Tone.FAINT, String.join("\n  ", lines))).append('\n');
        }
    }

    private void assumed(List<Assumed> assumed, StringBuilder out) {
        if (assumed.isEmpty()) {
            return;
        }
        int shown = verbose ? assumed.size() : Math.min(FEW, assumed.size());
        out.append('\n').append(palette.paint(Tone.STRONG, "assumed")).append(", since the design does not say\n");
        for (Assumed one : assumed.subList(0, shown)) {
            String why = verbose && !one.why().isEmpty() ? ", since " + one.why() : "";
            List<String> lines = Paragraph.wrapped(palette.plain(one.what() + why), width - 4);
            out.append("  ").append(String.join("\n    ", lines)).append('\n');
        }
        if (shown < assumed.size()) {
            String more = "%s %d more with --verbose".formatted(palette.plain("…"), assumed.size() - shown);
            out.append("  ").append(palette.paint(Tone.FAINT, more)).append('\n');
        }
    }

    private void summary(Assessment assessment, StringBuilder out) {
        Tally tally = Tally.of(assessment);
        List<String> lines = Paragraph.wrapped(tally.sentence(status -> palette.symbol(status) + GLUE), width);
        out.append('\n');
        lines.forEach(line -> out.append(palette.paint(Tone.STRONG, line)).append('\n'));
    }
}
