package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the requirements want of the paths in one situation.
///
/// @param aims limits on latency, in file order
/// @param judged by path, the requirements that are judged by it here
record Asked(List<Aim> aims, Map<String, List<String>> judged) {
    static Asked of(Design design, Situation situation, Valuation worlds) {
        Map<String, List<String>> judged = new LinkedHashMap<>();
        for (Requirement requirement : design.requirements()) {
            requirement
                    .must()
                    .filter(must -> Situations.of(design, requirement.id(), must, worlds)
                            .filter(each -> each.name().equals(situation.name()))
                            .isPresent())
                    .flatMap(must -> must.reading().requestsOf().map(Name::text))
                    .ifPresent(path ->
                            judged.computeIfAbsent(path, _ -> new ArrayList<>()).add(requirement.id()));
        }
        return new Asked(Aim.of(design, situation, worlds), judged);
    }

    /// The limits on one path.
    List<Aim> aims(String path) {
        return aims.stream().filter(each -> each.path().equals(path)).toList();
    }
}
