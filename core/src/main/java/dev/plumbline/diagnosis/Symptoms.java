package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Aim;
import dev.plumbline.assessment.CallSummary;
import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.Profile;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.simulation.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one path shows in one scenario.
///
/// @param profile where the time of its requests goes
record Symptoms(Design design, ScenarioResult scenario, String path, PathResult result, Profile profile) {
    /// A cause accounts for at least this share of the slow requests' time, or it is none.
    static final double MATTERS = 0.2;

    /// The slow requests.
    Profile.Band slow() {
        return profile.slow();
    }

    Profile.Band typical() {
        return profile.typical();
    }

    /// `rank's requests above p99`.
    String who() {
        return "%s's requests above %s".formatted(path, Aim.statistic(profile.level()));
    }

    /// `68.3 ms of their 138 ms`.
    String ofTheir(double seconds) {
        return "%s of their %s"
                .formatted(
                        Amounts.seconds(seconds),
                        Amounts.seconds(slow().seconds().value()));
    }

    /// The components at which slow requests spend time, the most first.
    List<String> components() {
        return slow().parts().stream()
                .map(Profile.Part::component)
                .filter(name -> design.components().containsKey(name))
                .distinct()
                .toList();
    }

    double seconds(String component, Attribution.Phase phase) {
        return slow().seconds(component, phase);
    }

    double seconds(String component, Attribution.Remark remark) {
        return slow().seconds(component, remark);
    }

    double share(String component, Attribution.Phase phase) {
        return slow().share(component, phase);
    }

    double share(String component, Attribution.Remark remark) {
        return slow().share(component, remark);
    }

    /// The share of the wait at a component that has another reason than the load.
    double explained(String component) {
        return share(component, Attribution.Remark.OTHER_FREE)
                + share(component, Attribution.Remark.BEHIND_LONG)
                + share(component, Attribution.Remark.STILL)
                + share(component, Attribution.Remark.COLD)
                + share(component, Attribution.Remark.LATE);
    }

    Optional<Component> component(String name) {
        return Optional.ofNullable(design.components().get(name));
    }

    Optional<ComponentResult> fared(String name) {
        return Optional.ofNullable(scenario.components().get(name));
    }

    /// How many replicas the design gives a component, in the middle of what is not known.
    double replicas(String component) {
        return component(component)
                .map(each -> Amounts.of(design, each.replicas()))
                .orElse(1.0);
    }

    Place place(String component) {
        return component(component).map(Component::place).orElse(design.start());
    }

    /// What became of the calls of a component on this path.
    Optional<CallSummary> call(String component) {
        return scenario.calls().stream()
                .filter(each -> each.path().equals(path) && each.component().equals(component))
                .findFirst();
    }

    /// The step that calls a component under a policy, wherever this path leads.
    Optional<Step.Call> step(String component) {
        List<Step.Call> found = new ArrayList<>();
        new Steps(design).calls(path).forEach(call -> {
            boolean policy = call.timeout().isPresent()
                    || call.retry().isPresent()
                    || call.hedge().isPresent()
                    || call.fallback().isPresent();
            if (policy && new Steps(design).first(call.target()).equals(component)) {
                found.add(call);
            }
        });
        return found.stream().findFirst();
    }
}
