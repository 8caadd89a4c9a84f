package dev.plumbline.policy;

import dev.plumbline.design.Component;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A queue is allowed to grow so long that its last request is given up before it is served.
final class QueueBeyondTimeout implements PolicyRule {
    private static final String RULE = "policy.queue-beyond-timeout";

    @Override
    public List<Diagnostic> of(Policed policed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Component component : policed.design().components().values()) {
            Optional<Step.Call> first = impatient(policed, component.name());
            Optional<Double> wait = wait(policed, component);
            if (first.isPresent() && wait.isPresent()) {
                double timeout = policed.of(first.get().timeout().orElseThrow());
                if (wait.get() > timeout) {
                    found.add(finding(policed, component, wait.get(), timeout));
                }
            }
        }
        return found;
    }

    /// The call of it that gives up first.
    private static Optional<Step.Call> impatient(Policed policed, String component) {
        return policed.sites().stream()
                .map(CallSite::call)
                .filter(call ->
                        call.target().equals(component) && call.timeout().isPresent())
                .min(Comparator.comparingDouble(
                        call -> policed.of(call.timeout().orElseThrow())));
    }

    /// How long the last of a full queue waits.
    private static Optional<Double> wait(Policed policed, Component component) {
        return component
                .queue()
                .limit()
                .flatMap(limit -> policed.share(component.name())
                        .map(share -> policed.of(limit)
                                * share
                                * policed.of(component.replicas())
                                * component.shards().map(policed::of).orElse(1.0)));
    }

    private static Diagnostic finding(Policed policed, Component component, double wait, double timeout) {
        double limit = policed.of(component.queue().limit().orElseThrow());
        return Policed.finding(
                RULE,
                component.queue().limit().orElseThrow().place(),
                "the last of %.0f in the queue of %s waits %s, and its call is given up after %s"
                        .formatted(limit, component.name(), Policed.seconds(wait), Policed.seconds(timeout)),
                "a full queue serves requests that nobody waits for any more, instead of those that it sheds",
                "let no more wait than can be served in time: \"limit: %.0f\""
                        .formatted(Math.max(1, Math.floor(limit * timeout / wait))));
    }
}
