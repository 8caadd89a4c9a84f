package dev.plumbline.diagnosis;

import dev.plumbline.simulation.Attribution;
import java.util.List;

/// A component takes long for every request: slow and typical ones alike are served for most of their time.
final class SlowService implements Rule {
    private static final String RULE = "latency.slow-service";
    private static final double MOST = 0.4;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .filter(component -> holds(symptoms, component))
                .map(component -> cause(symptoms, component))
                .toList();
    }

    private static boolean holds(Symptoms symptoms, String component) {
        return symptoms.slow().share(component, Attribution.Phase.SERVICE) >= MOST
                && symptoms.typical().share(component, Attribution.Phase.SERVICE) >= Symptoms.MATTERS
                && !HeavyTail.holds(symptoms, component);
    }

    private static Cause cause(Symptoms symptoms, String component) {
        double slow = symptoms.seconds(component, Attribution.Phase.SERVICE);
        double typical = symptoms.typical().seconds(component, Attribution.Phase.SERVICE);
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                symptoms.share(component, Attribution.Phase.SERVICE),
                "%s are served for %s by %s, and typical ones for %s"
                        .formatted(symptoms.who(), symptoms.ofTheir(slow), component, Amounts.seconds(typical)),
                "this is work and not waiting: more replicas do not make it shorter",
                "make %s do less for a request, or on a faster machine".formatted(component),
                symptoms.place(component));
    }
}
