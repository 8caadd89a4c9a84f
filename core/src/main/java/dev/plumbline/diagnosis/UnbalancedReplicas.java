package dev.plumbline.diagnosis;

import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Locale;

/// Requests wait at one replica while another has nothing to do.
final class UnbalancedReplicas implements Rule {
    private static final String RULE = "latency.unbalanced-replicas";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .filter(component -> symptoms.share(component, Attribution.Remark.OTHER_FREE) >= Symptoms.MATTERS)
                .map(component -> cause(symptoms, component))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, String component) {
        double beside = symptoms.seconds(component, Attribution.Remark.OTHER_FREE);
        String balance = symptoms.component(component)
                .map(each -> each.balance().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("random");
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                symptoms.share(component, Attribution.Remark.OTHER_FREE),
                "%s wait %s at a replica of %s although another had a free server when they came"
                        .formatted(symptoms.who(), symptoms.ofTheir(beside), component),
                "\"balance: %s\" sends requests to a replica without looking at how full it is".formatted(balance),
                "let the balancer look: \"balance: two-choices\" needs to know of two replicas, "
                        + "\"least-loaded\" of all",
                symptoms.place(component));
    }
}
