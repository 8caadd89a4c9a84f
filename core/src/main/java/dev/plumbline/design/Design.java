package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.source.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A design as it is meant: every name bound, every amount in the sheet, every default recorded. Immutable.
///
/// Sections keep the order of the file.
///
/// @param checked every amount by name, with its dimension, ready to be valued in worlds
/// @param practice how it is made, tested, released and watched
/// @param horizon how far growth is looked at
/// @param start the top of the file
/// @param defaults what was taken because the file says nothing
/// @param facts what is known beyond the file
public record Design(
        String name,
        Optional<String> about,
        Optional<String> owner,
        Optional<Amount> horizon,
        Checked checked,
        Map<String, Amount> assumptions,
        Map<String, Region> regions,
        Map<String, Workload> workload,
        Map<String, Component> components,
        Map<String, Step.Sequence> paths,
        Map<String, EventSource> sources,
        Map<String, Data> data,
        Map<String, TrainedModel> models,
        Map<String, Scenario> scenarios,
        List<Requirement> requirements,
        List<Decision> decisions,
        Practice practice,
        List<Default> defaults,
        Facts facts,
        Place start,
        SourceFile file) {
    /// The names that estimates give to figures of the whole design.
    public static final Set<String> FIGURES = Set.of(
            "requests",
            "cost",
            "idle_cost",
            "cost_per_1000",
            "machines_cost_in_a_year",
            "energy",
            "energy_per_request",
            "carbon",
            "grid_carbon",
            "carbon_per_request");

    public Design {
        assumptions = ordered(assumptions);
        regions = ordered(regions);
        workload = ordered(workload);
        components = ordered(components);
        paths = ordered(paths);
        sources = ordered(sources);
        data = ordered(data);
        models = ordered(models);
        scenarios = ordered(scenarios);
        requirements = List.copyOf(requirements);
        decisions = List.copyOf(decisions);
        defaults = List.copyOf(defaults);
    }

    /// Every amount by name.
    public Sheet sheet() {
        return checked.sheet();
    }

    /// The definitions of a fact and of the facts behind it, the asked one first; empty where nothing is known.
    ///
    /// @param path such as `facts.l4.power`
    public List<Definition> known(String path) {
        return SheetBuilder.known(facts, path);
    }

    /// The design with other meanings for some of its names, such as a number of users to be looked at.
    ///
    /// @throws IllegalArgumentException when the changed sheet has faults, as when a value has another dimension
    public Design with(List<Definition> changed) {
        Checked other = Checker.check(sheet().and(changed));
        if (!other.isSound()) {
            throw new IllegalArgumentException("The design does not hold with that: %s"
                    .formatted(other.findings().getFirst()));
        }
        return with(other, components);
    }

    /// The design with another form of one of its components.
    ///
    /// @param more what its amounts mean that had no meaning before
    public Design with(Component changed, List<Definition> more) {
        Map<String, Component> all = new LinkedHashMap<>(components);
        all.put(changed.name(), changed);
        return with(Checker.check(sheet().and(more)), all);
    }

    private Design with(Checked other, Map<String, Component> parts) {
        return new Design(
                name,
                about,
                owner,
                horizon,
                other,
                assumptions,
                regions,
                workload,
                parts,
                paths,
                sources,
                data,
                models,
                scenarios,
                requirements,
                decisions,
                practice,
                defaults,
                facts,
                start,
                file);
    }

    /// A default that was applied.
    ///
    /// @param name the amount's name in the sheet
    /// @param value as text
    /// @param why why this value: "none is given"
    public record Default(String name, String value, String why) {}

    private static <T> Map<String, T> ordered(Map<String, T> section) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(section));
    }
}
