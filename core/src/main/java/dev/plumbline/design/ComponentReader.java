package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.List;
import java.util.Optional;

/// Reads one component.
final class ComponentReader {
    private static final String ONE = "1";
    private static final String PER_BYTE = "per-byte";

    /// What vLLM takes into a batch at most unless told otherwise (`DEFAULT_MAX_NUM_SEQS`, 2026).
    private static final String SEQUENCES = "128";

    private final Cursor cursor;
    private final Names names;
    private final String name;
    private final Place place;

    ComponentReader(Cursor cursor, Names names, String name, Place place) {
        this.cursor = cursor;
        this.names = names;
        this.name = name;
        this.place = place;
    }

    Component read() {
        Kind kind = cursor.choice("kind", Kind.class, Kind.SERVICE);
        Optional<Machine> machine = cursor.scalar("on").flatMap(text -> MachineReader.read(cursor.draft(), text));
        Optional<Component.Scale> scale = cursor.mapping("scale").flatMap(this::scale);
        return new Component(
                name,
                kind,
                cursor.amountOr("replicas", Measure.NUMBER, ONE),
                shards(kind),
                cursor.mapping("connections").map(this::connections),
                concurrency(kind),
                service(kind, machine),
                perByte(kind),
                machine,
                cursor.amount("price", Measure.PRICE),
                cursor.amount("network", Measure.BANDWIDTH),
                cursor.amount("available", Measure.SHARE),
                cursor.amount("fails", Measure.SHARE),
                cursor.choice("balance", Balance.class, Balance.RANDOM),
                queue(),
                cursor.mapping("hiccups")
                        .map(each -> new Component.Hiccups(
                                each.amountOr("every", Measure.TIME, "1 s"),
                                each.amountOr("for", Measure.TIME, "0 s"))),
                scale,
                cursor.mapping("uneven")
                        .map(each -> new Component.Uneven(
                                each.amountOr("share", Measure.SHARE, "0 %"),
                                each.amountOr("times", Measure.NUMBER, ONE))),
                cursor.mapping("cold")
                        .map(each -> new Component.Cold(
                                each.amountOr("for", Measure.TIME, "0 s"),
                                each.amountOr("times", Measure.NUMBER, ONE))),
                cursor.references("holds", "data", names.data()),
                kind == Kind.CACHE ? Optional.of(new CacheReader(cursor, names, name).read()) : Optional.empty(),
                kind == Kind.STORE
                        ? Optional.of(new Component.Replication(
                                cursor.text("engine"), cursor.text("write"), cursor.text("read")))
                        : Optional.empty(),
                cursor.references("region", "region", names.regions()),
                place);
    }

    private Optional<Amount> shards(Kind kind) {
        if (cursor.has("shards") && kind != Kind.STORE && kind != Kind.INDEX) {
            noEffect(
                    cursor.place("shards"),
                    "\"shards\"",
                    "what \"%s\" is; a store or an index can be split by key".formatted(name),
                    "take it out, or say how many \"replicas\" share the work");
            return Optional.empty();
        }
        return cursor.amount("shards", Measure.NUMBER);
    }

    private Component.Connections connections(Cursor connections) {
        return new Component.Connections(
                connections.amountOr("most", Measure.NUMBER, ONE),
                connections.references("from", "component", names.components()),
                connections.amountOr("each", Measure.NUMBER, ONE));
    }

    /// A store or cache without a stated concurrency is not a single-threaded queue to its callers; a service is what
    /// its author sized, so one at a time is the honest default and the report lists it.
    private Amount concurrency(Kind kind) {
        return switch (kind) {
            case SERVICE, MODEL, INDEX, STORE, CACHE -> cursor.amountOr("concurrency", Measure.NUMBER, ONE);
            case LLM -> cursor.amountOr("concurrency", Measure.NUMBER, writesTokens() ? SEQUENCES : ONE);
            case EXTERNAL -> cursor.amountOr("concurrency", Measure.NUMBER, "1000000");
        };
    }

    /// Whether tokens are written one by one, instead of an answer taking a stated time.
    private boolean writesTokens() {
        return !cursor.has("time")
                && !cursor.has("batch")
                && List.of("model", "prompt", "output").stream().allMatch(cursor::has);
    }

    private Service service(Kind kind, Optional<Machine> machine) {
        Optional<Amount> time = cursor.varying("time", Measure.TIME);
        Optional<Cursor> batch = cursor.mapping("batch");
        if (batch.isPresent()) {
            if (cursor.text("serve").equals(Optional.of("sharing"))) {
                noEffect(
                        cursor.place("serve"),
                        "\"serve: sharing\"",
                        "a batch, whose requests are served together",
                        "keep the one that is meant");
            }
            return batched(batch.get(), time);
        }
        if (cursor.has(GenerationReader.KEY) && !(kind == Kind.LLM && writesTokens())) {
            noEffect(
                    cursor.place(GenerationReader.KEY),
                    "\"generation\"",
                    "what \"%s\" is; it says how a language model without a time of its own writes its tokens"
                            .formatted(name),
                    "let it be an llm with a model, a prompt and an output, and take \"time\" and \"batch\" out");
        }
        if (kind == Kind.LLM) {
            Optional<Amount> prompt = cursor.varying("prompt", Measure.TOKENS);
            Optional<Amount> output = cursor.varying("output", Measure.TOKENS);
            Optional<Node.Scalar> model = cursor.scalar("model");
            if (prompt.isPresent() && output.isPresent() && model.isPresent()) {
                pacesNothing();
                Optional<TokenServing> serving = writesTokens()
                        ? new GenerationReader(cursor, name, machine).read(model.get())
                        : Optional.empty();
                return new Service.Generation(model.get().text(), prompt.get(), output.get(), time, serving);
            }
        }
        return time.map(found -> sharing() ? new Service.Shared(found) : new Service.Each(found))
                .orElseGet(Service.Unstated::new);
    }

    /// Only a stated time can grow with the size of a request, and only where some path says how large its requests
    /// are.
    private Optional<Amount> perByte(Kind kind) {
        Optional<Amount> perByte = cursor.amount(PER_BYTE, Measure.TIME_PER_SIZE);
        boolean timed = cursor.has("time") && !cursor.has("batch");
        if (perByte.isPresent() && !timed) {
            noEffect(
                    cursor.place(PER_BYTE),
                    "\"%s\"".formatted(PER_BYTE),
                    kind == Kind.LLM
                            ? "a language model, whose time follows from its tokens"
                            : "a component without a time of its own for each request",
                    "state the \"time\" of a request, or take it out");
        }
        return perByte.filter(_ -> timed);
    }

    /// All that are there share the cores, so that nobody waits for a turn.
    private boolean sharing() {
        boolean sharing = cursor.text("serve").equals(Optional.of("sharing"));
        if (sharing) {
            cursor.mapping("queue")
                    .filter(queue -> queue.has("order"))
                    .ifPresent(queue -> noEffect(
                            queue.place("order"),
                            "the order of a queue",
                            "\"serve: sharing\", as all that are there are served at once",
                            "take the order out, or serve in slots"));
        }
        return sharing;
    }

    private void pacesNothing() {
        for (String key : List.of("uneven", "cold")) {
            if (cursor.has(key) && writesTokens()) {
                noEffect(
                        cursor.place(key),
                        "\"%s\"".formatted(key),
                        "a language model that writes token by token",
                        "take it out, or state the \"time\" of an answer");
            }
        }
    }

    private void noEffect(Place place, String what, String beside, String mend) {
        cursor.draft()
                .problems()
                .warning(
                        "design.no-effect",
                        place,
                        "%s changes nothing beside %s".formatted(what, beside),
                        "whoever reads it would believe that \"%s\" does what it says".formatted(name),
                        mend);
    }

    private Service batched(Cursor batch, Optional<Amount> time) {
        time.ifPresent(_ -> cursor.draft()
                .problems()
                .error(
                        "design.two-times",
                        cursor.place("time"),
                        "\"%s\" has a time and a batch time".formatted(name),
                        "a request is served by itself or in a batch, not both",
                        "keep the one that is meant"));
        List<Amount> preferred = batch.amounts("preferred", Measure.NUMBER);
        Optional<Amount> batchTime = batch.timeOfSize("time");
        return batchTime
                .<Service>map(found -> new Service.Batched(
                        batch.amountOr("max", Measure.NUMBER, ONE),
                        batch.amountOr("wait", Measure.TIME, "0 s"),
                        found,
                        preferred))
                .orElseGet(Service.Unstated::new);
    }

    private Component.Queue queue() {
        Optional<Cursor> queue = cursor.mapping("queue");
        return new Component.Queue(
                queue.flatMap(each -> each.amount("limit", Measure.NUMBER)),
                queue.map(each -> each.choice("order", Order.class, Order.FIFO)).orElse(Order.FIFO));
    }

    /// `on: busy > 65 %` is the one form so far.
    private Optional<Component.Scale> scale(Cursor scale) {
        Optional<Amount> busy = scale.scalar("on").flatMap(on -> busyAbove(scale, on));
        return busy.map(found -> new Component.Scale(
                found,
                scale.amountOr("from", Measure.NUMBER, ONE),
                scale.amountOr("to", Measure.NUMBER, ONE),
                scale.amountOr("after", Measure.TIME, "0 s"),
                scale.amountOr("cool-down", Measure.TIME, "5 min")));
    }

    private Optional<Amount> busyAbove(Cursor scale, Node.Scalar on) {
        String text = on.text();
        int sign = text.indexOf('>');
        if (sign < 0 || !text.substring(0, sign).strip().equals("busy")) {
            scale.draft()
                    .problems()
                    .error(
                            "design.scale-on",
                            on.place(),
                            "\"%s\" is not a condition for scaling".formatted(text),
                            "a replica is added when the busy share of the others is above a limit",
                            "write \"busy > 65 %\"");
            return Optional.empty();
        }
        return Optional.of(scale.draft().definePart(scale.owner() + ".busy", on, sign + 1, Measure.SHARE));
    }
}
