package dev.plumbline.diagnosis;

import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.Interval;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.simulation.Attribution;
import java.util.List;

/// The load rises faster than replicas are added, and requests wait for those that are on their way.
final class LateScaling implements Rule {
    private static final String RULE = "latency.late-scaling";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.design().components().values().stream()
                .flatMap(component -> component.scale().stream()
                        .filter(_ -> symptoms.share(component.name(), Attribution.Remark.LATE) >= Symptoms.MATTERS)
                        .map(scale -> cause(symptoms, component, scale)))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, Component component, Component.Scale scale) {
        Design design = symptoms.design();
        String name = component.name();
        String after = Amounts.seconds(Amounts.of(design, scale.after()));
        double replicas = symptoms.fared(name)
                .flatMap(ComponentResult::replicas)
                .map(Interval::value)
                .orElse(0.0);
        return new Cause(
                RULE,
                symptoms.path(),
                name,
                symptoms.share(name, Attribution.Remark.LATE),
                "%s wait %s at %s while replicas are on their way that take %s to serve; %s serve in the mean, of %s"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(symptoms.seconds(name, Attribution.Remark.LATE)),
                                name,
                                after,
                                Amounts.number(replicas),
                                Amounts.number(Amounts.of(design, scale.to()))),
                "what is ordered when the load has come serves %s later, and all that comes meanwhile queues"
                        .formatted(after),
                "start from more (\"from\"), order sooner (a lower busy share), start quicker (\"after\"), or shed",
                scale.from().place());
    }
}
