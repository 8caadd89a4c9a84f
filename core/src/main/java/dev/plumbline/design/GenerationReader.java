package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how a language model is served token by token, with the facts about the model and what it runs on.
final class GenerationReader {
    static final String KEY = "generation";

    private static final List<String> SHAPE = List.of("parameters", "layers", "heads", "head_dim", "hidden", "vocab");
    private static final List<String> SHAPE_OF_SOME =
            List.of("active", "kv_heads", "kv_rank", "ff", "experts", "experts_used");

    /// Chips whose share of their peaks was measured, by the beginning of their names.
    private static final Map<String, String> MEASURED = Map.of("a100", "a100", "h100", "h100", "h200", "h100");

    private final Cursor cursor;
    private final Draft draft;
    private final String name;
    private final Optional<Machine> machine;

    GenerationReader(Cursor cursor, String name, Optional<Machine> machine) {
        this.cursor = cursor;
        this.draft = cursor.draft();
        this.name = name;
        this.machine = machine;
    }

    /// What there is to know about the model's times; none, and that reported, where something of it is missing.
    Optional<TokenServing> read(Node.Scalar model) {
        String thing = Facts.ROOT + Facts.key(model.text());
        Map<String, Amount> shape = known(thing, SHAPE, SHAPE_OF_SOME, model.place());
        boolean keeps = shape.containsKey("kv_heads") || shape.containsKey("kv_rank");
        if (!shape.keySet().containsAll(SHAPE) || !keeps) {
            unknownModel(model);
            return Optional.empty();
        }
        Optional<Cursor> inner = cursor.mapping(KEY);
        TokenServing.Precision precision = precision(inner, "precision");
        return machine.flatMap(found -> accelerator(found, precision, inner))
                .map(card -> new TokenServing(
                        shape,
                        card,
                        machine.map(Machine::count).orElse(1),
                        precision,
                        precision(inner, "cache-precision"),
                        steps(inner, thing),
                        reach(inner),
                        new TokenServing.Memory(
                                amount(inner, "memory", Measure.SHARE, "facts.serving_memory.usable"),
                                amount(inner, "kept", Measure.SHARE, "facts.serving_memory.cache"))));
    }

    private static TokenServing.Precision precision(Optional<Cursor> inner, String key) {
        return inner.map(each -> each.choice(key, TokenServing.Precision.class, TokenServing.Precision.BF16))
                .orElse(TokenServing.Precision.BF16);
    }

    private Map<String, Amount> known(String thing, List<String> all, List<String> some, Place place) {
        Map<String, Amount> found = new LinkedHashMap<>();
        List<String> attributes = new ArrayList<>(all);
        attributes.addAll(some);
        for (String attribute : attributes) {
            String path = thing + "." + attribute;
            if (draft.facts().find(path).isPresent()) {
                found.put(attribute, draft.use(path, place));
            }
        }
        return found;
    }

    /// The figures of one accelerator; none where they are not known.
    private Optional<Map<String, Amount>> accelerator(
            Machine found, TokenServing.Precision precision, Optional<Cursor> inner) {
        Map<String, Amount> card =
                known(found.fact(), List.of("memory", "memory_bandwidth"), List.of("link_one_way"), found.place());
        for (String peak : List.of(precision.peak(), TokenServing.Precision.BF16.peak())) {
            String path = found.fact() + "." + peak;
            if (!card.containsKey("peak") && draft.facts().find(path).isPresent()) {
                card.put("peak", draft.use(path, found.place()));
            }
        }
        if (!card.keySet().containsAll(List.of("memory", "memory_bandwidth", "peak"))) {
            draft.problems()
                    .warning(
                            "design.no-accelerator",
                            found.place(),
                            "\"%s\" is no accelerator whose memory, bandwidth and peak are known"
                                    .formatted(found.name()),
                            "the time of a token follows from them, so nothing can be read of \"%s\"".formatted(name),
                            "name the accelerator, such as \"1 x H100\", or state \"time:\"");
            return Optional.empty();
        }
        inner.flatMap(each -> each.amount("interconnect", Measure.BANDWIDTH))
                .ifPresent(stated -> card.put("link_one_way", stated));
        if (found.count() > 1 && !card.containsKey("link_one_way")) {
            card.put("link_one_way", amount(inner, "interconnect", Measure.BANDWIDTH, "facts.pcie.one_way"));
        }
        return Optional.of(card);
    }

    private void unknownModel(Node.Scalar model) {
        draft.problems()
                .warning(
                        "design.unknown-model",
                        model.place(),
                        "the shape of the model \"%s\" is not known".formatted(model.text()),
                        "the time of a token follows from it, so nothing can be read of \"%s\"".formatted(name),
                        draft.facts()
                                .nearest(model.text())
                                .map(near -> "write \"%s\", or state \"time:\"".formatted(near))
                                .orElse("name a model that \"plumbline facts\" knows, or state \"time:\""));
    }

    private TokenServing.Steps steps(Optional<Cursor> inner, String model) {
        String context = model + ".context";
        return new TokenServing.Steps(
                inner.map(each -> each.choice("prefill", TokenServing.Prefill.class, TokenServing.Prefill.CHUNKED))
                        .orElse(TokenServing.Prefill.CHUNKED),
                amount(inner, "chunk", Measure.TOKENS, "2048 token"),
                amount(
                        inner,
                        "longest",
                        Measure.TOKENS,
                        draft.facts().find(context).isPresent() ? context : "8192 token"),
                amount(inner, "prefix", Measure.TOKENS, "0 token"),
                amount(inner, "cached", Measure.SHARE, "0 %"));
    }

    private TokenServing.Reach reach(Optional<Cursor> inner) {
        String chip = machine.map(found -> Facts.key(found.name()).replaceAll("_.*", ""))
                .orElse("");
        String measured = MEASURED.containsKey(chip) ? "_" + MEASURED.get(chip) : "";
        return new TokenServing.Reach(
                amount(inner, "compute", Measure.SHARE, "facts.gemm%s.share_of_peak".formatted(measured)),
                amount(inner, "compute-few", Measure.SHARE, "facts.gemm%s.small".formatted(measured)),
                amount(inner, "bandwidth", Measure.SHARE, "facts.streaming%s.share_of_peak".formatted(measured)),
                amount(inner, "layer", Measure.TIME, "facts.serving_step.layer"),
                amount(inner, "link", Measure.SHARE, "facts.all_reduce.share_of_peak"),
                amount(inner, "sum", Measure.TIME, "facts.all_reduce.latency"));
    }

    private Amount amount(Optional<Cursor> inner, String key, Measure measure, String otherwise) {
        return inner.flatMap(each -> each.amount(key, measure))
                .orElseGet(() -> draft.assume(
                        name + "." + KEY + "." + Cursor.sheetName(key),
                        otherwise,
                        measure,
                        cursor.node().place(),
                        name));
    }
}
