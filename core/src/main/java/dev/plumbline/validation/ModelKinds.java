package dev.plumbline.validation;

import dev.plumbline.knowledge.Facts;
import java.util.List;
import java.util.Optional;

/// Sizes of models: parameters, embedding tables, caches.
final class ModelKinds {
    private static final String SHAPE = "{vocab}, {d}, {layers}, {q_dim = @d}, {kv_dim}, {ff}, ";

    private ModelKinds() {}

    static List<Kind> all(Things things) {
        return List.of(
                Template.of("moe_parameters(" + SHAPE + "{experts}, {top_k}, {tied = 0})")
                        .says("active"),
                Template.of("moe_parameters(" + SHAPE + "{experts}, {experts}, {tied = 0})")
                        .unless("active"),
                Template.of("transformer_parameters(" + SHAPE + "{tied = 0})"),
                given -> known(things, given),
                Template.of("{params} * ({bits bit} + {scale_bits bit} / {group})")
                        .says("weight", "memory", "size"),
                Template.of("{params} * {bits bit}").says("weight", "memory", "size"),
                Template.of("activation_memory({layers = 1}, {hidden}, {heads}, {sequence}, {sequences = 1})")
                        .says("activation"),
                Template.of("activation_memory_flash({layers = 1}, {hidden}, {sequence}, {sequences = 1})")
                        .says("activation")
                        .says("flash", "selective"),
                Template.of("activation_memory_recomputed({layers = 1}, {hidden}, {sequence}, {sequences = 1})")
                        .says("activation")
                        .says("recomput", "checkpoint"),
                Template.of("{params} * {bytes B}").says("state", "adam", "optimizer", "training"),
                Template.of("({device_mem B} * {util = 100 %} - weights({params}, {bytes B}))"
                                + " / ({bytes_per_token B} * {tokens})")
                        .says("sequences", "requests", "concurren", "users"),
                Template.of("({device_mem B} * {util = 100 %} - weights({params}, {bytes B})) / {bytes_per_token B}")
                        .says("token"),
                Template.of("sum({multi_hot...})").says("lookup"),
                Template.of("sum({table_rows...})").says("row"),
                Template.of("embedding_table({rows}, {d}, {bytes B})"),
                Template.of("kv_cache_per_token_mla({layers}, {kv_rank} + {rope = 0}, {bytes B = 2 B})"
                        + " * {tokens = 1} * {batch = 1}"),
                Template.of("kv_cache_per_token({layers}, {kv_heads}, {head_dim}, {bytes B = 2 B})"
                        + " * {tokens = 1} * {batch = 1}"),
                Template.of("{bytes_per_token B/token} * {tokens token} * {batch = 1}"),
                Template.of("{bytes_per_token B/token} * {tokens token} * {batch = 1} / {gpus}")
                        .says("each", "per gpu", "per device"),
                Template.of("embedding_table({n}, {d}, {bytes B})").says("flat", "raw", "float", "exact"),
                Template.of("weights({params}, {bytes B})").says("weight", "memory", "size", "checkpoint"));
    }

    /// A figure of a model that the facts know.
    private static Optional<String> known(Things things, Case given) {
        Optional<String> model = given.inputs().find("model");
        if (model.isEmpty() || given.inputs().find("dev", "device").isPresent()) {
            return Optional.empty();
        }
        String words = given.words();
        Optional<String> bytes = given.inputs().find(Keys.of("bytes"));
        if (bytes.isPresent() && words.matches(".*\\b(weights?|memory|size|checkpoint)\\b.*")) {
            return things.thing(model.get(), "parameters")
                    .map(thing -> "weights(%s, %s B)".formatted(path(thing, "parameters"), bytes.get()));
        }
        if (words.matches(".*\\bkv\\b.*")) {
            return perToken(things, model.get()).map(each -> each + tokens(given));
        }
        if (words.matches(".*\\b(dimension|dims?|width)\\b.*")) {
            String wide = words.contains("hidden") || words.contains("width") ? "hidden" : "dims";
            return things.thing(model.get(), wide).map(thing -> path(thing, wide));
        }
        Optional<String> shape = List.of("layers", "heads", "experts", "vocab", "context").stream()
                .filter(each -> words.matches(".*\\b" + each + ".*"))
                .findFirst()
                .map(each -> each.equals("heads") && words.contains("kv") ? "kv_heads" : each);
        if (shape.isPresent()) {
            return things.thing(model.get(), shape.get()).map(thing -> path(thing, shape.get()));
        }
        String attribute = words.contains("flop") || words.contains("mac")
                ? "work"
                : words.contains("active") ? "active" : words.contains("lookup") ? "lookups" : "parameters";
        return things.thing(model.get(), attribute).map(thing -> path(thing, attribute));
    }

    private static String tokens(Case given) {
        return given.inputs()
                .find(Keys.of("tokens"))
                .map(" * %s token"::formatted)
                .orElse("");
    }

    /// The cache of one token, by the kind of attention that the model has.
    static Optional<String> perToken(Things things, String model) {
        Optional<String> latent = things.thing(model, "kv_rank");
        if (latent.isPresent()) {
            String thing = latent.get();
            return Optional.of(
                    "kv_cache_per_token_mla(%s, %s, 2 B)".formatted(path(thing, "layers"), path(thing, "kv_rank")));
        }
        return things.thing(model, "kv_heads")
                .map(thing -> "kv_cache_per_token(%s, %s, %s, 2 B)"
                        .formatted(path(thing, "layers"), path(thing, "kv_heads"), path(thing, "head_dim")));
    }

    static String path(String thing, String attribute) {
        return Facts.ROOT + thing + "." + attribute;
    }
}
