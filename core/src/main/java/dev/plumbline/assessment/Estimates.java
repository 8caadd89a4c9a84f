package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Machine;
import dev.plumbline.design.Service;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Varying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What follows from a design by arithmetic: rates, busy shares, storage and cost, each as a formula over the design's
/// own names, so that it is valued in worlds and explained like any number the author wrote.
///
/// Busy share is arrival rate times mean service time over servers (the utilisation law); a batching component's
/// service time is that of a full batch, shared by its requests, so the share is of the most it could do.
final class Estimates {
    /// Money per time of a storage class is a fact; which class a store's engine is billed as stands here.
    private static final String OBJECT_STORAGE = "facts.object_storage.price";

    private final Design design;
    private final Map<String, Expression> formulas = new LinkedHashMap<>();
    private final List<String> unpriced = new ArrayList<>();

    private Estimates(Design design) {
        this.design = design;
    }

    /// A design's sheet with its estimates.
    ///
    /// @param sheet the author's names and the derived ones
    /// @param unpriced the components whose price nothing tells
    record Estimated(Sheet sheet, List<String> unpriced) {}

    static Estimated of(Design design) {
        Estimates estimates = new Estimates(design);
        estimates.rates();
        estimates.busy();
        estimates.storage();
        estimates.cost();
        List<Definition> derived = new ArrayList<>();
        estimates.formulas.forEach((name, formula) -> derived.add(Definition.derived(name, formula)));
        return new Estimated(design.sheet().and(derived), List.copyOf(estimates.unpriced));
    }

    private void rates() {
        Map<String, List<Expression>> average = new LinkedHashMap<>();
        Map<String, List<Expression>> peak = new LinkedHashMap<>();
        for (Workload workload : design.workload().values()) {
            String path = workload.path();
            Expression rate = asRequests(workload);
            formulas.put(path + ".requests", rate);
            formulas.put(
                    path + ".peak_requests",
                    Expressions.times(
                            Expressions.name(path + ".requests"),
                            Expressions.name(workload.peak().name())));
            Visits.of(design, path).forEach((component, visits) -> {
                average.computeIfAbsent(component, _ -> new ArrayList<>())
                        .add(times(Expressions.name(path + ".requests"), visits));
                peak.computeIfAbsent(component, _ -> new ArrayList<>())
                        .add(times(Expressions.name(path + ".peak_requests"), visits));
            });
        }
        average.forEach((component, terms) -> formulas.put(component + ".arrivals", Expressions.sum(terms)));
        peak.forEach((component, terms) -> formulas.put(component + ".peak_arrivals", Expressions.sum(terms)));
    }

    /// The product, or the rate itself where every request visits once.
    private static Expression times(Expression rate, Expression visits) {
        return visits.equals(Expressions.number(1)) ? rate : Expressions.times(rate, visits);
    }

    /// A path's rate counted in requests, whatever its author calls them.
    private Expression asRequests(Workload workload) {
        Dimension counted = dimension(workload.rate().name()).times(Dimension.TIME);
        Expression rate = Expressions.name(workload.rate().name());
        if (counted.equals(Dimension.REQUEST)) {
            return rate;
        }
        Expression one = Expressions.literal(new Quantity(1, Dimension.REQUEST.per(counted)));
        return Expressions.times(rate, one);
    }

    private void busy() {
        for (Component component : design.components().values()) {
            String name = component.name();
            Optional<Expression> time = timeOfOne(component);
            if (time.isEmpty() || !formulas.containsKey(name + ".arrivals")) {
                continue;
            }
            Expression servers = Expressions.times(
                    Expressions.name(component.replicas().name()),
                    Expressions.name(component.concurrency().name()));
            Expression perRequest = Expressions.over(
                    Expressions.over(time.get(), servers), Expressions.literal(new Quantity(1, Dimension.REQUEST)));
            formulas.put(name + ".busy", Expressions.times(Expressions.name(name + ".arrivals"), perRequest));
            formulas.put(name + ".peak_busy", Expressions.times(Expressions.name(name + ".peak_arrivals"), perRequest));
        }
    }

    /// The mean server time that one request takes.
    private Optional<Expression> timeOfOne(Component component) {
        return switch (component.service()) {
            case Service.Each(var time) -> Optional.of(Expressions.mean(time.name()));
            case Service.Shared(var time) -> Optional.of(Expressions.mean(time.name()));
            case Service.Generation generation -> generation.time().map(time -> Expressions.mean(time.name()));
            case Service.Batched(var max, var _, var time, var _) ->
                Optional.of(Expressions.over(
                        ofSize(time.name(), Expressions.name(max.name())), Expressions.name(max.name())));
            case Service.Unstated _ -> Optional.empty();
        };
    }

    /// The time of a batch of that size.
    private Expression ofSize(String time, Expression size) {
        Content content = design.sheet().find(time).orElseThrow().content();
        return content instanceof Varying.Constant(var value)
                ? Substitution.of(Varying.SIZE, size, value)
                : Expressions.mean(time);
    }

    private Dimension dimension(String name) {
        return design.checked().dimension(name).orElse(Dimension.NONE);
    }

    private void storage() {
        Map<String, Component> holders = new LinkedHashMap<>();
        design.components()
                .values()
                .forEach(component -> component.holds().forEach(data -> holders.put(data, component)));
        for (Data data : design.data().values()) {
            if (data.rows().isEmpty() || data.size().isEmpty()) {
                continue;
            }
            Expression rows = Expressions.name(data.rows().get().name());
            Expression one =
                    bytes(rows, data.rows().get().name(), data.size().get().name());
            formulas.put(data.name() + ".one_copy", one);
            Component holder = holders.get(data.name());
            formulas.put(
                    data.name() + ".storage",
                    holder == null
                            ? Expressions.name(data.name() + ".one_copy")
                            : Expressions.times(
                                    Expressions.name(data.name() + ".one_copy"),
                                    Expressions.name(holder.replicas().name())));
        }
        for (EventSource source : design.sources().values()) {
            if (source.size().isEmpty() || source.keep().isEmpty()) {
                continue;
            }
            Expression kept = Expressions.times(
                    Expressions.name(source.rate().name()),
                    Expressions.name(source.keep().get().name()));
            formulas.put(source.name() + ".events_kept", kept);
            Dimension counted = dimension(source.rate().name()).times(Dimension.TIME);
            formulas.put(
                    source.name() + ".storage",
                    perCounted(
                            Expressions.name(source.name() + ".events_kept"),
                            counted,
                            source.size().get().name()));
        }
    }

    private Expression bytes(Expression rows, String rowsName, String sizeName) {
        return perCounted(rows, dimension(rowsName), sizeName);
    }

    /// Count times size, where the size may be said per counted thing or alone.
    private Expression perCounted(Expression count, Dimension counted, String sizeName) {
        Expression size = Expressions.name(sizeName);
        Dimension product = counted.times(dimension(sizeName));
        if (product.equals(Dimension.DATA)) {
            return Expressions.times(count, size);
        }
        return Expressions.times(
                Expressions.times(count, size), Expressions.literal(new Quantity(1, Dimension.DATA.per(product))));
    }

    private void cost() {
        List<Expression> parts = new ArrayList<>();
        for (Component component : design.components().values()) {
            price(component)
                    .ifPresentOrElse(
                            price -> {
                                formulas.put(
                                        component.name() + ".cost",
                                        Expressions.times(
                                                Expressions.name(
                                                        component.replicas().name()),
                                                price));
                                parts.add(Expressions.name(component.name() + ".cost"));
                            },
                            () -> unpriced.add(component.name()));
        }
        for (TrainedModel model : design.models().values()) {
            training(model).ifPresent(cost -> {
                formulas.put(model.name() + ".training_cost", cost);
                parts.add(Expressions.name(model.name() + ".training_cost"));
            });
        }
        for (EventSource source : design.sources().values()) {
            if (formulas.containsKey(source.name() + ".storage")
                    && design.sheet().defines(OBJECT_STORAGE)) {
                formulas.put(
                        source.name() + ".cost",
                        Expressions.times(
                                Expressions.name(source.name() + ".storage"), Expressions.name(OBJECT_STORAGE)));
                parts.add(Expressions.name(source.name() + ".cost"));
            }
        }
        if (!parts.isEmpty()) {
            formulas.put("cost", Expressions.sum(parts));
        }
    }

    /// The price of one replica per time: as stated, else that of its machines.
    private Optional<Expression> price(Component component) {
        if (component.price().isPresent()) {
            return component.price().map(price -> Expressions.name(price.name()));
        }
        return component.machine().flatMap(this::price);
    }

    private Optional<Expression> price(Machine machine) {
        String fact = machine.fact() + ".price";
        if (!design.sheet().defines(fact)) {
            return Optional.empty();
        }
        Expression one = Expressions.name(fact);
        return Optional.of(machine.count() == 1 ? one : Expressions.times(Expressions.number(machine.count()), one));
    }

    /// Machines are paid for while a training runs.
    private Optional<Expression> training(TrainedModel model) {
        if (model.machine().isEmpty()
                || model.takes().isEmpty()
                || model.every().isEmpty()) {
            return Optional.empty();
        }
        return price(model.machine().get())
                .map(price -> Expressions.over(
                        Expressions.times(
                                price, Expressions.name(model.takes().get().name())),
                        Expressions.name(model.every().get().name())));
    }
}
