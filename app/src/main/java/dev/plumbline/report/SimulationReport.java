package dev.plumbline.report;

import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.diagnosis.Cause;
import dev.plumbline.diagnostic.Glyphs;
import java.util.List;
import java.util.SortedMap;

/// One simulated scenario on a terminal: each path's latency and how its requests ended, then the components.
///
/// @param width cells of a line
/// @param palette what the terminal can show
public record SimulationReport(int width, Palette palette) {
    /// The report, each line ended by a line feed.
    ///
    /// @param causes by path, why its slow requests are slow
    public String of(String design, ScenarioResult scenario, SortedMap<String, List<Cause>> causes, Run run) {
        return Header.of(Glyphs.shown(design), run, width, palette) + "\n"
                + new ScenarioTable(width, palette, causes).of(scenario);
    }
}
