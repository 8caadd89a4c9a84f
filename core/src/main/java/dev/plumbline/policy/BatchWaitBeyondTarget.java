package dev.plumbline.policy;

import dev.plumbline.design.Component;
import dev.plumbline.design.Service;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A request waits for its batch to fill as long as a requirement gives it for everything.
final class BatchWaitBeyondTarget implements PolicyRule {
    private static final String RULE = "policy.batch-wait-beyond-target";

    @Override
    public List<Diagnostic> of(Policed policed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Component component : policed.design().components().values()) {
            if (component.service() instanceof Service.Batched(var _, var delay, var _, var _)) {
                policed.sites().stream()
                        .filter(site -> site.call().target().equals(component.name()))
                        .flatMap(site -> policed.limit(site.path()).stream())
                        .min(Comparator.comparingDouble(Policed.Limit::seconds))
                        .filter(limit -> policed.of(delay) >= limit.seconds())
                        .ifPresent(limit -> found.add(Policed.finding(
                                RULE,
                                delay.place(),
                                "%s waits up to %s for a batch to fill, and \"%s\" asks for %s"
                                        .formatted(
                                                component.name(),
                                                Policed.seconds(policed.of(delay)),
                                                limit.requirement(),
                                                limit.words()),
                                "whenever a batch does not fill, the first request in it is late before it is served",
                                "wait no longer than a tenth of the target: \"wait: %s\""
                                        .formatted(Policed.seconds(limit.seconds() / 10)))));
            }
        }
        return found;
    }
}
