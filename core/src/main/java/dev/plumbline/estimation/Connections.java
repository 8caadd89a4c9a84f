package dev.plumbline.estimation;

import dev.plumbline.design.Component;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.List;
import java.util.Optional;

/// The connections that callers keep open to each node of a component at the peak, over those that it takes: the
/// replicas of the callers times what each keeps.
final class Connections {
    private final Formulas formulas;

    private Connections(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Connections derived = new Connections(formulas);
        formulas.design()
                .components()
                .values()
                .forEach(component ->
                        component.connections().ifPresent(connections -> derived.kept(component, connections)));
    }

    private void kept(Component component, Component.Connections connections) {
        List<Expression> replicas = connections.from().stream()
                .flatMap(from ->
                        Optional.ofNullable(formulas.design().components().get(from)).stream())
                .map(formulas::peakReplicas)
                .toList();
        if (replicas.isEmpty()) {
            return;
        }
        String name = component.name();
        Expression kept = formulas.put(
                Topic.BANDWIDTH,
                name + ".connections",
                Expressions.times(
                        Expressions.sum(replicas),
                        Expressions.name(connections.each().name())));
        formulas.put(
                Topic.BANDWIDTH,
                name + ".connections_used",
                Expressions.over(kept, Expressions.name(connections.most().name())),
                Formulas.PERCENT);
    }
}
