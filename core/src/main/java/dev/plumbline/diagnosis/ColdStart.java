package dev.plumbline.diagnosis;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.List;

/// Replicas that have been started, or have come back, are slow at first, and requests meet them.
final class ColdStart implements Rule {
    private static final String RULE = "latency.cold-start";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.design().components().values().stream()
                .flatMap(component -> component.cold().stream()
                        .filter(_ -> symptoms.share(component.name(), Attribution.Remark.COLD) >= Symptoms.MATTERS)
                        .map(cold -> cause(symptoms, component, cold)))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, Component component, Component.Cold cold) {
        Design design = symptoms.design();
        String name = component.name();
        double typical = symptoms.typical().seconds(name, Attribution.Remark.COLD);
        Place place = cold.lasts().place();
        return new Cause(
                RULE,
                symptoms.path(),
                name,
                symptoms.share(name, Attribution.Remark.COLD),
                "%s lose %s to cold replicas of %s, and typical ones %s; one that starts takes %s times as long for %s"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(symptoms.seconds(name, Attribution.Remark.COLD)),
                                name,
                                Amounts.seconds(typical),
                                Amounts.number(Amounts.of(design, cold.times())),
                                Amounts.seconds(Amounts.of(design, cold.lasts()))),
                "a replica that starts has caches, connections and code to warm up, and gets its full share of "
                        + "requests meanwhile",
                "warm it up before it serves, start fewer at a time, or let the balancer look: "
                        + "\"balance: least-loaded\" sends less to who is slow",
                place);
    }
}
