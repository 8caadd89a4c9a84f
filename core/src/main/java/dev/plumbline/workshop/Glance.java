package dev.plumbline.workshop;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.estimation.Napkin;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the engines say of a design while it is being made: how much comes, what is stored, what it costs, how busy and
/// how slow it is at peak, and how each requirement stands. It is a quick look over few worlds and says so; the numbers
/// of a judgement are those of `check`.
///
/// @param figures by name, in the order in which they are shown
/// @param statuses of the requirements, by name
public record Glance(Map<String, String> figures, Map<String, Status> statuses) {
    private static final int WORLDS = 256;

    public Glance {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        statuses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }

    /// Before anything was looked at.
    public static final Glance NONE = new Glance(Map.of(), Map.of());

    /// What an assessment, quick or not, says at a glance.
    static Glance of(Design design, Assessment assessment) {
        Map<String, String> figures = new LinkedHashMap<>();
        Napkin napkin = Napkin.of(design, new Worlds(WORLDS, 42));
        String path = design.workload().keySet().stream().findFirst().orElse("");
        figure(napkin, path + ".peak_requests").ifPresent(value -> figures.put("peak", value));
        design.sources().keySet().stream()
                .findFirst()
                .flatMap(source -> figure(napkin, source + ".storage"))
                .ifPresent(value -> figures.put("storage", value));
        figure(napkin, "cost").ifPresent(value -> figures.put("cost", value));
        Optional.ofNullable(assessment.scenarios().get("peak")).ifPresent(peak -> simulated(peak, path, figures));
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (Verdict verdict : assessment.verdicts()) {
            statuses.put(verdict.id(), verdict.status());
        }
        return new Glance(figures, statuses);
    }

    private static void simulated(ScenarioResult peak, String path, Map<String, String> figures) {
        peak.components().entrySet().stream()
                .max(Comparator.comparingDouble(each -> busy(each.getValue())))
                .ifPresent(each -> figures.put(
                        "busiest",
                        "%s, %s %%".formatted(each.getKey(), Proposals.rounded(100 * busy(each.getValue())))));
        Optional<PathResult> result = Optional.ofNullable(peak.paths().get(path));
        result.flatMap(each -> Optional.ofNullable(each.latency().get("p99"))).ifPresent(latency -> {
            Quantity time = new Quantity(latency.value(), Dimension.TIME);
            figures.put("p99", Double.isFinite(latency.value()) ? Scale.of(time).print(time) : "without bound");
        });
        result.flatMap(PathResult::saturation).ifPresent(_ -> figures.put("p99", "without bound, it is saturated"));
    }

    private static double busy(ComponentResult component) {
        return component.busy().value();
    }

    private static Optional<String> figure(Napkin napkin, String name) {
        return napkin.figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each ->
                        each.scale().number(each.now().median()) + each.scale().label());
    }

    /// The figures that are not what they were, each with what it was.
    public List<String> changed(Glance before) {
        List<String> changes = new ArrayList<>();
        figures.forEach((name, value) -> {
            String was = before.figures.getOrDefault(name, "");
            if (!value.equals(was)) {
                changes.add(was.isEmpty() ? name + " " + value : "%s %s (was %s)".formatted(name, value, was));
            }
        });
        return changes;
    }

    /// The requirements that stand otherwise than they did and of which something can be said.
    public Map<String, Status> turned(Glance before) {
        Map<String, Status> turned = new LinkedHashMap<>(statuses);
        turned.keySet()
                .removeIf(id ->
                        Optional.ofNullable(before.statuses.get(id)).equals(Optional.ofNullable(statuses.get(id))));
        turned.values().removeIf(status -> status == Status.NO_EVIDENCE || status == Status.UNMEASURABLE);
        return turned;
    }
}
