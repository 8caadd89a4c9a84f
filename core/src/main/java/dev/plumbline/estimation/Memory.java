package dev.plumbline.estimation;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Machine;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a replica must hold in memory, over what its machine has.
final class Memory {
    private static final Dimension KEY = Dimension.count("key");

    private final Formulas formulas;

    private Memory(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Memory memory = new Memory(formulas);
        formulas.design().components().values().forEach(memory::holder);
        Serving.memory(formulas);
    }

    private void holder(Component component) {
        List<Expression> held = new ArrayList<>();
        for (String name : component.holds()) {
            Data data = formulas.design().data().get(name);
            if (data != null && formulas.has(name + ".one_copy")) {
                held.add(Expressions.name(name + ".one_copy"));
                overhead(component, data).ifPresent(held::add);
            }
        }
        size(component).ifPresent(held::add);
        if (held.isEmpty()) {
            return;
        }
        String name = component.name();
        Expression needed =
                formulas.put(Topic.MEMORY, name + ".memory_needed", formulas.ofShard(component, Expressions.sum(held)));
        component
                .machine()
                .flatMap(this::memory)
                .map(memory -> usable(component, memory))
                .map(memory -> formulas.detail(Topic.MEMORY, name + ".memory_usable", memory))
                .ifPresentOrElse(
                        usable -> formulas.put(
                                Topic.MEMORY,
                                name + ".memory_used",
                                Expressions.over(needed, usable),
                                Formulas.PERCENT),
                        () -> formulas.gap(
                                Topic.MEMORY,
                                "whether %s fits".formatted(name),
                                "say what it runs on, such as \"on: cache.r7g.xlarge\""));
    }

    /// What one replica holds of a cache whose size is stated in bytes.
    private Optional<Expression> size(Component component) {
        return component
                .cache()
                .flatMap(Component.Cache::population)
                .map(_ -> component.name() + ".size")
                .filter(size -> formulas.dimension(size).equals(Dimension.DATA))
                .map(size -> Expressions.over(
                        Expressions.name(size),
                        Expressions.name(component.replicas().name())));
    }

    /// What an engine keeps for each key besides key and value.
    private Optional<Expression> overhead(Component component, Data data) {
        return engine(component, "overhead")
                .flatMap(each -> data.rows().map(rows -> {
                    Expression keys = Expressions.times(
                            Expressions.name(rows.name()), Formulas.one(KEY.per(formulas.dimension(rows.name()))));
                    return Expressions.times(keys, each);
                }));
    }

    private Optional<Expression> memory(Machine machine) {
        return formulas.fact(machine.fact() + ".memory")
                .map(one -> machine.count() == 1 ? one : Expressions.times(Expressions.number(machine.count()), one));
    }

    private Expression usable(Component component, Expression memory) {
        return engine(component, "usable")
                .map(share -> Expressions.times(memory, share))
                .orElse(memory);
    }

    /// A fact about a store's engine.
    private Optional<Expression> engine(Component component, String attribute) {
        return component
                .replication()
                .flatMap(Component.Replication::engine)
                .flatMap(engine -> formulas.fact(Facts.ROOT + Facts.key(engine) + "." + attribute));
    }
}
