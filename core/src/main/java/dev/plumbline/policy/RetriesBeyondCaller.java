package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/// All tries of a call together take longer than the one around it waits.
final class RetriesBeyondCaller implements PolicyRule {
    private static final String RULE = "policy.retries-beyond-caller";

    @Override
    public List<Diagnostic> of(Policed policed) {
        return policed.sites().stream()
                .filter(site -> !TimeoutBeyondCaller.holds(policed, site))
                .flatMap(site -> of(policed, site).stream())
                .toList();
    }

    private static Optional<Diagnostic> of(Policed policed, CallSite site) {
        Step.Call call = site.call();
        Optional<Double> longest = policed.longest(call).filter(_ -> policed.tries(call) > 1);
        if (longest.isEmpty() || site.caller().isEmpty()) {
            return Optional.empty();
        }
        Step.Call caller = site.caller().get();
        double callers = policed.of(caller.timeout().orElseThrow());
        if (longest.get() <= callers) {
            return Optional.empty();
        }
        return Optional.of(Policed.finding(
                RULE,
                call.place(),
                "%d tries of %s take up to %s, and the call of %s around them gives up after %s"
                        .formatted(
                                policed.tries(call),
                                call.target(),
                                Policed.seconds(longest.get()),
                                caller.target(),
                                Policed.seconds(callers)),
                "the last try answers nobody, and adds load when the component has least room for it",
                "shorten the timeout of a try, retry less often, or let the caller wait %s"
                        .formatted(Policed.seconds(longest.get()))));
    }
}
