package dev.plumbline.diagnosis;

import dev.plumbline.assessment.CallSummary;
import dev.plumbline.assessment.Profile;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// The slow requests waited for a call in vain, and then took its fallback.
final class TimeoutThenFallback implements Rule {
    private static final String RULE = "latency.timeout-then-fallback";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.slow().parts().stream()
                .filter(part -> part.phase() == Attribution.Phase.GIVEN_UP && part.share() >= Symptoms.MATTERS)
                .map(part -> cause(symptoms, part))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, Profile.Part part) {
        String component = part.component();
        Optional<Step.Call> step = symptoms.step(component);
        Place place = step.map(Step.Call::place).orElse(symptoms.place(component));
        String often = symptoms.call(component)
                .map(CallSummary::fallback)
                .map(share -> "; a fallback answers %s of these calls".formatted(Amounts.percent(share)))
                .orElse("");
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                part.share(),
                "%s spend %s on calls of %s that came to nothing, before the fallback%s"
                        .formatted(
                                symptoms.who(), symptoms.ofTheir(part.seconds().value()), component, often),
                "who waits for the timeout and then takes the fallback is slower than who takes it at once",
                "shorten the timeout of %s to what its good answers take, or see why they take longer"
                        .formatted(component),
                place);
    }
}
