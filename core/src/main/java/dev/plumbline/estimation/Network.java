package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a component moves at peak at the least, over what the links of its replicas carry: what clients send and get
/// passes the component that a path begins with, each read of a store brings a row, and each write takes one to every
/// replica of its shard. What else calls between components carry is not stated, so the whole is more.
final class Network {
    private static final Dimension WRITE = Dimension.count("write");

    private final Formulas formulas;
    private final Map<String, List<Expression>> out = new LinkedHashMap<>();
    private final Map<String, List<Expression>> in = new LinkedHashMap<>();

    private Network(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Network network = new Network(formulas);
        formulas.design().workload().values().forEach(network::clients);
        formulas.design().components().values().forEach(network::rows);
        formulas.design().components().values().forEach(network::used);
    }

    /// What the first component of a path gets from clients and sends them.
    private void clients(Workload workload) {
        first(formulas.design(), workload.path(), new HashSet<>()).ifPresent(component -> {
            formulas.find(workload.path() + ".received").ifPresent(bytes -> add(in, component, bytes));
            formulas.find(workload.path() + ".sent").ifPresent(bytes -> add(out, component, bytes));
        });
    }

    private static Optional<String> first(Design design, String path, Set<String> open) {
        Optional<Step> step = Optional.ofNullable(design.paths().get(path))
                .filter(_ -> open.add(path))
                .flatMap(steps -> steps.steps().stream().findFirst());
        return step.filter(Step.Call.class::isInstance)
                .map(call -> ((Step.Call) call).target())
                .flatMap(target ->
                        design.components().containsKey(target) ? Optional.of(target) : first(design, target, open));
    }

    /// What reads and writes of a store move, where it holds rows of one size.
    private void rows(Component component) {
        List<Amount> sizes = component.holds().stream()
                .map(formulas.design().data()::get)
                .filter(Objects::nonNull)
                .map(Data::size)
                .flatMap(Optional::stream)
                .toList();
        if (sizes.size() != 1) {
            return;
        }
        String name = component.name();
        String size = sizes.getFirst().name();
        formulas.find(name + ".peak_arrivals")
                .ifPresent(reads -> add(out, name, formulas.bytes(reads, Dimension.REQUEST, size)));
        formulas.find(name + ".writes")
                .map(writes -> Expressions.times(
                        writes, Expressions.name(component.replicas().name())))
                .ifPresent(writes -> add(in, name, formulas.bytes(writes, WRITE, size)));
    }

    private static void add(Map<String, List<Expression>> to, String component, Expression bytes) {
        to.computeIfAbsent(component, _ -> new ArrayList<>()).add(bytes);
    }

    private void used(Component component) {
        String name = component.name();
        Optional<Expression> link = link(component);
        List<Expression> ways = new ArrayList<>();
        Optional.ofNullable(out.get(name))
                .ifPresent(terms ->
                        ways.add(formulas.detail(Topic.BANDWIDTH, name + ".network_out", Expressions.sum(terms))));
        Optional.ofNullable(in.get(name))
                .ifPresent(terms ->
                        ways.add(formulas.detail(Topic.BANDWIDTH, name + ".network_in", Expressions.sum(terms))));
        if (link.isEmpty() || ways.isEmpty()) {
            return;
        }
        Expression busier =
                ways.size() == 1 ? ways.getFirst() : Expressions.call("max", ways.toArray(Expression[]::new));
        formulas.put(
                Topic.BANDWIDTH,
                name + ".network_used",
                Expressions.over(busier, Expressions.times(formulas.peakReplicas(component), link.get())),
                Formulas.PERCENT);
    }

    /// What one replica can send, and as much receive besides.
    private Optional<Expression> link(Component component) {
        return component
                .network()
                .<Expression>map(stated -> Expressions.name(stated.name()))
                .or(() -> component
                        .machine()
                        .flatMap(machine -> formulas.fact(machine.fact() + ".network")
                                .map(one -> machine.count() == 1
                                        ? one
                                        : Expressions.times(Expressions.number(machine.count()), one))));
    }
}
