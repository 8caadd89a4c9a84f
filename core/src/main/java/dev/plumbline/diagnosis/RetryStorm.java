package dev.plumbline.diagnosis;

import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Surge;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/// Retries keep a component down after the load that brought it down is gone.
final class RetryStorm {
    private static final String RULE = "latency.retry-storm";

    private RetryStorm() {}

    static List<Cause> of(Design design, ScenarioResult scenario, String path) {
        List<Cause> causes = new ArrayList<>();
        for (Surge surge : scenario.surges()) {
            if (surge.path().equals(path) && surge.isStorm()) {
                causes.add(cause(design, surge));
            }
        }
        return causes;
    }

    static boolean is(Cause cause) {
        return cause.rule().equals(RULE);
    }

    private static Cause cause(Design design, Surge surge) {
        return new Cause(
                RULE,
                surge.path(),
                surge.component(),
                1 - 1 / Math.max(surge.during().value(), surge.after().value()),
                "after %s at %s of what %s can do, its calls %s, %s times the %s that they take without retries; each "
                                .formatted(
                                        Amounts.seconds(surge.seconds()),
                                        Quantity.percent(surge.load()),
                                        surge.component(),
                                        recovery(surge),
                                        Amounts.number(Math.rint(lasted(surge) / without(surge))),
                                        Amounts.seconds(without(surge)))
                        + "is tried %s times before, %s meanwhile and %s at the end"
                                .formatted(
                                        Amounts.number(surge.before().value()),
                                        Amounts.number(surge.during().value()),
                                        Amounts.number(surge.after().value())),
                "each call that times out is made again, and its first try is still worked on: the more are slow, the "
                        + "more work there is",
                "bound retries to a share of calls, \"retry: {budget: 10 %%}\", shed sooner, or give %s more replicas"
                        .formatted(surge.component()),
                place(design, surge));
    }

    private static String recovery(Surge surge) {
        return Double.isFinite(surge.recovers().value())
                ? "recover after " + Amounts.seconds(lasted(surge))
                : "have not recovered in the %s that were watched".formatted(Amounts.seconds(lasted(surge)));
    }

    private static double lasted(Surge surge) {
        double seconds = surge.recovers().value();
        return Double.isFinite(seconds) ? seconds : surge.watched();
    }

    /// A recovery is known to a stretch of what was watched.
    private static double without(Surge surge) {
        return Math.max(surge.once().value(), surge.seconds() / 2);
    }

    private static Place place(Design design, Surge surge) {
        Steps steps = new Steps(design);
        return steps.calls(surge.path()).stream()
                .filter(call ->
                        call.retry().isPresent() && steps.first(call.target()).equals(surge.component()))
                .map(Step.Call::place)
                .findFirst()
                .orElse(design.start());
    }
}
