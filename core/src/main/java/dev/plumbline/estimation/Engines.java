package dev.plumbline.estimation;

import dev.plumbline.design.Component;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.Optional;

/// What a store's engine is asked for, over what one node of it can do: every node of a shard takes every write to it,
/// since each holds all that the shard holds, and reads are shared among the nodes.
final class Engines {
    private static final Dimension READ = Dimension.count("read");

    private final Formulas formulas;

    private Engines(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Engines engines = new Engines(formulas);
        formulas.design().components().values().forEach(engines::store);
    }

    private void store(Component component) {
        String name = component.name();
        fact(component, "writes")
                .filter(_ -> formulas.has(name + ".writes"))
                .ifPresent(most -> formulas.detail(
                        Topic.BANDWIDTH,
                        name + ".writes_used",
                        Expressions.over(formulas.ofShard(component, Expressions.name(name + ".writes")), most),
                        Formulas.PERCENT));
        fact(component, "reads")
                .filter(_ -> formulas.has(name + ".peak_arrivals"))
                .ifPresent(most -> formulas.detail(
                        Topic.BANDWIDTH,
                        name + ".reads_used",
                        Expressions.over(
                                Expressions.times(
                                        Expressions.name(name + ".peak_arrivals"),
                                        Formulas.one(READ.per(Dimension.REQUEST))),
                                Expressions.times(formulas.stated(component), most)),
                        Formulas.PERCENT));
    }

    private Optional<Expression> fact(Component component, String attribute) {
        return component
                .replication()
                .flatMap(Component.Replication::engine)
                .flatMap(engine -> formulas.fact(Facts.ROOT + Facts.key(engine) + "." + attribute));
    }
}
