package dev.plumbline.policy;

import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/// A hedge sends more work to a component that has hardly room for what it gets.
///
/// A hedge after p95 repeats one call in twenty. Where calls are slow because their component is slow now and then, the
/// repetition is quick; where they are slow because all wait in one queue, it lengthens that (N. B. Shah, K. Lee and K.
/// Ramchandran, "When Do Redundant Requests Reduce Latency?", IEEE Transactions on Communications 64(2), 2016).
final class HedgeOnBusy implements PolicyRule {
    private static final String RULE = "policy.hedge-on-busy";
    /// From here on calls are slow for the queue that they wait in.
    private static final double NEARLY_ALL = 0.85;

    @Override
    public List<Diagnostic> of(Policed policed) {
        List<Diagnostic> found = new ArrayList<>();
        for (CallSite site : policed.sites()) {
            Step.Call call = site.call();
            call.hedge()
                    .ifPresent(hedge -> policed.busy(call.target())
                            .filter(busy -> busy >= NEARLY_ALL)
                            .ifPresent(busy -> found.add(finding(call, hedge, busy))));
        }
        return found;
    }

    private static Diagnostic finding(Step.Call call, Step.Hedge hedge, double busy) {
        String more = switch (hedge) {
            case Step.Hedge.AfterPercentile(double level) ->
                "; one more call for %s of them makes that %s"
                        .formatted(Quantity.percent(1 - level), Quantity.percent(busy * (2 - level)));
            case Step.Hedge.AfterTime _ -> ", and every hedge is one more call";
        };
        return Policed.finding(
                RULE,
                call.place(),
                "calls of %s are hedged, and at peak it gets %s of the work that it can do%s"
                        .formatted(call.target(), Quantity.percent(busy), more),
                "a second try waits in the same queue, and makes it longer for everybody",
                "give %s more replicas first, or take the hedge out".formatted(call.target()));
    }
}
