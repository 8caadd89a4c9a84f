package dev.plumbline.review;

import dev.plumbline.assessment.Reached;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The designs that are one knob away and could bear on a requirement.
final class Neighbours {
    private Neighbours() {}

    /// The moves of the components that the requirement's path reaches, and of the calls on it; of all of them where
    /// the requirement is about no path.
    static List<Move> of(Design design, Sites sites, String id) {
        Optional<Reading> reading = design.requirements().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(Requirement::must)
                .map(Sentence::reading);
        Set<String> components = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>();
        Optional<String> path = reading.flatMap(Reading::requestsOf).map(Name::text);
        for (String each :
                path.map(List::of).orElseGet(() -> List.copyOf(design.workload().keySet()))) {
            components.addAll(Reached.by(design, each));
            paths.addAll(Reached.pathsBy(design, each));
        }
        if (path.isEmpty()) {
            components.addAll(design.components().keySet());
        }
        Knobs knobs = new Knobs(sites);
        List<Move> moves = new ArrayList<>();
        Machinery machinery = new Machinery(design.facts());
        CacheSize sizes = new CacheSize(design, machinery);
        for (String each : components) {
            moves.addAll(knobs.of(each));
            Optional<Component> component =
                    Optional.ofNullable(design.components().get(each));
            Optional<Node.Mapping> written = sites.component(each);
            if (component.isPresent() && written.isPresent()) {
                moves.addAll(machinery.of(component.get(), written.get()));
                moves.addAll(sizes.of(component.get(), written.get()));
            }
        }
        boolean losses = reading.filter(Neighbours::losses).isPresent();
        for (String each : paths) {
            sites.calls(each).forEach(call -> moves.addAll(Policies.of(call, losses)));
        }
        return moves;
    }

    private static boolean losses(Reading reading) {
        return reading instanceof Reading.Success
                || reading instanceof Reading.Fallbacks
                || reading instanceof Reading.Throughput;
    }
}
