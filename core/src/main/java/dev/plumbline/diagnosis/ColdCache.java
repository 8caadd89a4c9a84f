package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Profile;
import dev.plumbline.design.Component;
import dev.plumbline.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;

/// The slow requests are those that a cache could not answer.
final class ColdCache implements Rule {
    private static final String RULE = "latency.cold-cache";
    /// Slow requests spend so many times as long behind the cache as typical ones.
    private static final double LONGER = 3;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        List<Cause> causes = new ArrayList<>();
        for (Component cache : symptoms.design().components().values()) {
            cache.cache()
                    .ifPresent(its -> its.behind().ifPresent(behind -> {
                        double slow = at(symptoms.slow(), behind);
                        double typical = at(symptoms.typical(), behind);
                        if (share(symptoms.slow(), behind) >= Symptoms.MATTERS && slow >= LONGER * typical) {
                            causes.add(cause(symptoms, cache.name(), its.hit().place(), behind, slow, typical));
                        }
                    }));
        }
        return causes;
    }

    private static double at(Profile.Band band, String component) {
        return band.parts().stream()
                .filter(part -> part.component().equals(component))
                .mapToDouble(part -> part.seconds().value())
                .sum();
    }

    private static double share(Profile.Band band, String component) {
        return band.parts().stream()
                .filter(part -> part.component().equals(component))
                .mapToDouble(Profile.Part::share)
                .sum();
    }

    private static Cause cause(
            Symptoms symptoms, String cache, Place place, String behind, double slow, double typical) {
        double asked = symptoms.fared(cache).map(each -> each.rate().value()).orElse(0.0);
        double missed = symptoms.fared(behind).map(each -> each.rate().value()).orElse(0.0);
        return new Cause(
                RULE,
                symptoms.path(),
                behind,
                share(symptoms.slow(), behind),
                "%s spend %s at %s, behind %s, and typical ones %s; %s asks it %s times for each time that it is asked"
                        .formatted(
                                symptoms.who(),
                                symptoms.ofTheir(slow),
                                behind,
                                cache,
                                Amounts.seconds(typical),
                                cache,
                                Amounts.number(asked > 0 ? missed / asked : 0)),
                "a tail is made by the rarest way through: once more requests miss than the percentile leaves out, "
                        + "it is the way of a miss",
                "raise the share of hits above the percentile, or make %s quicker".formatted(behind),
                place);
    }
}
