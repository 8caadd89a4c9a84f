package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Quantity;
import java.util.List;
import java.util.Optional;

/// Calls that failed together are tried again together.
///
/// M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
final class RetryWithoutJitter implements PolicyRule {
    private static final String RULE = "policy.retry-without-jitter";
    /// Below this a component has room for what comes at once.
    private static final double BUSY = 0.6;

    @Override
    public List<Diagnostic> of(Policed policed) {
        return policed.sites().stream()
                .flatMap(site -> of(policed, site).stream())
                .toList();
    }

    private static Optional<Diagnostic> of(Policed policed, CallSite site) {
        Step.Call call = site.call();
        Optional<Step.Retry> fixed = call.retry().filter(retry -> retry.jitter().isEmpty());
        Optional<Double> busy = policed.busy(call.target()).filter(share -> share >= BUSY);
        if (fixed.isEmpty() || busy.isEmpty()) {
            return Optional.empty();
        }
        String wait = fixed.get()
                .backoff()
                .map(each -> "%s later".formatted(Policed.seconds(policed.of(each))))
                .orElse("at once");
        return Optional.of(Policed.finding(
                RULE,
                call.place(),
                "calls of %s that fail are all tried again %s, and at peak it gets %s of the work that it can do"
                        .formatted(call.target(), wait, Quantity.percent(busy.get())),
                "what failed at one moment comes back at one moment, and fails again",
                fixed.get().backoff().isPresent()
                        ? "spread the waits: \"jitter: 100 %\""
                        : "wait before a retry and spread the waits: \"backoff: 20 ms, jitter: 100 %\""));
    }
}
