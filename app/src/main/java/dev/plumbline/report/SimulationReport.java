package dev.plumbline.report;

import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.diagnostic.Glyphs;

/// One simulated scenario on a terminal: each path's latency and how its requests ended, then the components.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record SimulationReport(int width, Palette palette) {
    /// The report, each line ended by a line feed.
    public String of(String design, ScenarioResult scenario, Run run) {
        return Header.of(Glyphs.shown(design), run, width, palette) + "\n"
                + new ScenarioTable(width, palette, true).of(scenario);
    }
}
