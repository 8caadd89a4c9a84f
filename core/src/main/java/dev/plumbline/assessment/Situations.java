package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.Scenario;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Sentence;
import java.util.Optional;

/// Finds the situation that a requirement speaks of.
final class Situations {
    private Situations() {}

    /// Latency and what else is simulated is judged at peak unless the sentence says otherwise.
    static Optional<Situation> of(Design design, String id, Sentence sentence, Valuation valuation) {
        return switch (sentence.circumstance()) {
            case Circumstance.Unstated _, Circumstance.Peak _ -> Optional.of(new Situation.Peak());
            case Circumstance.Average _ -> Optional.of(new Situation.Average());
            case Circumstance.During(var scenario) -> Situation.named(design, scenario.text());
            case Circumstance.Load(var rate) ->
                sentence.reading()
                        .requestsOf()
                        .map(Name::text)
                        .map(path -> new Situation.Stated(
                                rate.text(),
                                path,
                                valuation
                                        .spread(RequirementSection.target(id) + "_load")
                                        .median()));
        };
    }

    /// What of a situation the engine does not know, as a reason; empty where it knows load, lost replicas, slow
    /// components and emptied caches, as far as there are any.
    static Optional<String> unknown(Design design, Situation situation) {
        return situation instanceof Situation.During(var scenario)
                ? scenario.disturbances().stream()
                        .flatMap(each -> unknown(design, each).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> unknown(Design design, Scenario.Disturbance disturbance) {
        return switch (disturbance) {
            case Scenario.Disturbance.Kill _, Scenario.Disturbance.Slow _ -> Optional.empty();
            case Scenario.Disturbance.Partition _ -> Optional.of("a partition is not simulated yet");
            case Scenario.Disturbance.Delay _ -> Optional.of("late data is not simulated yet");
            case Scenario.Disturbance.Flush(var cache) -> {
                Component component = design.components().get(cache);
                yield component != null
                                && component
                                        .cache()
                                        .flatMap(Component.Cache::population)
                                        .isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "how \"%s\" fills again depends on its keys, which are not stated".formatted(cache));
            }
        };
    }
}
