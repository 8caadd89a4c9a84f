package dev.plumbline.assessment;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that is said about a design: verdicts, findings and the results behind them.
///
/// @param design the design's name
/// @param file the file as the user named it
/// @param verdicts in file order
/// @param findings in file order
/// @param scenarios results by scenario; `peak` and `average` are there when anything was simulated under them
/// @param assumed the defaults that were applied
public record Assessment(
        String design,
        String file,
        List<Verdict> verdicts,
        List<Diagnostic> findings,
        SortedMap<String, ScenarioResult> scenarios,
        List<Assumed> assumed,
        Run run) {
    public Assessment {
        verdicts = List.copyOf(verdicts);
        findings = List.copyOf(findings);
        scenarios = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(scenarios));
        assumed = List.copyOf(assumed);
    }

    /// The same with other findings.
    public Assessment with(List<Diagnostic> changed) {
        return new Assessment(design, file, verdicts, changed, scenarios, assumed, run);
    }
}
