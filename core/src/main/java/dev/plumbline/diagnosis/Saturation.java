package dev.plumbline.diagnosis;

import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// A component gets nearly the work that it can do, or more, so that requests queue for it.
///
/// With one server and exponential times the wait is `load / (1 - load)` services: one at 50 %, nine at 90 %.
final class Saturation implements Rule {
    private static final String RULE = "latency.saturation";
    /// From here on a queue is long whatever else is wrong.
    private static final double NEARLY_ALL = 0.85;
    /// Below this a queue has other causes than the load.
    private static final double HALF = 0.5;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .flatMap(component -> of(symptoms, component).stream())
                .toList();
    }

    private static Optional<Cause> of(Symptoms symptoms, String component) {
        double share = symptoms.share(component, Attribution.Phase.QUEUE);
        double waiting = symptoms.seconds(component, Attribution.Phase.QUEUE);
        Optional<ComponentResult> fared = symptoms.fared(component);
        if (fared.isEmpty() || share < Symptoms.MATTERS) {
            return Optional.empty();
        }
        double explained = symptoms.explained(component);
        double offered = fared.get().offered().value();
        boolean load = offered >= NEARLY_ALL || (offered >= HALF && explained < share / 2);
        if (!load) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                RULE,
                symptoms.path(),
                component,
                share,
                "%s wait %s for a server at %s, which gets %s of the work that it can do"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(waiting),
                                component,
                                Amounts.percent(fared.get().offered())),
                "the nearer a component is to all that it can do, the longer is its queue: "
                        + "at 90 % it is six times as long as at 60 %",
                "give %s more replicas, or less to do".formatted(component),
                symptoms.place(component)));
    }
}
