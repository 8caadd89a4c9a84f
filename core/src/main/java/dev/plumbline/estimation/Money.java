package dev.plumbline.estimation;

import dev.plumbline.design.Component;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Machine;
import dev.plumbline.design.Service;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Money per time: machines, training, storage, egress; what is paid while nothing is done; per request and per token.
final class Money {
    /// Money per time of a storage class is a fact; which class events are kept in stands here.
    private static final String OBJECT_STORAGE = "facts.object_storage.price";

    private static final String EGRESS = "facts.egress.cost";
    private static final double THOUSAND = 1000;
    private static final double MILLION = 1e6;

    private final Formulas formulas;
    private final List<Expression> machines = new ArrayList<>();
    private final List<Expression> parts = new ArrayList<>();
    private final List<String> unpriced = new ArrayList<>();

    private Money(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Money money = new Money(formulas);
        formulas.design().components().values().forEach(money::component);
        formulas.design().models().values().forEach(money::training);
        formulas.design().sources().values().forEach(money::storage);
        formulas.design().workload().values().forEach(money::egress);
        money.gaps();
        if (!money.parts.isEmpty()) {
            formulas.put(Topic.MONEY, "cost", Expressions.sum(money.parts));
            money.idle();
            money.perRequest();
            money.nextYear();
        }
        formulas.design().components().values().forEach(money::perToken);
    }

    private void component(Component component) {
        Optional<Expression> price = price(component);
        if (price.isEmpty()) {
            formulas.unpriced(component.name());
            unpriced.add(component.name());
            return;
        }
        Expression cost = formulas.put(
                Topic.MONEY, component.name() + ".cost", Expressions.times(formulas.replicas(component), price.get()));
        machines.add(cost);
        parts.add(cost);
    }

    /// The price of one replica per time: as stated, else that of its machines.
    private Optional<Expression> price(Component component) {
        if (component.price().isPresent()) {
            return component.price().map(price -> Expressions.name(price.name()));
        }
        return component.machine().flatMap(this::price);
    }

    private Optional<Expression> price(Machine machine) {
        return formulas.fact(machine.fact() + ".price")
                .map(one -> machine.count() == 1 ? one : Expressions.times(Expressions.number(machine.count()), one));
    }

    /// Machines are paid for while a training runs.
    private void training(TrainedModel model) {
        if (model.machine().isEmpty()
                || model.takes().isEmpty()
                || model.every().isEmpty()) {
            formulas.gap(
                    Topic.MONEY,
                    "the training of " + model.name(),
                    "add \"trains: every 1 day\", \"takes: 3 h\" and \"on: 8 x A100\"");
            return;
        }
        price(model.machine().get())
                .map(price -> Expressions.over(
                        Expressions.times(
                                price, Expressions.name(model.takes().get().name())),
                        Expressions.name(model.every().get().name())))
                .ifPresent(cost -> parts.add(formulas.put(Topic.MONEY, model.name() + ".training_cost", cost)));
    }

    private void storage(EventSource source) {
        String name = source.name() + ".storage";
        if (formulas.has(name)) {
            formulas.fact(OBJECT_STORAGE)
                    .ifPresent(price -> parts.add(formulas.put(
                            Topic.MONEY, source.name() + ".cost", Expressions.times(Expressions.name(name), price))));
        }
    }

    private void egress(Workload workload) {
        String name = workload.path() + ".egress";
        if (formulas.has(name)) {
            formulas.fact(EGRESS)
                    .ifPresent(price -> parts.add(formulas.put(
                            Topic.MONEY, name + "_cost", Expressions.times(Expressions.name(name), price))));
        }
    }

    private void gaps() {
        if (!unpriced.isEmpty()) {
            formulas.gap(
                    Topic.MONEY,
                    "the price of " + String.join(", ", unpriced),
                    "say what it runs on (\"on: c7g.xlarge\"), or its price (\"price: 1.20 USD/h\")");
        }
    }

    /// What machines cost while they wait for work, at the average load.
    private void idle() {
        List<Expression> idle = new ArrayList<>();
        for (Component component : formulas.design().components().values()) {
            String name = component.name();
            if (formulas.has(name + ".cost") && formulas.has(name + ".busy")) {
                Expression spare = Expressions.call(
                        "max",
                        Expressions.number(0),
                        Expressions.minus(Expressions.number(1), Expressions.name(name + ".busy")));
                idle.add(formulas.detail(
                        Topic.MONEY, name + ".idle_cost", Expressions.times(Expressions.name(name + ".cost"), spare)));
            }
        }
        if (!idle.isEmpty()) {
            formulas.put(Topic.MONEY, "idle_cost", Expressions.sum(idle));
        }
    }

    private void perRequest() {
        if (formulas.has("requests")) {
            Expression each = Expressions.over(Expressions.name("cost"), Expressions.name("requests"));
            formulas.put(
                    Topic.MONEY,
                    "cost_per_1000",
                    Expressions.times(each, Expressions.literal(new Quantity(THOUSAND, Dimension.REQUEST))));
        }
    }

    private void perToken(Component component) {
        String name = component.name();
        if (component.service() instanceof Service.Generation
                && formulas.has(name + ".cost")
                && formulas.has(name + ".tokens")) {
            Expression each = Expressions.over(Expressions.name(name + ".cost"), Expressions.name(name + ".tokens"));
            formulas.put(
                    Topic.MONEY,
                    name + ".cost_per_1M_tokens",
                    Expressions.times(each, Expressions.literal(new Quantity(MILLION, Dimension.count("token")))));
        }
    }

    /// What the machines would cost in a year if they were added in step with the load.
    private void nextYear() {
        List<Expression> grown = new ArrayList<>();
        for (Workload workload : formulas.design().workload().values()) {
            String path = workload.path();
            Expression requests = Expressions.name(path + ".requests");
            grown.add(formulas.find(path + ".growth_in_a_year")
                    .map(factor -> Expressions.times(requests, factor))
                    .orElse(requests));
        }
        boolean grows = formulas.design().workload().keySet().stream()
                .anyMatch(path -> formulas.has(path + ".growth_in_a_year"));
        if (grows && !machines.isEmpty()) {
            Expression factor = Expressions.over(Expressions.sum(grown), Expressions.name("requests"));
            formulas.put(Topic.MONEY, "machines_cost_in_a_year", Expressions.times(Expressions.sum(machines), factor));
        }
    }
}
