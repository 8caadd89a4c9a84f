package dev.plumbline.diagnosis;

import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.design.Kind;
import dev.plumbline.simulation.Attribution;
import java.util.List;
import java.util.Optional;

/// Now and then a component needs many times as long for a request as it usually does.
final class HeavyTail implements Rule {
    private static final String RULE = "latency.heavy-tail";
    /// Times are uneven when the slowest half per cent take so many times as long as half of them.
    private static final double UNEVEN = 5;
    /// Slow requests are served so many times as long as typical ones.
    private static final double LONGER = 3;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .filter(component -> holds(symptoms, component))
                .map(component -> cause(symptoms, component))
                .toList();
    }

    static boolean holds(Symptoms symptoms, String component) {
        double slow = symptoms.seconds(component, Attribution.Phase.SERVICE);
        double typical = symptoms.typical().seconds(component, Attribution.Phase.SERVICE);
        Optional<ComponentResult> fared = symptoms.fared(component);
        return fared.filter(each -> each.tail().value() >= UNEVEN).isPresent()
                && symptoms.share(component, Attribution.Phase.SERVICE) >= Symptoms.MATTERS
                && slow >= LONGER * typical;
    }

    private static Cause cause(Symptoms symptoms, String component) {
        double slow = symptoms.seconds(component, Attribution.Phase.SERVICE);
        double typical = symptoms.typical().seconds(component, Attribution.Phase.SERVICE);
        double tail = symptoms.fared(component).orElseThrow().tail().value();
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                symptoms.share(component, Attribution.Phase.SERVICE),
                "%s are served for %s by %s, and typical ones for %s"
                        .formatted(symptoms.who(), symptoms.ofTheir(slow), component, Amounts.seconds(typical)),
                "its slowest half per cent take %s times as long as half of them, and no replica makes that shorter"
                        .formatted(Amounts.number(tail)),
                mend(symptoms, component),
                symptoms.place(component));
    }

    /// A second try of a long answer is as long.
    private static String mend(Symptoms symptoms, String component) {
        boolean writes = symptoms.component(component)
                .filter(each -> each.kind() == Kind.LLM)
                .isPresent();
        return writes
                ? "ask for shorter answers, write on a faster card, or promise the first token: \"p95 ttft of %s\""
                        .formatted(symptoms.path())
                : "find what takes it so long; until then hedge the call, or give up on it after a timeout";
    }
}
