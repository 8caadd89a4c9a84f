package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.smell.Smells;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Findings without their many small ones: more than two hints on requirements are counted by their rules, so that
/// nobody loses sight of what weighs more.
///
/// @param shown what is told in full, in file order
/// @param counted what is counted, in file order
record Brief(List<Diagnostic> shown, List<Diagnostic> counted) {
    /// So many hints are still told in full.
    private static final long HANDFUL = 2;

    static Brief of(List<Diagnostic> findings) {
        Map<Boolean, List<Diagnostic>> parts = findings.stream().collect(Collectors.partitioningBy(Brief::isSmall));
        List<Diagnostic> small = parts.getOrDefault(true, List.of());
        return small.size() <= HANDFUL
                ? new Brief(findings, List.of())
                : new Brief(parts.getOrDefault(false, List.of()), small);
    }

    private static boolean isSmall(Diagnostic finding) {
        return finding.severity() == Severity.HINT && Smells.isOne(finding.rule());
    }

    /// `7 hints on requirements: missing.window 5, missing.meter, model.no-fallback`, the commonest first.
    String count() {
        Map<String, Integer> rules = new TreeMap<>();
        counted.forEach(each -> rules.merge(each.rule(), 1, Integer::sum));
        String each = rules.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(rule -> rule.getKey() + (rule.getValue() > 1 ? " " + rule.getValue() : ""))
                .collect(Collectors.joining(", "));
        return "%d hints on requirements: %s".formatted(counted.size(), each);
    }
}
