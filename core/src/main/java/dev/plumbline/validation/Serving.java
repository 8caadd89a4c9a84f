package dev.plumbline.validation;

import dev.plumbline.assessment.WorldNetworks;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.Service.Generation;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Load;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Service;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Workspace;
import dev.plumbline.source.Sources;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Figures of language models under load, by simulating a design that says what the source says and leaves the rest to
/// the defaults of the language. Nothing is fitted to a case.
public final class Serving implements Method {
    private static final String NAME = "simulation";
    private static final Worlds WORLDS = new Worlds(16, 42);
    private static final int OPEN_REQUESTS = 2_000;
    private static final int REPETITIONS = 4;
    /// TensorRT-LLM's usual bounds of a step: requests and tokens.
    private static final int MOST_AT_ONCE = 2_048;

    private static final int ROUNDS = 6;
    private static final long SEED = 7;

    private final Things things;
    private final DesignReader reader;
    private final Map<String, List<Result>> done = new HashMap<>();

    public Serving(Things things) {
        this.things = things;
        this.reader = new DesignReader(things.facts());
    }

    @Override
    public Outcome of(Case given) {
        return switch (ServedCase.read(given, things)) {
            case ServedCase.Reading.Other() -> new Outcome.Strange();
            case ServedCase.Reading.Lacking(var what) -> new Outcome.NotComputed(what);
            case ServedCase.Reading.Served(var served) ->
                CaseUnit.of(given.unit()).map(unit -> computed(served, unit)).orElseGet(Outcome.Strange::new);
        };
    }

    private Outcome computed(ServedCase served, Quantity unit) {
        int atOnce = atOnce(served);
        String text = text(served, atOnce);
        Optional<Design> design = design(text);
        if (design.isEmpty() || !writes(design.get())) {
            return new Outcome.NotComputed("not enough is known of the model or the machine");
        }
        if (room(design.get(), 1) <= 1) {
            return new Outcome.NotComputed("the model does not fit into the machine");
        }
        List<Result> results = done.computeIfAbsent(text, _ -> run(design.get(), served.load(), atOnce));
        double[] values = results.stream()
                .mapToDouble(result -> read(result, served, atOnce) / unit.value())
                .toArray();
        Spread spread = Spread.of(values);
        return new Outcome.Ours(new Computed(spread.median(), spread.low(), spread.high(), NAME, how(served, atOnce)));
    }

    private Optional<Design> design(String text) {
        return reader.read(Sources.of("case.yaml", text), path -> {
                            throw new NoSuchFileException(path);
                        })
                        instanceof DesignReader.Reading.Read(var design, var _)
                ? Optional.of(design)
                : Optional.empty();
    }

    private static boolean writes(Design design) {
        return design.components().values().stream()
                .anyMatch(each -> each.service() instanceof Generation generation
                        && generation.serving().isPresent());
    }

    /// How many requests a replica holds: what the source says, else what the cache has room for to the end.
    private int atOnce(ServedCase served) {
        return switch (served.load()) {
            case ServedCase.Load.Open _, ServedCase.Load.Burst _ -> 128;
            case ServedCase.Load.Full(var stated, int prompt, int output) ->
                stated.orElseGet(() -> design(text(served, MOST_AT_ONCE))
                        .filter(Serving::writes)
                        .map(design -> room(design, prompt + output))
                        .orElse(1));
        };
    }

    private static int room(Design design, int tokens) {
        double[] blocks = WorldNetworks.average(design, WORLDS).stream()
                .mapToDouble(network -> network.stations().getFirst().service() instanceof Service.Generation generation
                        ? generation.room().blocks()
                        : 0)
                .toArray();
        double kept = Spread.of(blocks).median() * Service.Generation.BLOCK;
        return (int) Math.clamp(kept / tokens, 1, MOST_AT_ONCE);
    }

    private static String text(ServedCase served, int atOnce) {
        String precision = served.smaller() ? "precision: fp8, cache-precision: fp8" : "precision: bf16";
        String part = switch (served.load()) {
            case ServedCase.Load.Open(double rate, int prefix, int prompt, int output) ->
                "prompt: %d token, output: %d token, generation: {%s, prefix: %d token}"
                        .formatted(prompt, output, precision, prefix);
            case ServedCase.Load.Burst(int requests, double rate, String lengths) ->
                "%s, generation: {%s}".formatted(lengths, precision);
            case ServedCase.Load.Full(var stated, int prompt, int output) ->
                "prompt: %d token, output: %d token, generation: {%s, chunk: 8192 token, memory: 97 %%, kept: 95 %%}"
                        .formatted(prompt, output, precision);
        };
        String workload = switch (served.load()) {
            case ServedCase.Load.Open open -> "rate: %s req/s".formatted(open.rate());
            case ServedCase.Load.Burst burst -> "rate: %s req/s".formatted(burst.rate());
            case ServedCase.Load.Full _ ->
                "rate: 1 req/s, arrivals: {closed: {users: %d, think: 0 s}}".formatted(atOnce);
        };
        return """
                design: case
                workload: {ask: {%s}}
                components:
                  writer: {kind: llm, model: %s, on: %d x %s, concurrency: %d, queue: {limit: 1M}, %s}
                paths: {ask: [writer]}
                """.formatted(
                        workload,
                        served.model(),
                        served.devices().count(),
                        served.devices().thing(),
                        atOnce,
                        part);
    }

    private static List<Result> run(Design design, ServedCase.Load load, int atOnce) {
        Workspace workspace = new Workspace();
        return WorldNetworks.average(design, WORLDS).stream()
                .map(network -> run(network, load, atOnce, workspace))
                .toList();
    }

    private static Result run(Network network, ServedCase.Load load, int atOnce, Workspace workspace) {
        Plan plan = switch (load) {
            case ServedCase.Load.Open _ -> Plan.steady(SEED, OPEN_REQUESTS);
            case ServedCase.Load.Burst(int requests, double rate, var _) ->
                new Plan(
                        SEED,
                        new Plan.Horizon.Episode(0, requests / rate, REPETITIONS),
                        Optional.empty(),
                        Load.EVEN,
                        List.of());
            case ServedCase.Load.Full _ -> Plan.steady(SEED, (long) ROUNDS * atOnce);
        };
        return Simulation.run(network, plan, workspace, () -> false);
    }

    private static double read(Result result, ServedCase served, int atOnce) {
        Result.StationResult writer = result.station("writer");
        return switch (served.metric().what()) {
            case FIRST_TOKEN ->
                writer.written().map(each -> at(each.first(), served)).orElse(Double.NaN);
            case BETWEEN_TOKENS ->
                writer.written()
                        .flatMap(Result.Written::between)
                        .map(each -> at(each, served))
                        .orElse(Double.NaN);
            case WHOLE ->
                result.path("ask").latency().map(each -> at(each, served)).orElse(Double.NaN);
            case THROUGHPUT -> written(result, served, atOnce);
        };
    }

    private static double at(Result.Latency latency, ServedCase served) {
        double level = served.metric().level();
        return (level < 0 ? latency.mean() : latency.at(level)).value();
    }

    /// Tokens a second. The clock stops at the last arrival, when those that came before it are answered and the others
    /// are at work.
    private static double written(Result result, ServedCase served, int atOnce) {
        return served.load() instanceof ServedCase.Load.Full(var _, int _, int output)
                ? (double) (result.requests() - atOnce) * output / result.seconds()
                : Double.NaN;
    }

    private static String how(ServedCase served, int atOnce) {
        String what = switch (served.load()) {
            case ServedCase.Load.Open(double rate, int prefix, int prompt, int output) ->
                "%s req/s of %d token, %d of them shared, answered by %d".formatted(rate, prompt, prefix, output);
            case ServedCase.Load.Burst(int requests, double rate, var _) ->
                "%d requests at %s req/s, lengths by percentiles".formatted(requests, rate);
            case ServedCase.Load.Full(var _, int prompt, int output) ->
                "%d at a time of %d token, answered by %d".formatted(atOnce, prompt, output);
        };
        return "simulate: %s on %d x %s%s, %s"
                .formatted(
                        served.model(),
                        served.devices().count(),
                        served.devices().thing(),
                        served.smaller() ? " in FP8" : "",
                        what);
    }
}
