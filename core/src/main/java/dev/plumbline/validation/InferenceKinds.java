package dev.plumbline.validation;

import static dev.plumbline.validation.ModelKinds.path;

import dev.plumbline.validation.Things.Devices;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Times and sizes of one model on one machine, without a queue: layers, prompts, single steps, a fixed batch.
final class InferenceKinds {
    /// From this many rows on a matrix product fills an accelerator.
    private static final double FULL_TOKENS = 512;

    private InferenceKinds() {}

    static List<Kind> all(Things things) {
        return List.of(
                Template.of("1 token / decode_floor(weights({params}, {bytes B = 2 B}), 0 B, {gpus = 1} * {bw B/s})"),
                Template.of(
                        "decode_floor(weights({params}, {bytes B = 2 B}), {kv_bytes B = 0 B}, {gpus = 1} * {bw B/s})"),
                Template.of("{weights_bytes B} / ({gpus = 1} * {bw B/s})"),
                Template.of("1 token / decode_floor(weights({active}, {bytes B = 2 B}), 0 B, {gpus = 1} * {bw B/s})"),
                Template.of(
                        "decode_floor(weights({active}, {bytes B = 2 B}), {kv_bytes B = 0 B}, {gpus = 1} * {bw B/s})"),
                Template.of("prefill_time({params}, {tokens}, {gpus = 1} * {flops FLOP/s}, {mfu = 100 %})")
                        .says("prefill", "prompt"),
                given -> layer(things, given),
                given -> product(things, given),
                given -> cacheTokens(things, given),
                given -> prompt(things, given),
                given -> step(things, given));
    }

    private static Optional<Devices> devices(Things things, Case given) {
        return given.inputs().find("dev", "device").flatMap(things::devices);
    }

    private static Optional<String> model(Things things, Case given) {
        return given.inputs().find("model").flatMap(model -> things.thing(model, "parameters"));
    }

    /// What one step reads: the experts that one token uses, all weights otherwise.
    private static String read(Things things, String model) {
        return path(model, things.facts().find(model, "active").isPresent() ? "active" : "parameters");
    }

    private static String bytes(Case given) {
        String text = given.inputs().text().toLowerCase(Locale.ROOT);
        if (text.contains("fp4") || text.contains("int4")) {
            return "0.5 B";
        }
        return text.contains("int8") || text.contains("fp8") ? "1 B" : "2 B";
    }

    private static String share(Things things, String family, Devices devices, String attribute) {
        String chip = devices.thing().replaceAll("_.*", "");
        String known = things.facts().knows(family + "_" + chip) ? chip : "h100";
        return path(family + "_" + known, attribute);
    }

    private static Optional<String> layer(Things things, Case given) {
        Optional<Devices> devices = devices(things, given);
        Optional<String> rows = given.inputs().find("rows");
        Optional<String> columns = given.inputs().find("cols", "columns");
        if (devices.isEmpty() || rows.isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        String weights = given.inputs().find("bytes").orElse("2");
        String tokens = given.inputs().find("tokens").orElse("1");
        return Optional.of(roofline(things, devices.get(), tokens, rows.get(), columns.get(), weights));
    }

    private static String roofline(
            Things things, Devices devices, String tokens, String inner, String columns, String bytes) {
        return "roofline_time(matmul_flops(%s, %s, %s), %s * %s * %s B, %s * %s, %s * %s)"
                .formatted(
                        tokens,
                        inner,
                        columns,
                        inner,
                        columns,
                        bytes,
                        devices.all("bf16_dense"),
                        share(things, "gemm", devices, reached(tokens)),
                        devices.all("memory_bandwidth"),
                        share(things, "streaming", devices, "share_of_peak"));
    }

    private static String reached(String tokens) {
        return Double.parseDouble(tokens) < FULL_TOKENS ? "small" : "share_of_peak";
    }

    /// The two matrices of a gated feed-forward layer, or the one that follows.
    private static Optional<String> product(Things things, Case given) {
        Inputs inputs = given.inputs();
        Optional<Devices> devices = devices(things, given);
        if (devices.isEmpty()
                || inputs.number("ff").isEmpty()
                || inputs.number("d").isEmpty()
                || inputs.number("tokens").isEmpty()) {
            return Optional.empty();
        }
        String part = inputs.number("tp").orElse(1) == 1
                ? inputs.find("ff").orElseThrow()
                : inputs.find("ff").orElseThrow() + " / " + inputs.find("tp").orElseThrow();
        String hidden = inputs.find("d").orElseThrow();
        String tokens = inputs.find("tokens").orElseThrow();
        boolean down = given.words().contains("down");
        return Optional.of(roofline(
                things,
                devices.get(),
                tokens,
                down ? part : hidden,
                down ? hidden : "2 * " + part,
                bytes(given).replace(" B", "")));
    }

    /// How many tokens' keys and values an engine keeps.
    private static Optional<String> cacheTokens(Things things, Case given) {
        return model(things, given)
                .flatMap(model -> Template.of("({device_mem B} * {util} - weights(" + path(model, "parameters") + ", "
                                + bytes(given) + ")) / {bytes_per_token B/token} * facts.serving_memory.cache")
                        .filled(given.inputs()));
    }

    private static Optional<String> prompt(Things things, Case given) {
        Optional<Devices> devices = devices(things, given);
        Optional<String> model = model(things, given);
        Optional<String> tokens = given.inputs().find(Keys.of("tokens"));
        if (!given.words().contains("prefill") || devices.isEmpty() || model.isEmpty() || tokens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("roofline_time(forward_flops(%s, %s), weights(%s, %s), %s * %s, %s * %s)"
                .formatted(
                        read(things, model.get()),
                        tokens.get(),
                        path(model.get(), "parameters"),
                        bytes(given),
                        devices.get().all("bf16_dense"),
                        share(things, "gemm", devices.get(), reached(tokens.get())),
                        devices.get().all("memory_bandwidth"),
                        share(things, "streaming", devices.get(), "share_of_peak")));
    }

    /// One step of one sequence: the floor, or what is measured above it.
    private static Optional<String> step(Things things, Case given) {
        Optional<Devices> devices = devices(things, given);
        Optional<String> model = model(things, given);
        if (!given.words().matches(".*\\bdecode\\b.*") || devices.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        boolean floor =
                !given.words().contains("measured") && given.words().matches(".*(floor|bound|roofline|ideal).*");
        return Optional.of("decode_floor(weights(%s, %s), 0 B, %s)%s"
                .formatted(
                        read(things, model.get()),
                        bytes(given),
                        devices.get().all("memory_bandwidth"),
                        floor ? "" : " / facts.decode.share_of_peak"));
    }
}
