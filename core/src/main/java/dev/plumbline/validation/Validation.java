package dev.plumbline.validation;

import java.util.List;

/// Cases held against what we compute, in the order of the cases.
public record Validation(List<Comparison> comparisons) {
    public Validation {
        comparisons = List.copyOf(comparisons);
    }

    /// Computes each case by the first method that knows its kind.
    public static Validation of(List<Case> cases, List<Method> methods) {
        return new Validation(cases.stream()
                .map(each -> new Comparison(each, outcome(each, methods)))
                .toList());
    }

    private static Outcome outcome(Case given, List<Method> methods) {
        for (Method method : methods) {
            Outcome outcome = method.of(given);
            if (!(outcome instanceof Outcome.Strange)) {
                return outcome;
            }
        }
        return new Outcome.Strange();
    }

    public long count(Comparison.Verdict verdict) {
        return comparisons.stream().filter(each -> each.verdict() == verdict).count();
    }

    /// The cases that have a figure of ours.
    public long computed() {
        return comparisons.size() - count(Comparison.Verdict.NOT_COMPUTED);
    }

    /// The share of computed cases that lie within their tolerance; 1 where nothing was computed.
    public double inside() {
        return computed() == 0 ? 1 : (double) count(Comparison.Verdict.INSIDE) / computed();
    }

    /// The same for the cases whose published value has to lie in our interval alone.
    public Validation intervals() {
        return new Validation(comparisons.stream()
                .filter(each -> each.given().tolerance() instanceof Tolerance.Inside)
                .toList());
    }
}
