package dev.plumbline.smell;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.requirement.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What arithmetic finds amiss with requirements, less what other findings say already: a thing is told once, by
/// whoever
/// knows most of it. A simulation knows more than arithmetic does, and the verdict on an ask more than the list of what
/// it lacks.
final class Untold {
    private static final String UNMEASURABLE = "requirement.unmeasurable";
    private static final String UNASKED = "design.unasked-path";

    /// For a rule about a target that a component cannot keep, the causes that a simulation names at that component.
    private static final Map<String, Set<String>> CAUSES = Map.of(
            "feasible.saturation", Set.of("latency.saturation"),
            "feasible.pause-in-tail", Set.of("latency.pauses"),
            "feasible.service-time-above-target", Set.of("latency.slow-service", "latency.heavy-tail"));

    private final Design design;
    private final Map<String, Set<Place>> told = new HashMap<>();
    private final Map<Place, Requirement> requirements = new HashMap<>();

    Untold(Design design, List<Diagnostic> told) {
        this.design = design;
        told.forEach(each ->
                this.told.computeIfAbsent(each.rule(), _ -> new HashSet<>()).add(each.place()));
        design.requirements().forEach(each -> requirements.put(each.place(), each));
    }

    /// The finding, where nothing has told it. Words of an ask that is told to be unmeasurable say why it is, and are a
    /// hint.
    Stream<Diagnostic> of(Diagnostic finding) {
        boolean unmeasurable = isTold(UNMEASURABLE, finding.place());
        if (unmeasurable && finding.severity() == Severity.HINT) {
            return finding.rule().startsWith("missing.") ? Stream.empty() : Stream.of(finding);
        }
        if (unmeasurable
                && finding.severity() == Severity.WARNING
                && finding.rule().startsWith("ask.")) {
            return Stream.of(finding.with(Severity.HINT));
        }
        return isCause(finding) || isUnasked(finding) ? Stream.empty() : Stream.of(finding);
    }

    private boolean isTold(String rule, Place place) {
        return told.getOrDefault(rule, Set.of()).contains(place);
    }

    private boolean isCause(Diagnostic finding) {
        Set<String> causes = CAUSES.getOrDefault(finding.rule(), Set.of());
        return !causes.isEmpty()
                && subject(finding).stream()
                        .flatMap(path -> Walk.always(design, path).stream())
                        .map(Component::place)
                        .anyMatch(place -> causes.stream().anyMatch(cause -> isTold(cause, place)));
    }

    private boolean isUnasked(Diagnostic finding) {
        return finding.rule().equals("trace.orphan-requirement")
                && subject(finding)
                        .map(design.paths()::get)
                        .map(Step::place)
                        .filter(place -> isTold(UNASKED, place))
                        .isPresent();
    }

    /// What the requirement is about at which a finding stands.
    private Optional<String> subject(Diagnostic finding) {
        return Optional.ofNullable(requirements.get(finding.place()))
                .flatMap(Requirement::must)
                .flatMap(must -> must.reading().subject())
                .map(name -> name.text());
    }
}
