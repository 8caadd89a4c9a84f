package dev.plumbline.scorecard;

import dev.plumbline.assessment.Reached;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Which components answer a requirement.
final class Traces {
    private final Design design;

    Traces(Design design) {
        this.design = design;
    }

    /// The components, or empty for a requirement of the design as a whole, or one that says nothing measurable.
    Optional<Set<String>> components(Requirement requirement) {
        return requirement.must().flatMap(sentence -> components(sentence.reading()));
    }

    private Optional<Set<String>> components(Reading reading) {
        return switch (reading) {
            case Reading.Latency(var _, Name path) -> Optional.of(onPath(path));
            case Reading.Throughput(Name path) -> Optional.of(onPath(path));
            case Reading.Success(Name path) -> Optional.of(onPath(path));
            case Reading.Fallbacks(Name path) -> Optional.of(onPath(path));
            case Reading.Availability(Name thing) -> Optional.of(onPath(thing));
            case Reading.StaleReads(Name store) -> Optional.of(onPath(store));
            case Reading.Declared(var _, Name of) ->
                Optional.of(
                        design.data().containsKey(of.text())
                                        || design.sources().containsKey(of.text())
                                        || design.models().containsKey(of.text())
                                ? holding(of)
                                : onPath(of));
            case Reading.Ttft(var _, Name llm) -> Optional.of(onPath(llm));
            case Reading.Tpot(var _, Name llm) -> Optional.of(onPath(llm));
            case Reading.Age(var _, Name of) -> Optional.of(holding(of));
            case Reading.Storage(Name data) -> Optional.of(holding(data));
            case Reading.Drift(Name data) -> Optional.of(holding(data));
            case Reading.Skew(Name data) -> Optional.of(holding(data));
            case Reading.ModelMetric(var _, Name model) -> Optional.of(holding(model));
            case Reading.Gap(var _, Name model, var _) -> Optional.of(holding(model));
            case Reading.Cost _, Reading.Energy _, Reading.Carbon _ -> Optional.empty();
        };
    }

    private Set<String> onPath(Name name) {
        return Reached.by(design, name.text());
    }

    /// The components that hold data, or that are called like a model; a source of events is answered by whoever holds
    /// what is computed from it.
    private Set<String> holding(Name name) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> wanted = new LinkedHashSet<>(Set.of(name.text()));
        design.data().values().stream()
                .filter(data -> data.from().contains(name.text()))
                .forEach(data -> wanted.add(data.name()));
        for (Component component : design.components().values()) {
            if (wanted.contains(component.name()) || component.holds().stream().anyMatch(wanted::contains)) {
                found.add(component.name());
            }
        }
        return found;
    }
}
