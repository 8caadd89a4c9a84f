package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/// A call waits longer than the one around it, which has given up by then.
final class TimeoutBeyondCaller implements PolicyRule {
    private static final String RULE = "policy.timeout-beyond-caller";

    @Override
    public List<Diagnostic> of(Policed policed) {
        return policed.sites().stream()
                .flatMap(site -> of(policed, site).stream())
                .toList();
    }

    private static Optional<Diagnostic> of(Policed policed, CallSite site) {
        if (site.caller().isEmpty() || !holds(policed, site)) {
            return Optional.empty();
        }
        Step.Call caller = site.caller().get();
        double callers = policed.of(caller.timeout().orElseThrow());
        return Optional.of(Policed.finding(
                RULE,
                site.call().timeout().orElseThrow().place(),
                "%s is given %s, and the call of %s around it gives up after %s"
                        .formatted(
                                site.call().target(),
                                Policed.seconds(policed.of(site.call().timeout().orElseThrow())),
                                caller.target(),
                                Policed.seconds(callers)),
                "this timeout never comes about, nor a fallback or retry behind it, and the work goes on for nobody",
                "give %s less than %s".formatted(site.call().target(), Policed.seconds(callers))));
    }

    static boolean holds(Policed policed, CallSite site) {
        return site.caller().isPresent()
                && site.call().timeout().isPresent()
                && policed.of(site.call().timeout().get())
                        > policed.of(site.caller().get().timeout().orElseThrow());
    }
}
