package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.Scenario;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Reading;
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
                path(sentence.reading())
                        .map(path -> new Situation.Stated(
                                rate.text(),
                                path,
                                valuation
                                        .spread(RequirementSection.target(id) + "_load")
                                        .median()));
        };
    }

    /// The path whose requests a reading is taken from.
    static Optional<String> path(Reading reading) {
        return switch (reading) {
            case Reading.Latency(var _, var path) -> Optional.of(path.text());
            case Reading.Throughput(var path) -> Optional.of(path.text());
            case Reading.Success(var path) -> Optional.of(path.text());
            case Reading.Fallbacks(var path) -> Optional.of(path.text());
            case Reading.Availability _,
                    Reading.Age _,
                    Reading.StaleReads _,
                    Reading.Cost _,
                    Reading.Storage _,
                    Reading.Energy _,
                    Reading.Carbon _,
                    Reading.ModelMetric _,
                    Reading.Gap _,
                    Reading.Drift _,
                    Reading.Skew _,
                    Reading.Ttft _,
                    Reading.Tpot _,
                    Reading.Declared _ -> Optional.empty();
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
