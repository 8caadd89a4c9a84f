package dev.plumbline.diagnosis;

import dev.plumbline.design.Component;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.List;

/// A replica stands still now and then, and with it all requests that it holds.
final class Pauses implements Rule {
    private static final String RULE = "latency.pauses";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .filter(component -> share(symptoms, component) >= Symptoms.MATTERS)
                .map(component -> cause(symptoms, component))
                .toList();
    }

    private static double share(Symptoms symptoms, String component) {
        return symptoms.share(component, Attribution.Phase.HICCUP)
                + symptoms.share(component, Attribution.Remark.STILL);
    }

    private static Cause cause(Symptoms symptoms, String component) {
        double still = symptoms.seconds(component, Attribution.Phase.HICCUP)
                + symptoms.seconds(component, Attribution.Remark.STILL);
        Place place = symptoms.component(component)
                .flatMap(Component::hiccups)
                .map(each -> each.every().place())
                .orElse(symptoms.place(component));
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                share(symptoms, component),
                "%s spend %s while their replica of %s stands still"
                        .formatted(symptoms.who(), symptoms.ofTheir(still), component),
                "a pause holds up every request that the replica holds, and those that come meanwhile",
                "make pauses shorter or rarer, or hedge the call so that another replica answers",
                place);
    }
}
