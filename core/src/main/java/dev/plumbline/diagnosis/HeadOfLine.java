package dev.plumbline.diagnosis;

import dev.plumbline.simulation.Attribution;
import java.util.List;

/// Short requests wait behind a long one that came before them.
final class HeadOfLine implements Rule {
    private static final String RULE = "latency.head-of-line";

    @Override
    public List<Cause> of(Symptoms symptoms) {
        return symptoms.components().stream()
                .filter(component -> symptoms.share(component, Attribution.Remark.BEHIND_LONG) >= Symptoms.MATTERS)
                .map(component -> cause(symptoms, component))
                .toList();
    }

    private static Cause cause(Symptoms symptoms, String component) {
        double behind = symptoms.seconds(component, Attribution.Remark.BEHIND_LONG);
        return new Cause(
                RULE,
                symptoms.path(),
                component,
                symptoms.share(component, Attribution.Remark.BEHIND_LONG),
                "%s wait %s at %s behind a request that takes at least ten times as long as half of them"
                        .formatted(symptoms.who(), symptoms.ofTheir(behind), component),
                "in one queue the rare long request holds up all the short ones behind it",
                "serve long requests elsewhere, \"serve: sharing\", or give each replica more \"concurrency\"",
                symptoms.place(component));
    }
}
