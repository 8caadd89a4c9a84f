package dev.plumbline.claim;

import dev.plumbline.design.Design;
import dev.plumbline.design.Machine;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The machines that a design speaks of, with what is known of them.
final class Chips {
    private static final Worlds FEW = new Worlds(64, 42);

    private static final String ANSWER = "(the answer)";

    private final Design design;

    Chips(Design design) {
        this.design = design;
    }

    /// A figure of a machine, in base units and in the unit in which it is known.
    record Figure(String path, Spread spread, Unit unit) {}

    /// A machine by the name it goes by in facts.
    record Chip(String name) {}

    /// The machine that a statement names, as `h100_sxm` in `h100_sxm_peak`: the longest run of words that is one.
    Optional<Chip> named(Statement statement) {
        List<String> words = statement.words();
        for (int length = words.size(); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                String name = String.join("_", words.subList(from, from + length));
                if (figure(new Chip(name), "memory").isPresent()) {
                    return Optional.of(new Chip(name));
                }
            }
        }
        return Optional.empty();
    }

    /// The accelerators that components and trainings run on.
    List<Chip> used() {
        Stream<Machine> serving = design.components().values().stream().flatMap(each -> each.machine().stream());
        Stream<Machine> training = design.models().values().stream().flatMap(each -> each.machine().stream());
        return Stream.concat(serving, training)
                .map(machine -> new Chip(Facts.key(machine.name())))
                .distinct()
                .filter(chip -> figure(chip, "memory_bandwidth").isPresent())
                .toList();
    }

    /// The one that a statement names; else the only accelerator of the design.
    Optional<Chip> meant(Statement statement) {
        List<Chip> used = used();
        return named(statement).or(() -> used.size() == 1 ? Optional.of(used.getFirst()) : Optional.empty());
    }

    Optional<Figure> figure(Chip chip, String attribute) {
        String path = Facts.ROOT + chip.name() + "." + attribute;
        return design.facts().find(path).map(fact -> new Figure(path, spread(Expressions.name(path)), fact.unit()));
    }

    /// What a formula over facts comes to, in base units.
    Spread spread(Expression formula) {
        List<Definition> known = new ArrayList<>();
        formula.names().forEach(path -> known.addAll(design.known(path)));
        known.add(Definition.derived(ANSWER, formula));
        Sheet sheet = Sheet.of(design.sheet().units(), design.sheet().functions(), known);
        return Valuation.of(Checker.check(sheet), FEW).spread(ANSWER);
    }
}
