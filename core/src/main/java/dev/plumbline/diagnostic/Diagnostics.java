package dev.plumbline.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// All that is said about a design in one run: immutable, in file order, each thing said once.
///
/// Two findings of one place are ordered by severity, then by rule, so that the same input gives the same bytes.
///
/// @param all the findings, sorted and without repeats whatever was passed in
public record Diagnostics(List<Diagnostic> all) {
    private static final Comparator<Diagnostic> FILE_ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::what);

    public Diagnostics {
        all = all.stream().sorted(FILE_ORDER).distinct().toList();
    }

    /// Nothing to say.
    public static Diagnostics none() {
        return new Diagnostics(List.of());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether a finding is grave enough that the design cannot be judged.
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).count();
    }

    /// These and those, in file order.
    public Diagnostics and(Collection<Diagnostic> others) {
        List<Diagnostic> both = new ArrayList<>(all);
        both.addAll(others);
        return new Diagnostics(both);
    }
}
