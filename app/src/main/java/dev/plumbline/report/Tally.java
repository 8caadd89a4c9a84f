package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How many requirements have each status, and how many findings each severity.
///
/// @param statuses every status, in its order
/// @param findings every severity, gravest first
public record Tally(Map<Status, Integer> statuses, Map<Severity, Integer> findings) {
    public Tally {
        statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    /// The counts of an assessment.
    public static Tally of(Assessment assessment) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        for (Verdict verdict : assessment.verdicts()) {
            statuses.merge(verdict.status(), 1, Integer::sum);
        }
        return new Tally(statuses, bySeverity(assessment.findings()));
    }

    /// How many requirements have that status.
    public int of(Status status) {
        return statuses.getOrDefault(status, 0);
    }

    /// How many findings have that severity.
    public int of(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }

    /// `8 requirements: 4 met, 1 missed, 3 without evidence; 1 error, 1 warning`.
    ///
    /// @param mark what stands before a status: a symbol and a space, or nothing
    public String sentence(Function<Status, String> mark) {
        int requirements =
                statuses.values().stream().mapToInt(Integer::intValue).sum();
        List<String> each = new ArrayList<>();
        statuses.forEach((status, count) -> each.add(mark.apply(status) + count + " "
                + (status == Status.NO_EVIDENCE ? "without evidence" : status.words())));
        String judged = requirements == 0
                ? "no requirements"
                : Numbers.counted(requirements, "requirement") + ": " + String.join(", ", each);
        return findings.isEmpty() ? judged : judged + "; " + counted(findings);
    }

    /// `2 errors, 1 warning`.
    static String sentence(List<Diagnostic> findings) {
        return counted(bySeverity(findings));
    }

    private static String counted(Map<Severity, Integer> findings) {
        List<String> found = new ArrayList<>();
        findings.forEach((severity, count) ->
                found.add(Numbers.counted(count, severity.name().toLowerCase(Locale.ROOT))));
        return String.join(", ", found);
    }

    private static Map<Severity, Integer> bySeverity(List<Diagnostic> findings) {
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }
}
