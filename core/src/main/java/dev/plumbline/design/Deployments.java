package dev.plumbline.design;

import dev.plumbline.roofline.Accelerator;
import dev.plumbline.roofline.Deployment;
import dev.plumbline.roofline.Efficiency;
import dev.plumbline.roofline.Transformer;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a language model and its accelerators come to in one world, as numbers that arithmetic needs.
public final class Deployments {
    /// A share of a peak that is drawn below this is taken for this.
    private static final double LEAST = 0.01;

    private final ToDoubleFunction<Amount> value;

    private Deployments(ToDoubleFunction<Amount> value) {
        this.value = value;
    }

    /// @param value the value of an amount in that world, in base units
    public static Deployment of(TokenServing serving, ToDoubleFunction<Amount> value) {
        return new Deployments(value).of(serving);
    }

    private Deployment of(TokenServing serving) {
        return new Deployment(
                transformer(serving.model()),
                accelerator(serving.accelerator()),
                efficiency(serving.reach()),
                serving.precision().bytes(),
                serving.cachePrecision().bytes(),
                serving.devices());
    }

    private Transformer transformer(Map<String, Amount> model) {
        double parameters = value(model, "parameters", 0);
        return new Transformer(
                parameters,
                Math.min(parameters, value(model, "active", parameters)),
                value(model, "layers", 0),
                value(model, "heads", 0),
                value(model, "kv_heads", 0),
                value(model, "head_dim", 0),
                value(model, "kv_rank", 0),
                value(model, "hidden", 0),
                value(model, "ff", 0),
                value(model, "vocab", 0),
                value(model, "experts", 0),
                value(model, "experts_used", 0));
    }

    /// The link of a single accelerator is never used.
    private Accelerator accelerator(Map<String, Amount> card) {
        return new Accelerator(
                value(card, "peak", 0),
                value(card, "memory_bandwidth", 0),
                value(card, "memory", 0),
                value(card, "link_one_way", 1));
    }

    private Efficiency efficiency(TokenServing.Reach reach) {
        return new Efficiency(
                reached(reach.computeFew()),
                reached(reach.compute()),
                reached(reach.bandwidth()),
                Math.max(0, value.applyAsDouble(reach.layer())),
                reached(reach.link()),
                Math.max(0, value.applyAsDouble(reach.sum())));
    }

    private double reached(Amount share) {
        return Math.max(LEAST, Math.min(1, value.applyAsDouble(share)));
    }

    private double value(Map<String, Amount> facts, String attribute, double otherwise) {
        return Optional.ofNullable(facts.get(attribute))
                .map(value::applyAsDouble)
                .orElse(otherwise);
    }
}
