package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Quantity;
import java.util.List;
import java.util.Optional;

/// Retries without a budget ask for more than their component can do once its calls fail.
///
/// Where a call that fails is made again, a component that is slow for a moment gets more work for being slow, and
/// stays slow when the moment is over (N. Bronson et al., "Metastable Failures in Distributed Systems", HotOS 2021).
/// That cannot happen while it has room for all calls with all their retries.
final class RetryWithoutBudget implements PolicyRule {
    private static final String RULE = "policy.retry-without-budget";

    @Override
    public List<Diagnostic> of(Policed policed) {
        return policed.sites().stream()
                .flatMap(site -> of(policed, site).stream())
                .toList();
    }

    private static Optional<Diagnostic> of(Policed policed, CallSite site) {
        Step.Call call = site.call();
        boolean unbounded =
                call.retry().filter(retry -> retry.budget().isEmpty()).isPresent();
        Optional<Double> busy = policed.busy(call.target());
        int retries = policed.tries(call) - 1;
        double more = policed.share(call.target()).orElse(0.0) * site.rate() * retries;
        if (!unbounded || more <= 0 || busy.isEmpty() || busy.get() + more <= 1) {
            return Optional.empty();
        }
        return Optional.of(Policed.finding(
                RULE,
                call.place(),
                "%s gets %s of the work that it can do at peak, and %s when its calls fail and are retried %s"
                        .formatted(
                                call.target(),
                                Quantity.percent(busy.get()),
                                Quantity.percent(busy.get() + more),
                                retries == 1 ? "once" : retries + " times"),
                "retries keep a component down that was slow for a moment: it gets more work for being slow",
                "let retries be one call in ten at most: \"retry: {budget: 10 %}\""));
    }
}
