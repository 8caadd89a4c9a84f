package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Quantity;
import java.util.List;
import java.util.Optional;

/// A hedge is due when the call has already been given up.
final class HedgeAfterTimeout implements PolicyRule {
    private static final String RULE = "policy.hedge-after-timeout";

    @Override
    public List<Diagnostic> of(Policed policed) {
        return policed.sites().stream()
                .map(CallSite::call)
                .flatMap(call -> call.hedge().flatMap(hedge -> of(policed, call, hedge)).stream())
                .toList();
    }

    private static Optional<Diagnostic> of(Policed policed, Step.Call call, Step.Hedge hedge) {
        if (call.timeout().isEmpty()) {
            return Optional.empty();
        }
        double timeout = policed.of(call.timeout().get());
        return switch (hedge) {
            case Step.Hedge.AfterTime(var time)
            when policed.of(time) >= timeout ->
                Optional.of(Policed.finding(
                        RULE,
                        time.place(),
                        "the hedge of %s is due after %s, and the call is given up after %s"
                                .formatted(call.target(), Policed.seconds(policed.of(time)), Policed.seconds(timeout)),
                        "a second try that starts when the first is over never starts",
                        "hedge after the time that 95 % of calls stay below: \"hedge: {after: p95}\""));
            case Step.Hedge.AfterTime _ -> Optional.empty();
            case Step.Hedge.AfterPercentile(double level) ->
                Optional.ofNullable(policed.design().components().get(call.target()))
                        .flatMap(component -> policed.quantile(component, level))
                        .filter(least -> least >= timeout)
                        .map(least -> Policed.finding(
                                RULE,
                                call.place(),
                                "the hedge of %s is due after %s of its calls, which take %s even when nobody waits, "
                                                .formatted(
                                                        call.target(), Quantity.percent(level), Policed.seconds(least))
                                        + "and the call is given up after %s".formatted(Policed.seconds(timeout)),
                                "a second try that starts when the first is over never starts",
                                "hedge sooner, or wait longer before giving up"));
        };
    }
}
