package dev.plumbline.diagnosis;

import dev.plumbline.design.Service;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// Requests wait for company that does not come: a batch starts when its time is up, not when it is full.
final class BatchWait implements Rule {
    private static final String RULE = "latency.batch-wait";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .flatMap(component -> of(symptoms, component).stream())
                .toList();
    }

    private static Optional<Cause> of(Symptoms symptoms, String component) {
        double waiting = symptoms.seconds(component, Attribution.Phase.BATCH);
        Optional<Service.Batched> batched = symptoms.component(component)
                .filter(each -> each.service() instanceof Service.Batched)
                .map(each -> (Service.Batched) each.service());
        if (batched.isEmpty() || symptoms.share(component, Attribution.Phase.BATCH) < Symptoms.MATTERS) {
            return Optional.empty();
        }
        double size =
                symptoms.fared(component).map(each -> each.batch().value()).orElse(1.0);
        Place place = batched.get().delay().place();
        return Optional.of(new Cause(
                RULE,
                symptoms.path(),
                component,
                symptoms.share(component, Attribution.Phase.BATCH),
                "%s wait %s for their batch at %s to fill, and a batch starts with %s of at most %s"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(waiting),
                                component,
                                Amounts.number(size),
                                Amounts.number(Amounts.of(
                                        symptoms.design(), batched.get().max()))),
                "a batch that does not fill makes its first request wait for the whole time, and saves little",
                "shorten \"wait\", or have fewer replicas so that batches fill",
                place));
    }
}
