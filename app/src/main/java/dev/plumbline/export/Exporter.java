package dev.plumbline.export;

import dev.plumbline.design.Design;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Writes a design's requirements for a monitoring system.
public final class Exporter {
    private final Design design;
    private final Stamp stamp;
    private final OptionalInt guard;
    private final Objectives objectives;

    /// @param guard the fewest bad events in the long window for which an alert fires; empty for no such guard
    public Exporter(Design design, Stamp stamp, OptionalInt guard) {
        this.design = design;
        this.stamp = stamp;
        this.guard = guard;
        this.objectives = new Objectives(design);
    }

    /// One objective that a destination takes, or why it does not.
    interface Taking {
        Optional<String> refusal(Objective objective);
    }

    public Export to(Destination destination) {
        String service = objectives.service();
        return switch (destination) {
            case OPENSLO -> {
                Sorted sorted = sort(OpenSloDocuments::refusal);
                yield export(destination, sorted, new OpenSloDocuments(service, design).files(sorted.taken()));
            }
            case SLOTH -> {
                Sorted sorted = sort(SlothSpecs::refusal);
                yield export(destination, sorted, new SlothSpecs(service, design).files(sorted.taken()));
            }
            case PROMETHEUS -> {
                Sorted sorted = sort(PrometheusRules::refusal);
                yield export(
                        destination, sorted, new PrometheusRules(service, design, stamp, guard).files(sorted.taken()));
            }
            case CSV -> table();
        };
    }

    /// The objectives that a destination takes, and what becomes of each requirement there.
    private record Sorted(List<Objective> taken, List<Outcome> outcomes) {}

    private Sorted sort(Taking taking) {
        List<Objective> taken = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            outcomes.add(
                    switch (objectives.of(requirement)) {
                        case Objectives.Gathered.None(String reason) -> new Outcome.Left(requirement, reason);
                        case Objectives.Gathered.Of(List<Objective> found) -> take(requirement, found, taking, taken);
                    });
        }
        return new Sorted(distinct(taken), outcomes);
    }

    /// Names that other systems write alike, such as `a_b` and `a-b`, get a number.
    private static List<Objective> distinct(List<Objective> objectives) {
        Set<String> names = new HashSet<>();
        List<Objective> distinct = new ArrayList<>();
        for (Objective objective : objectives) {
            Objective named = objective;
            for (int count = 2; !names.add(named.name()); count++) {
                named = objective.named(Labels.dns(objective.name(), Integer.toString(count)));
            }
            distinct.add(named);
        }
        return distinct;
    }

    private static Outcome take(Requirement requirement, List<Objective> found, Taking taking, List<Objective> taken) {
        LinkedHashSet<String> notes = new LinkedHashSet<>();
        for (Objective objective : found) {
            Optional<String> refusal = taking.refusal(objective);
            if (refusal.isPresent()) {
                return new Outcome.Left(requirement, refusal.get());
            }
            notes.addAll(objective.notes());
        }
        taken.addAll(found);
        return new Outcome.Exported(requirement, List.copyOf(notes));
    }

    private Export export(Destination destination, Sorted sorted, List<Draft> drafts) {
        List<Export.File> files = drafts.stream()
                .map(draft -> new Export.File(
                        draft.name(),
                        draft.what(),
                        Heading.of(stamp, design.name(), destination, sorted.outcomes(), draft.hints()) + draft.body()))
                .toList();
        return new Export(files, sorted.outcomes());
    }

    /// A file without its heading.
    ///
    /// @param hints lines that its heading says besides
    record Draft(String name, String what, List<String> hints, String body) {
        Draft {
            hints = List.copyOf(hints);
        }
    }

    private Export table() {
        List<Outcome> outcomes = new ArrayList<>();
        List<RequirementTable.Row> rows = new ArrayList<>();
        Sorted openSlo = sort(OpenSloDocuments::refusal);
        Sorted prometheus = sort(PrometheusRules::refusal);
        Sorted sloth = sort(SlothSpecs::refusal);
        for (int i = 0; i < design.requirements().size(); i++) {
            Requirement requirement = design.requirements().get(i);
            outcomes.add(new Outcome.Exported(requirement, List.of()));
            rows.add(new RequirementTable.Row(
                    requirement,
                    objectives.place(requirement),
                    openSlo.outcomes().get(i),
                    prometheus.outcomes().get(i),
                    sloth.outcomes().get(i)));
        }
        Draft draft = new Draft(
                objectives.service() + ".requirements.csv",
                "all requirements, and where each can be exported to",
                List.of("Lines that begin with # are no rows."),
                RequirementTable.of(rows));
        return export(Destination.CSV, new Sorted(List.of(), outcomes), List.of(draft));
    }
}
