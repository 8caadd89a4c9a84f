package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Service;
import dev.plumbline.design.Visits;
import dev.plumbline.design.Workload;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Substitution;
import dev.plumbline.quantity.Varying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How busy each component is, how many replicas its load needs at least, and the arithmetic of language models.
///
/// Busy share is arrival rate times mean service time over servers (the utilisation law); a batching component's
/// service time is that of a full batch, shared by its requests, so the share is of the most it could do. So it is of a
/// language model that writes many answers at once.
final class Compute {
    private static final Dimension TOKEN = Dimension.count("token");
    private static final Dimension PARAM = Dimension.count("param");

    private final Formulas formulas;
    private final List<String> untimed = new ArrayList<>();

    private Compute(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Compute compute = new Compute(formulas);
        for (Component component : formulas.design().components().values()) {
            if (formulas.has(component.name() + ".arrivals")) {
                compute.busy(component);
                compute.tokens(component);
            }
        }
        Serving.accelerators(formulas);
        if (!compute.untimed.isEmpty()) {
            formulas.gap(
                    Topic.COMPUTE,
                    "how busy %s is".formatted(String.join(", ", compute.untimed)),
                    "add \"time: {p50: 5 ms, p99: 20 ms}\"");
        }
    }

    private void busy(Component component) {
        String name = component.name();
        Optional<Expression> time = timeOfOne(component);
        if (time.isEmpty()) {
            untimed.add(name);
            return;
        }
        Expression perReplica = Expressions.over(time.get(), Formulas.one(Dimension.REQUEST));
        Expression load = Expressions.times(Expressions.name(name + ".arrivals"), perReplica);
        Expression most = Expressions.times(Expressions.name(name + ".peak_arrivals"), perReplica);
        Expression replicas = fleet(component, "fleet", load);
        Expression atPeak = fleet(component, "peak_fleet", most);
        formulas.detail(Topic.COMPUTE, name + ".busy", Expressions.over(load, replicas), Formulas.PERCENT);
        Expression busiest =
                formulas.put(Topic.COMPUTE, name + ".peak_busy", Expressions.over(most, atPeak), Formulas.PERCENT);
        Expression needed = Expressions.call("ceil", Expressions.times(busiest, atPeak));
        if (component.kind() == Kind.MODEL || component.kind() == Kind.LLM) {
            formulas.put(Topic.COMPUTE, name + ".replicas_needed", needed);
        } else {
            formulas.detail(Topic.COMPUTE, name + ".replicas_needed", needed);
        }
    }

    /// The replicas that serve: as stated, or where they follow the load, as many as it keeps busy up to their aim.
    private Expression fleet(Component component, String suffix, Expression load) {
        if (component.scale().isEmpty()) {
            return formulas.stated(component);
        }
        Component.Scale scale = component.scale().get();
        Expression wanted = Expressions.call(
                "ceil", Expressions.over(load, Expressions.name(scale.busy().name())));
        return formulas.put(
                Topic.COMPUTE,
                component.name() + "." + suffix,
                Expressions.call(
                        "min",
                        Expressions.name(scale.to().name()),
                        Expressions.call("max", Expressions.name(scale.from().name()), wanted)));
    }

    /// The mean time that one request takes of a replica, which serves several at a time.
    private Optional<Expression> timeOfOne(Component component) {
        Expression places = Expressions.name(component.concurrency().name());
        return switch (component.service()) {
            case Service.Each(var time) -> Optional.of(Expressions.over(sized(component, time), places));
            case Service.Shared(var time) -> Optional.of(Expressions.over(sized(component, time), places));
            case Service.Generation generation ->
                generation
                        .time()
                        .<Expression>map(time -> Expressions.over(sized(component, time), places))
                        .or(() -> Serving.timeOfOne(formulas, component));
            case Service.Batched(var max, var _, var time, var _) ->
                Optional.of(Expressions.over(
                        Expressions.over(
                                ofSize(time.name(), Expressions.name(max.name())), Expressions.name(max.name())),
                        places));
            case Service.Unstated _ -> Optional.empty();
        };
    }

    /// The mean of a stated time, and what the bytes of a mean request add to it.
    private Expression sized(Component component, Amount time) {
        Expression alone = Expressions.mean(time.name());
        List<Expression> bytes = new ArrayList<>();
        for (Workload workload : formulas.design().workload().values()) {
            Expression visits = Visits.of(formulas.design(), workload.path()).get(component.name());
            if (visits != null && workload.request().isPresent()) {
                Expression requests = Expressions.times(Expressions.name(workload.path() + ".requests"), visits);
                bytes.add(formulas.bytes(workload, requests, workload.request().get()));
            }
        }
        if (component.perByte().isEmpty() || bytes.isEmpty()) {
            return alone;
        }
        Expression size = Expressions.over(Expressions.sum(bytes), Expressions.name(component.name() + ".arrivals"));
        Expression ofOne = Expressions.times(size, Formulas.one(Dimension.REQUEST));
        return Expressions.plus(
                alone,
                Expressions.times(Expressions.name(component.perByte().get().name()), ofOne));
    }

    /// The time of a batch of that size.
    private Expression ofSize(String time, Expression size) {
        Content content = formulas.design().sheet().find(time).orElseThrow().content();
        return content instanceof Varying.Constant(var value)
                ? Substitution.of(Varying.SIZE, size, value)
                : Expressions.mean(time);
    }

    /// Tokens written per time, and the FLOPs of all tokens: two for each weight that a token uses (Kaplan et al. 2020,
    /// section 2.1), without attention.
    private void tokens(Component component) {
        if (!(component.service() instanceof Service.Generation(var model, var prompt, var output, var _, var _))) {
            return;
        }
        String name = component.name();
        Expression perRequest = Formulas.one(Dimension.REQUEST);
        Expression written = Expressions.over(
                Expressions.times(Expressions.name(name + ".arrivals"), Expressions.mean(output.name())), perRequest);
        formulas.put(Topic.COMPUTE, name + ".tokens", written);
        String fact = Facts.ROOT + Facts.key(model);
        Optional<Expression> weights = formulas.fact(fact + ".active").or(() -> formulas.fact(fact + ".parameters"));
        if (weights.isEmpty()) {
            formulas.gap(
                    Topic.COMPUTE,
                    "the FLOPs of " + name,
                    "name a model that \"plumbline facts\" knows; \"%s\" is none".formatted(model));
            return;
        }
        Expression perToken = Expressions.times(
                Expressions.literal(new Quantity(2, Dimension.WORK.per(PARAM).per(TOKEN))), weights.get());
        Expression all = Expressions.plus(Expressions.mean(prompt.name()), Expressions.mean(output.name()));
        Expression rate =
                Expressions.over(Expressions.times(Expressions.name(name + ".peak_arrivals"), all), perRequest);
        formulas.put(Topic.COMPUTE, name + ".peak_work", Expressions.times(rate, perToken));
    }
}
