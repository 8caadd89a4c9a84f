package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one scenario.
final class ScenarioReader {
    private final Cursor cursor;
    private final Names names;
    private final String name;
    private final Place place;

    ScenarioReader(Cursor cursor, Names names, String name, Place place) {
        this.cursor = cursor;
        this.names = names;
        this.name = name;
        this.place = place;
    }

    Scenario read() {
        return new Scenario(
                name,
                cursor.scalar("load").map(this::load),
                cursor.amount("ramp", Measure.TIME),
                cursor.amount("for", Measure.TIME),
                disturbances(),
                place);
    }

    /// `x40`, or a plain number.
    private Amount load(Node.Scalar text) {
        int from = text.text().startsWith("x") || text.text().startsWith("×") ? 1 : 0;
        return cursor.draft().definePart(cursor.owner() + ".load", text, from, Measure.NUMBER);
    }

    private List<Scenario.Disturbance> disturbances() {
        List<Scenario.Disturbance> found = new ArrayList<>();
        if (cursor.has("partition")) {
            Set<String> sides = Names.union(names.regions(), names.components());
            found.add(new Scenario.Disturbance.Partition(cursor.references("partition", "region or component", sides)));
        }
        Set<String> late = Names.union(names.data(), names.sources());
        paired("delay", "by", Measure.TIME, "data or source", late)
                .map(pair -> new Scenario.Disturbance.Delay(pair.name(), pair.amount()))
                .ifPresent(found::add);
        paired("kill", "replicas", Measure.NUMBER, "component", names.components())
                .map(pair -> new Scenario.Disturbance.Kill(pair.name(), pair.amount()))
                .ifPresent(found::add);
        paired("slow", "times", Measure.NUMBER, "component", names.components())
                .map(pair -> new Scenario.Disturbance.Slow(pair.name(), pair.amount()))
                .ifPresent(found::add);
        cursor.reference("flush", "component", names.components())
                .map(Scenario.Disturbance.Flush::new)
                .ifPresent(found::add);
        return found;
    }

    private record Pair(String name, Amount amount) {}

    /// What is disturbed and by how much: the second key is due when the first is there.
    private Optional<Pair> paired(String key, String by, Measure measure, String what, Set<String> known) {
        if (!cursor.has(key)) {
            return Optional.empty();
        }
        Optional<String> target = cursor.reference(key, what, known);
        Optional<Amount> amount = cursor.amount(by, measure);
        if (amount.isEmpty()) {
            cursor.draft()
                    .problems()
                    .error(
                            "design.scenario-pair",
                            cursor.place(key),
                            "\"%s\" stands without \"%s\"".formatted(key, by),
                            "a disturbance has a size",
                            "add \"%s: %s\"".formatted(by, measure.example()));
        }
        return target.flatMap(found -> amount.map(size -> new Pair(found, size)));
    }
}
