package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Bytes and writes on the move: what clients send and get, what events bring, how often a store is written to.
final class Bandwidth {
    private static final Dimension WRITE = Dimension.count("write");

    private final Formulas formulas;
    private final Map<String, List<Expression>> writes = new LinkedHashMap<>();

    private Bandwidth(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Bandwidth bandwidth = new Bandwidth(formulas);
        formulas.design().workload().values().forEach(bandwidth::path);
        bandwidth.gap();
        formulas.design().sources().values().forEach(bandwidth::source);
        formulas.design().data().values().forEach(bandwidth::updates);
        bandwidth.writes.forEach(
                (component, terms) -> formulas.put(Topic.BANDWIDTH, component + ".writes", Expressions.sum(terms)));
    }

    private void path(Workload workload) {
        String path = workload.path();
        Expression peak = Expressions.name(path + ".peak_requests");
        workload.request()
                .ifPresent(size ->
                        formulas.put(Topic.BANDWIDTH, path + ".received", formulas.bytes(workload, peak, size)));
        workload.response().ifPresent(size -> {
            formulas.put(Topic.BANDWIDTH, path + ".sent", formulas.bytes(workload, peak, size));
            Expression average = Expressions.name(path + ".requests");
            formulas.put(
                    Topic.BANDWIDTH,
                    path + ".egress",
                    formulas.bytes(workload, average, size),
                    Formulas.unit("TB", "month"));
        });
    }

    private void gap() {
        List<String> silent = formulas.design().workload().values().stream()
                .filter(workload -> workload.response().isEmpty())
                .map(Workload::path)
                .toList();
        if (!silent.isEmpty()) {
            formulas.gap(
                    Topic.BANDWIDTH,
                    "what clients of %s are sent, and what that costs".formatted(String.join(", ", silent)),
                    "add \"response: 20 KB/req\" to the workload");
        }
    }

    private void source(EventSource source) {
        source.size().ifPresent(size -> {
            String rate = source.rate().name();
            Dimension counted = formulas.dimension(rate).times(Dimension.TIME);
            formulas.put(
                    Topic.BANDWIDTH,
                    source.name() + ".inflow",
                    formulas.bytes(Expressions.name(rate), counted, size.name()));
        });
    }

    /// Each event rewrites a row of what is computed from it as a stream; a batch writes all rows while it runs.
    private void updates(Data data) {
        Optional<Component> holder = formulas.design().components().values().stream()
                .filter(component -> component.holds().contains(data.name()))
                .findFirst();
        if (holder.isEmpty()) {
            return;
        }
        switch (data.compute()) {
            case Data.Compute.Stream _ ->
                data.from().stream()
                        .map(formulas.design().sources()::get)
                        .filter(Objects::nonNull)
                        .forEach(source -> write(
                                holder.get(),
                                source.rate(),
                                Expressions.name(source.rate().name())));
            case Data.Compute.Batch(var _, var takes) ->
                data.rows()
                        .ifPresent(rows -> write(
                                holder.get(),
                                rows,
                                Expressions.over(Expressions.name(rows.name()), Expressions.name(takes.name()))));
            case Data.Compute.OnDemand _, Data.Compute.Unstated _ -> {}
        }
    }

    private void write(Component holder, Amount counted, Expression rate) {
        Dimension own = formulas.dimension(counted.name());
        Dimension noun = own.withoutCounts().isNone() ? own : own.times(Dimension.TIME);
        Expression one = Formulas.one(WRITE.per(noun));
        writes.computeIfAbsent(holder.name(), _ -> new ArrayList<>()).add(Expressions.times(rate, one));
    }
}
