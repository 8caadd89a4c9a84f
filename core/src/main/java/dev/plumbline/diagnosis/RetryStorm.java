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
                "after %s at %s of what %s can do, its calls %s; each is tried %s times before, %s meanwhile and %s %s "
                                .formatted(
                                        Amounts.seconds(surge.seconds()),
                                        Quantity.percent(surge.load()),
                                        surge.component(),
                                        recovery(surge),
                                        Amounts.number(surge.before().value()),
                                        Amounts.number(surge.during().value()),
                                        Amounts.number(surge.after().value()),
                                        Amounts.seconds(surge.watched()) + " later;")
                        + "without retries they recover within %s".formatted(without(surge)),
                "each call that times out is made again, and its first try is still worked on: the more are slow, the "
                        + "more work there is",
                "bound retries to a share of calls, \"retry: {budget: 10 %%}\", shed sooner, or give %s more replicas"
                        .formatted(surge.component()),
                place(design, surge));
    }

    private static String recovery(Surge surge) {
        double seconds = surge.recovers().value();
        return Double.isFinite(seconds)
                ? "recover after " + Amounts.seconds(seconds)
                : "have not recovered after " + Amounts.seconds(surge.watched());
    }

    private static String without(Surge surge) {
        return Amounts.seconds(Math.max(surge.once().value(), surge.watched() / 40));
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
