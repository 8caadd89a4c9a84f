package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Profile;
import dev.plumbline.design.Component;
import dev.plumbline.design.Scenario;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The slow requests are those that a cache could not answer, be it that it was emptied.
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
                        Behind found = new Behind(cache, its, behind);
                        boolean longer = at(symptoms.slow(), behind) >= LONGER * at(symptoms.typical(), behind);
                        if (share(symptoms.slow(), behind) >= Symptoms.MATTERS
                                && (longer || emptied(symptoms, cache.name()))) {
                            causes.add(cause(symptoms, found));
                        }
                    }));
        }
        return causes;
    }

    /// A cache, and what it asks for what it does not have.
    private record Behind(Component cache, Component.Cache its, String behind) {}

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

    /// Whether the scenario empties the cache: then typical requests may be as slow as the others.
    private static boolean emptied(Symptoms symptoms, String cache) {
        return Optional.ofNullable(
                        symptoms.design().scenarios().get(symptoms.scenario().scenario()))
                .map(Scenario::disturbances)
                .orElse(List.of())
                .contains(new Scenario.Disturbance.Flush(cache));
    }

    private static Cause cause(Symptoms symptoms, Behind found) {
        String cache = found.cache().name();
        String behind = found.behind();
        double asked = symptoms.fared(cache).map(each -> each.rate().value()).orElse(0.0);
        double missed = symptoms.fared(behind).map(each -> each.rate().value()).orElse(0.0);
        boolean emptied = emptied(symptoms, cache);
        String what = "%s spend %s at %s, behind %s, and typical ones %s; "
                .formatted(
                        symptoms.who(),
                        symptoms.ofTheir(at(symptoms.slow(), behind)),
                        behind,
                        cache,
                        Amounts.seconds(at(symptoms.typical(), behind)));
        String often = "%s asks it %s times for each time that it is asked"
                .formatted(cache, Amounts.number(asked > 0 ? missed / asked : 0));
        return new Cause(
                RULE,
                symptoms.path(),
                behind,
                share(symptoms.slow(), behind),
                what + (emptied ? filling(symptoms, cache).orElse(often) : often),
                emptied
                        ? "an emptied cache lets nearly all through, and fills no faster than they are answered"
                        : "a tail is made by the rarest way through: once more requests miss than the percentile "
                                + "leaves out, it is the way of a miss",
                emptied
                        ? "fill %s before it is asked, empty it piece by piece, or give %s room for the flood"
                                .formatted(cache, behind)
                        : "raise the share of hits above the percentile, or make %s quicker".formatted(behind),
                found.its().hit().place());
    }

    /// How the emptied cache fills again, where that was told.
    private static Optional<String> filling(Symptoms symptoms, String cache) {
        return symptoms.scenario()
                .chronicle()
                .flatMap(told -> Optional.ofNullable(told.missed().get(cache))
                        .map(missed -> "emptied, %s misses %s in the first %s and %s in the last"
                                .formatted(
                                        cache,
                                        Quantity.percent(Math.max(0, missed.getFirst())),
                                        Amounts.seconds(told.seconds()),
                                        Quantity.percent(Math.max(0, missed.get(told.during() - 1))))));
    }
}
