package dev.plumbline.diagnosis;

import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// Requests come to a component many at a time, so that they queue although it could do twice the work.
final class Bursts implements Rule {
    private static final String RULE = "latency.bursts";
    private static final double HALF = 0.5;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .flatMap(component -> of(symptoms, component).stream())
                .toList();
    }

    private static Optional<Cause> of(Symptoms symptoms, String component) {
        double waiting = symptoms.seconds(component, Attribution.Phase.QUEUE);
        double share = symptoms.share(component, Attribution.Phase.QUEUE);
        double explained = symptoms.explained(component);
        Optional<ComponentResult> fared = symptoms.fared(component);
        boolean idle = fared.filter(each -> each.offered().value() < HALF).isPresent();
        if (!idle || share < Symptoms.MATTERS || explained >= share / 2) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                RULE,
                symptoms.path(),
                component,
                share,
                "%s wait %s for a server at %s, which gets no more than %s of the work that it can do"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(waiting),
                                component,
                                Amounts.percent(fared.orElseThrow().offered())),
                "the mean load hides that many come at the same moment: the last of them waits for all others",
                "spread them: fewer copies side by side, a limit on what one caller sends at once, or more servers "
                        + "for %s".formatted(component),
                symptoms.place(component)));
    }
}
