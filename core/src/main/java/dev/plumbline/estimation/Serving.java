package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.Service;
import dev.plumbline.design.TokenServing;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A language model that is written token by token: its weights and cache in memory, how many answers a replica writes
/// at once, and how many requests a second it can do at the most.
///
/// A request costs the reading of what is new in its prompt, and for each token of its answer its part of a step that
/// writes one token of every answer at work. That is the arithmetic of continuous batching with full steps (G.-I. Yu
/// et al., "Orca", OSDI 2022). Prompts that are read beside the writing are a little cheaper; a simulation counts that.
final class Serving {
    private static final Dimension TOKEN = Dimension.count("token");
    /// A cache holds half of an answer on average while it is written.
    private static final double HALF = 0.5;

    private final Formulas formulas;
    private final Component component;
    private final Service.Generation generation;
    private final TokenServing serving;
    private final String name;

    private Serving(Formulas formulas, Component component, Service.Generation generation, TokenServing serving) {
        this.formulas = formulas;
        this.component = component;
        this.generation = generation;
        this.serving = serving;
        this.name = component.name();
    }

    /// Derives what a replica holds, for each model that is served token by token.
    static void memory(Formulas formulas) {
        of(formulas).forEach(Serving::holds);
    }

    private static List<Serving> of(Formulas formulas) {
        return formulas.design().components().values().stream()
                .flatMap(component -> of(formulas, component).stream())
                .toList();
    }

    private static Optional<Serving> of(Formulas formulas, Component component) {
        return component.service() instanceof Service.Generation generation
                ? generation.serving().map(serving -> new Serving(formulas, component, generation, serving))
                : Optional.empty();
    }

    /// The mean time that one request takes of a replica whose steps are full; empty for other components.
    static Optional<Expression> timeOfOne(Formulas formulas, Component component) {
        return of(formulas, component).map(Serving::timeOfOne);
    }

    /// How many accelerators memory, load and the pace that is asked for need.
    static void accelerators(Formulas formulas) {
        of(formulas).forEach(Serving::accelerators);
    }

    private void holds() {
        Expression weights = formulas.put(
                Topic.MEMORY,
                name + ".weights",
                Expressions.call("weights", model("parameters"), bytes(serving.precision())));
        Expression each = formulas.put(Topic.MEMORY, name + ".cache_per_token", cachePerToken());
        Expression memory = Expressions.times(
                all(accelerator("memory")),
                Expressions.name(serving.memory().usable().name()));
        Expression room = formulas.put(
                Topic.MEMORY,
                name + ".cache_room",
                Expressions.times(
                        Expressions.minus(memory, weights),
                        Expressions.name(serving.memory().kept().name())));
        Expression fit = Expressions.over(room, Expressions.times(kept(), each));
        Expression places = Expressions.name(component.concurrency().name());
        formulas.put(
                Topic.MEMORY,
                name + ".at_once",
                Expressions.call("max", Expressions.number(1), Expressions.call("min", places, fit)));
    }

    private Expression cachePerToken() {
        Expression number = bytes(serving.cachePrecision());
        return serving.model().containsKey("kv_rank")
                ? Expressions.call("kv_cache_per_token_mla", model("layers"), model("kv_rank"), number)
                : Expressions.call("kv_cache_per_token", model("layers"), model("kv_heads"), model("head_dim"), number);
    }

    /// Tokens that a request keeps for itself, on average while it is written.
    private Expression kept() {
        return Expressions.plus(own(), Expressions.times(Expressions.number(HALF), output()));
    }

    /// Tokens of a prompt beyond what all begin with.
    private Expression own() {
        Expression prompt = Expressions.mean(generation.prompt().name());
        return isZero(serving.steps().prefix())
                ? prompt
                : Expressions.call(
                        "max",
                        Expressions.literal(new Quantity(1, TOKEN)),
                        Expressions.minus(
                                prompt,
                                Expressions.name(serving.steps().prefix().name())));
    }

    private Expression output() {
        return Expressions.mean(generation.output().name());
    }

    private Expression timeOfOne() {
        Expression atOnce = Expressions.name(name + ".at_once");
        Expression read = formulas.detail(Topic.COMPUTE, name + ".read_time", readTime());
        Expression step = formulas.put(Topic.COMPUTE, name + ".step_time", stepTime(atOnce));
        Expression written = Expressions.over(Expressions.times(Expressions.over(output(), one(TOKEN)), step), atOnce);
        return formulas.put(Topic.COMPUTE, name + ".time_of_one", Expressions.plus(read, written));
    }

    /// What a prompt takes that was not read before, bound by arithmetic.
    private Expression readTime() {
        Expression fresh = isZero(serving.steps().cached())
                ? own()
                : Expressions.times(
                        own(),
                        Expressions.minus(
                                Expressions.number(1),
                                Expressions.name(serving.steps().cached().name())));
        Expression arithmetic = Expressions.call(
                "prefill_time",
                used(),
                fresh,
                all(accelerator("peak")),
                Expressions.name(serving.reach().compute().name()));
        return serving.devices() == 1 ? arithmetic : Expressions.plus(arithmetic, sums(fresh));
    }

    /// One token of every answer at work: all weights that they touch and all that they look at are read once.
    private Expression stepTime(Expression atOnce) {
        Expression bandwidth = Expressions.times(
                all(accelerator("memory_bandwidth")),
                Expressions.name(serving.reach().bandwidth().name()));
        Expression peak = Expressions.times(
                all(accelerator("peak")),
                Expressions.call(
                        "share_reached",
                        atOnce,
                        Expressions.name(serving.reach().computeFew().name()),
                        Expressions.name(serving.reach().compute().name())));
        Expression body = Expressions.call(
                "roofline_time",
                Expressions.call("forward_flops", used(), atOnce),
                Expressions.call("weights", read(atOnce), bytes(serving.precision())),
                peak,
                bandwidth);
        Expression looked = Expressions.plus(
                Expressions.mean(generation.prompt().name()), Expressions.times(Expressions.number(HALF), output()));
        Expression cache = Expressions.call(
                "transfer_time",
                Expressions.times(Expressions.times(atOnce, looked), Expressions.name(name + ".cache_per_token")),
                bandwidth);
        Expression layers = Expressions.over(model("layers"), one(dimension("layers")));
        Expression fixed = Expressions.times(
                layers, Expressions.name(serving.reach().layer().name()));
        Expression alone = Expressions.plus(Expressions.plus(body, cache), fixed);
        return serving.devices() == 1
                ? alone
                : Expressions.plus(
                        alone,
                        Expressions.times(
                                Expressions.times(Expressions.number(2), layers),
                                Expressions.name(serving.reach().sum().name())));
    }

    /// Two sums over the devices in each layer, of 16 bits for each number.
    private Expression sums(Expression tokens) {
        Expression layers = Expressions.over(model("layers"), one(dimension("layers")));
        Expression link = Expressions.times(
                accelerator("link_one_way"),
                Expressions.name(serving.reach().link().name()));
        Expression each = Expressions.call(
                "allreduce_time",
                Expressions.call(
                        "embedding_table",
                        tokens,
                        model("hidden"),
                        Expressions.literal(new Quantity(2, Dimension.DATA))),
                Expressions.number(serving.devices()),
                link);
        return Expressions.times(Expressions.times(Expressions.number(2), layers), each);
    }

    /// Weights that a token uses.
    private Expression used() {
        return serving.model().containsKey("active") ? model("active") : model("parameters");
    }

    /// Weights that a step reads: of a mixture those of every expert that one of the tokens goes through.
    private Expression read(Expression tokens) {
        Map<String, Amount> model = serving.model();
        boolean mixture =
                model.containsKey("active") && model.containsKey("experts") && model.containsKey("experts_used");
        return mixture
                ? Expressions.call(
                        "moe_parameters_read",
                        model("parameters"),
                        model("active"),
                        model("experts"),
                        model("experts_used"),
                        tokens)
                : model("parameters");
    }

    private void accelerators() {
        if (!formulas.has(name + ".replicas_needed")) {
            return;
        }
        Expression memory = formulas.put(
                Topic.COMPUTE,
                name + ".by_memory",
                Expressions.call(
                        "accelerators_by_memory",
                        Expressions.plus(
                                Expressions.name(name + ".weights"),
                                Expressions.times(kept(), Expressions.name(name + ".cache_per_token"))),
                        accelerator("memory"),
                        Expressions.name(serving.memory().usable().name())));
        Expression load = formulas.put(
                Topic.COMPUTE,
                name + ".by_throughput",
                Expressions.times(Expressions.name(name + ".replicas_needed"), Expressions.number(serving.devices())));
        Expression latency = pace().<Expression>map(
                        target -> formulas.put(Topic.COMPUTE, name + ".by_latency", byLatency(target)))
                .orElseGet(() -> Expressions.number(1));
        formulas.put(
                Topic.COMPUTE, name + ".accelerators_needed", Expressions.call("accelerators", memory, load, latency));
    }

    /// Accelerators that have to share a step of one answer, so that a token is written in time.
    private Expression byLatency(Expression target) {
        Expression alone = Expressions.call(
                "decode_floor",
                Expressions.call("weights", used(), bytes(serving.precision())),
                Expressions.literal(new Quantity(0, Dimension.DATA)),
                Expressions.times(
                        accelerator("memory_bandwidth"),
                        Expressions.name(serving.reach().bandwidth().name())));
        return Expressions.call("accelerators_by_latency", alone, target, Expressions.number(1));
    }

    /// The time for a token that a requirement asks for.
    private Optional<Expression> pace() {
        return formulas.design().requirements().stream()
                .filter(each -> each.must()
                        .filter(must -> must.reading() instanceof Reading.Tpot(var _, var of)
                                && of.text().equals(name))
                        .isPresent())
                .findFirst()
                .map(each -> Expressions.name(RequirementSection.target(each.id())));
    }

    private Expression model(String attribute) {
        return name(serving.model(), attribute);
    }

    private Expression accelerator(String attribute) {
        return name(serving.accelerator(), attribute);
    }

    private static Expression name(Map<String, Amount> figures, String attribute) {
        return Expressions.name(
                Optional.ofNullable(figures.get(attribute)).orElseThrow().name());
    }

    private Dimension dimension(String attribute) {
        return formulas.dimension(Expressions.print(model(attribute)));
    }

    /// Of all accelerators of a replica.
    private Expression all(Expression one) {
        return serving.devices() == 1 ? one : Expressions.times(Expressions.number(serving.devices()), one);
    }

    private static Expression bytes(TokenServing.Precision precision) {
        return Expressions.literal(new Quantity(precision.bytes(), Dimension.DATA));
    }

    private static Expression one(Dimension dimension) {
        return Formulas.one(dimension);
    }

    /// Whether an amount is stated, or assumed, to be nothing.
    private boolean isZero(Amount amount) {
        return formulas.design()
                .sheet()
                .find(amount.name())
                .filter(each -> each.content() instanceof Expression.Literal literal
                        && literal.number().signum() == 0)
                .isPresent();
    }
}
