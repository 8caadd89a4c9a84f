package dev.plumbline.diagnosis;

import dev.plumbline.assessment.CallSummary;
import dev.plumbline.assessment.Profile;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// The slow requests were answered by a second try, and lost the time of the first.
final class LostTries implements Rule {
    private static final String RULE = "latency.lost-tries";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.slow().parts().stream()
                .filter(part -> part.phase() == Attribution.Phase.LOST && part.share() >= Symptoms.MATTERS)
                .map(part -> cause(symptoms, part))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, Profile.Part part) {
        String component = part.component();
        Optional<Step.Call> step = symptoms.step(component);
        Place place = step.map(Step.Call::place).orElse(symptoms.place(component));
        String often = symptoms.call(component)
                .map(CallSummary::attempts)
                .map(attempts ->
                        "; a call of it takes %s tries in the mean".formatted(Amounts.number(attempts.value())))
                .orElse("");
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                part.share(),
                "%s lose %s on tries of %s before the one that answers%s"
                        .formatted(
                                symptoms.who(), symptoms.ofTheir(part.seconds().value()), component, often),
                "a second try starts when the first is given up, so its answer comes a timeout and a back-off later",
                "shorten the timeout of %s, or send a hedge beside the first try".formatted(component),
                place);
    }
}
