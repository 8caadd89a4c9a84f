package dev.plumbline.design;

import static dev.plumbline.design.PracticeLanguage.PROOF;
import static dev.plumbline.design.Shape.Field.optional;
import static dev.plumbline.design.Shape.Field.required;

import dev.plumbline.design.Shape.Amount;
import dev.plumbline.design.Shape.AnyShape;
import dev.plumbline.design.Shape.Choice;
import dev.plumbline.design.Shape.Either;
import dev.plumbline.design.Shape.Fields;
import dev.plumbline.design.Shape.ListOf;
import dev.plumbline.design.Shape.Reference;
import dev.plumbline.design.Shape.Section;
import dev.plumbline.design.Shape.Sentence;
import dev.plumbline.design.Shape.StepShape;
import dev.plumbline.design.Shape.Table;
import dev.plumbline.design.Shape.Text;
import java.util.List;

/// The design language: every key, what may stand behind it and what it means.
public final class Language {
    private static final Shape TEXT = new Text();
    private static final Shape TIME = new Amount(Measure.TIME, false);
    private static final Shape VARYING_TIME = new Amount(Measure.TIME, true);
    private static final Shape NUMBER = new Amount(Measure.NUMBER, false);
    private static final Shape SHARE = new Amount(Measure.SHARE, false);
    private static final Shape RATE = new Amount(Measure.ARRIVAL_RATE, false);
    private static final Shape SIZE = new Amount(Measure.SIZE, false);
    private static final Shape TOKENS = new Amount(Measure.TOKENS, true);
    private static final Shape TOKEN_COUNT = new Amount(Measure.TOKENS, false);

    /// A machine: `L4`, `8 x A100`, `c7g.xlarge`.
    private static final Shape MACHINE = TEXT;

    private static final Shape NAMES = Either.of(TEXT, new ListOf(TEXT));

    private Language() {}

    static final Fields ASSUMPTION = Fields.of(
            "assumption",
            required("value", new Amount(Measure.ANY, false), "The value: a quantity, a range or an expression."),
            optional("source", TEXT, "Where the value comes from: a document, a measurement, a date."),
            optional("grows", new Amount(Measure.GROWTH, false), "Compound growth, such as 6 %/month."),
            optional("about", TEXT, "What the value means."));

    static final Fields REGION = Fields.of(
            "region",
            required("at", TEXT, "The place, such as Frankfurt."),
            optional("share", SHARE, "The share of the workload that comes from here."));

    static final Shape ARRIVALS = Either.of(
            Choice.of("poisson", "regular"),
            Fields.of(
                    "arrival pattern",
                    optional(
                            "bursty",
                            Fields.of(
                                    "burst",
                                    required("times", NUMBER, "How many times the rate outside bursts."),
                                    required("for", TIME, "How long a burst lasts on average."),
                                    required("every", TIME, "The mean time from one burst's start to the next.")),
                            "Bursts at random times: a two-state Markov-modulated Poisson process."),
                    optional(
                            "diurnal",
                            Fields.of(
                                    "daily swing",
                                    required("peak-at", TIME, "The hour of the day with the highest rate."),
                                    required("swing", NUMBER, "The highest rate over the lowest.")),
                            "A daily sine wave."),
                    optional(
                            "trace",
                            TEXT,
                            "Requests as recorded: a CSV file or JSON lines, relative to the design. Replayed from the"
                                    + " beginning and over again, at the stated rate or else at its own."),
                    optional("column", TEXT, "The trace's column of times, where it is not called timestamp."),
                    optional("unit", TEXT, "The unit of the trace's times where they are numbers: s unless said."),
                    optional(
                            "closed",
                            Fields.of(
                                    "closed loop",
                                    required("users", NUMBER, "How many users take turns."),
                                    required(
                                            "think", VARYING_TIME, "The time between an answer and the next request.")),
                            "A fixed number of users who wait for their answers.")));

    static final Fields WORKLOAD = Fields.of(
            "workload",
            optional(
                    "rate",
                    RATE,
                    "The average arrival rate, in something counted per time; a trace has one of its own."),
            optional("peak", NUMBER, "The peak rate over the average rate."),
            optional("arrivals", ARRIVALS, "How requests arrive: poisson unless said otherwise."),
            optional(
                    "priority",
                    NUMBER,
                    "Who goes first where a queue's order is priority: 1 before 2; a path without one comes last."),
            optional(
                    "request",
                    new Amount(Measure.SIZE, true),
                    "Bytes of one request, for the network and for components with a time per byte."),
            optional("response", SIZE, "Bytes of one answer, for the network and what leaving it costs."));

    static final Fields BATCH = Fields.of(
            "batch",
            required("max", NUMBER, "The most requests in a batch."),
            optional("wait", TIME, "How long the first request waits for the batch to fill."),
            required("time", TIME, "The time of a batch of `size` requests, such as 2.2 ms + 0.18 ms * size."),
            optional("preferred", new ListOf(NUMBER), "Batch sizes that are sent without waiting for more."));

    static final Fields QUEUE = Fields.of(
            "queue",
            optional("limit", NUMBER, "The most requests waiting at a replica; one more is shed."),
            optional(
                    "order",
                    Choice.of("fifo", "lifo", "priority", "deadline"),
                    "Who is next: fifo unless said otherwise."));

    static final Fields HICCUPS = Fields.of(
            "hiccups",
            required("every", TIME, "The mean time between pauses of a replica."),
            required("for", TIME, "How long a pause lasts."));

    static final Fields SCALE = Fields.of(
            "scale",
            required("on", TEXT, "When a replica is added: busy > 65 %."),
            required("from", NUMBER, "The fewest replicas."),
            required("to", NUMBER, "The most replicas."),
            required("after", TIME, "From the decision until the new replica serves."),
            optional(
                    "cool-down",
                    TIME,
                    "How long as many are kept as were wanted at the most: 5 min unless said otherwise."));

    static final Fields GENERATION = Fields.of(
            "generation",
            optional(
                    "precision",
                    Choice.of("bf16", "fp8", "int8", "fp4", "int4"),
                    "In what the weights are kept: bf16 unless said otherwise."),
            optional(
                    "cache-precision", Choice.of("bf16", "fp8"), "In what keys and values are kept: bf16 unless said."),
            optional(
                    "prefill",
                    Choice.of("chunked", "first"),
                    "Prompts in pieces beside the writing (chunked, unless said otherwise), or whole before it."),
            optional("chunk", TOKEN_COUNT, "The most tokens of a step: 2,048 unless said otherwise."),
            optional(
                    "longest", TOKEN_COUNT, "The most tokens of a prompt with its answer; a longer answer is cut off."),
            optional("prefix", TOKEN_COUNT, "Tokens that all prompts begin with, kept once for all."),
            optional("cached", SHARE, "The share of a prompt's other tokens that lie in the cache already."),
            optional("memory", SHARE, "The share of the accelerators' memory that the engine takes."),
            optional("kept", SHARE, "The share of what the weights leave of it that keys and values get."),
            optional("compute", SHARE, "The share of peak arithmetic that is reached with 512 tokens and more."),
            optional("compute-few", SHARE, "The same with 128 tokens and less."),
            optional("bandwidth", SHARE, "The share of the memory bandwidth that is reached."),
            optional("layer", TIME, "What each layer adds to a step whatever its work."),
            optional(
                    "interconnect",
                    new Amount(Measure.BANDWIDTH, false),
                    "What one accelerator can send to the others, one way."),
            optional("link", SHARE, "The share of it that is reached when they sum their results."),
            optional("sum", TIME, "How long each such sum takes at least."));

    static final Fields COMPONENT = Fields.of(
            "component",
            required(
                    "kind", Choice.of("service", "store", "cache", "model", "llm", "index", "external"), "What it is."),
            optional("about", TEXT, "What it does."),
            optional("replicas", NUMBER, "How many copies share the work."),
            optional("shards", NUMBER, "Into how many parts, by key, a store or an index splits what it holds."),
            optional(
                    "connections",
                    Fields.of(
                            "connections",
                            required("most", NUMBER, "The most connections that one node takes."),
                            required(
                                    "from",
                                    Either.of(
                                            Reference.to(Section.COMPONENTS),
                                            new ListOf(Reference.to(Section.COMPONENTS))),
                                    "The components whose replicas keep them open."),
                            required("each", NUMBER, "How many each of those replicas keeps open to each node.")),
                    "How many connections its callers keep open, and how many a node takes."),
            optional("concurrency", NUMBER, "How many requests one replica serves at a time."),
            optional("time", VARYING_TIME, "The service time of a request, without waiting."),
            optional(
                    "per-byte",
                    new Amount(Measure.TIME_PER_SIZE, false),
                    "What each byte of the request adds to that time, such as 5 us/KiB."),
            optional("on", MACHINE, "The machine of one replica, such as L4 or 2 x H100."),
            optional("price", new Amount(Measure.PRICE, false), "The price of one replica, where no fact gives it."),
            optional(
                    "network",
                    new Amount(Measure.BANDWIDTH, false),
                    "What one replica can send, and receive besides, where no fact gives it."),
            optional("available", SHARE, "The share of time it works, as published or measured."),
            optional(
                    "serve",
                    Choice.of("slots", "sharing"),
                    "Each request in a slot of its own (slots, unless said otherwise), or all at once, sharing the"
                            + " concurrency as cores."),
            optional("batch", BATCH, "Requests served together."),
            optional(
                    "balance",
                    Choice.of("random", "round-robin", "least-loaded", "two-choices", "weighted"),
                    "How requests are spread over replicas: random unless said otherwise."),
            optional("queue", QUEUE, "Where requests wait: without limit and fifo unless said otherwise."),
            optional("hiccups", HICCUPS, "Pauses, such as a garbage collector's."),
            optional("scale", SCALE, "Automatic scaling."),
            optional(
                    "uneven",
                    Fields.of(
                            "slower replicas",
                            required("share", SHARE, "The share of replicas that are slower."),
                            required("times", NUMBER, "How many times as long they take.")),
                    "Replicas that are slower than the others for good, as on older machines."),
            optional(
                    "cold",
                    Fields.of(
                            "cold start",
                            required("for", TIME, "How long a started replica is slower."),
                            required("times", NUMBER, "How many times as long it takes meanwhile.")),
                    "How slow a replica is at first that was added, or came back."),
            optional("fails", SHARE, "The share of requests that end in an error."),
            optional("engine", TEXT, "The product: redis, postgres, kafka."),
            optional("holds", NAMES, "The data it stores."),
            optional("write", Choice.of("async", "sync", "quorum", "all"), "When a write is acknowledged."),
            optional("read", Choice.of("any", "one", "leader", "quorum", "all"), "Which replica answers a read."),
            optional("hit", SHARE, "A cache's hit rate, where it is known and not computed."),
            optional(
                    "keys",
                    new Amount(Measure.POPULATION, false),
                    "How many different keys a cache is asked for; the rows of what is behind it unless said."),
            optional("skew", NUMBER, "How unlike the keys are: that of rank i is asked for in proportion to i^-skew."),
            optional(
                    "size",
                    new Amount(Measure.CAPACITY, false),
                    "What all replicas of a cache hold together: a number of keys, or bytes."),
            optional("entry", SIZE, "Bytes of one key's entry; the size of a row of what is behind it unless said."),
            optional(
                    "policy",
                    Choice.of("lru", "lfu", "ttl"),
                    "What a cache keeps: what was asked for last (lru, unless said otherwise), what is asked for most"
                            + " often (lfu), or everything for its ttl (ttl)."),
            optional("behind", Reference.to(Section.COMPONENTS), "What a cache asks on a miss."),
            optional("ttl", TIME, "How long a cache keeps an entry after it was brought in."),
            optional("model", TEXT, "The language model, such as llama-3.1-8b."),
            optional("prompt", TOKENS, "Tokens in a prompt."),
            optional("output", TOKENS, "Tokens in an answer."),
            optional("generation", GENERATION, "How a language model without a time of its own writes its tokens."),
            optional(
                    "region",
                    Either.of(Reference.to(Section.REGIONS), new ListOf(Reference.to(Section.REGIONS))),
                    "Where it runs."));

    /// The keys that make a mapping a step.
    static final List<String> VERBS = List.of("all", "any", "quorum", "when", "call", "constant");

    /// One step of a path, when it is not a bare name; what [Shape.StepShape] stands for.
    public static final Fields STEP = Fields.of(
            "step",
            optional("all", new ListOf(new StepShape()), "In parallel; waits for all."),
            optional("any", new ListOf(new StepShape()), "In parallel; goes on with the first answer."),
            optional("quorum", TEXT, "In parallel; goes on after some of them: 2 of [a, b, c]."),
            optional("copies", NUMBER, "Repeats the list of all, any or quorum, as a fan-out over shards does."),
            optional("when", SHARE, "The share of requests that take these steps."),
            optional("do", new ListOf(new StepShape()), "The steps of `when`."),
            optional("call", Reference.to(Section.COMPONENTS, Section.PATHS), "A component or path, with a policy."),
            optional("timeout", TIME, "How long the caller waits for one try."),
            optional(
                    "retry",
                    Fields.of(
                            "retry policy",
                            required("times", NUMBER, "How many more tries after the first."),
                            optional("backoff", TIME, "The wait before the first retry; it doubles with each."),
                            optional("jitter", SHARE, "The share of the wait that is drawn at random."),
                            optional("budget", SHARE, "Retries as a share of first tries, at most.")),
                    "Tries again after a failure or a timeout."),
            optional(
                    "hedge",
                    Fields.of("hedge policy", required("after", TEXT, "When a second try starts: p95, or a time.")),
                    "Sends a second try while the first is still running."),
            optional(
                    "breaker",
                    Fields.of(
                            "circuit breaker",
                            optional("above", SHARE, "The share of tries that has to fail: 50 % unless said."),
                            optional("over", TIME, "The time that is looked back: 10 s unless said."),
                            optional("least", NUMBER, "Tries that must have ended within it: 20 unless said."),
                            optional(
                                    "for",
                                    TIME,
                                    "How long no try is made before one is let through: 30 s unless said.")),
                    "Stops trying for a while when too many tries fail; the call then fails or falls back at once."),
            optional("fallback", Reference.to(Section.PATHS, Section.COMPONENTS), "What answers when the call fails."),
            optional("constant", VARYING_TIME, "Takes that time and needs nothing."));

    static final Fields SOURCE = Fields.of(
            "source",
            required("rate", RATE, "How many events arrive per time."),
            optional("size", SIZE, "Bytes of one event."),
            optional("late", VARYING_TIME, "From the event until it arrives here."),
            optional("keep", TIME, "How long events are kept."),
            optional("encoded", SHARE, "What an event takes where it is kept over its size, such as 30 % compressed."),
            optional("copies", NUMBER, "How many copies are kept, where the price does not include them."));

    static final Fields DATASET = Fields.of(
            "data",
            optional(
                    "from",
                    Either.of(
                            Reference.to(Section.SOURCES, Section.DATA),
                            new ListOf(Reference.to(Section.SOURCES, Section.DATA))),
                    "The source or data it is computed from."),
            optional("key", TEXT, "What one row is about."),
            optional("rows", new Amount(Measure.COUNT, false), "How many rows."),
            optional("size", SIZE, "Bytes of one row."),
            optional("window", TIME, "The span of events that a row summarises."),
            optional(
                    "compute",
                    Either.of(
                            Choice.of("stream", "on-demand"),
                            Fields.of(
                                    "computation",
                                    required(
                                            "batch",
                                            Fields.of(
                                                    "batch job",
                                                    required("every", TIME, "From one run's start to the next."),
                                                    required("takes", TIME, "How long a run takes.")),
                                            "Computed by a job on a schedule."))),
                    "How it is computed."),
            optional("lag", VARYING_TIME, "From an event's arrival until the row shows it."),
            optional("keep", TIME, "How long it is kept."),
            optional("schema", TEXT, "What each column has to be like: a file, or words."),
            optional("checks", PROOF, "What holds the real data against the schema."),
            optional(
                    "region",
                    Either.of(Reference.to(Section.REGIONS), new ListOf(Reference.to(Section.REGIONS))),
                    "Where it is stored."));

    static final Fields MODEL = Fields.of(
            "model",
            optional("trains", TEXT, "How often it is trained: every 1 day."),
            optional("takes", TIME, "How long a training run takes."),
            optional("on", MACHINE, "What it is trained on: 8 x A100."),
            optional("uses", new ListOf(Reference.to(Section.DATA)), "The data it reads."),
            optional("label", TEXT, "What it predicts."),
            optional("labels-after", VARYING_TIME, "From a prediction until its label is known."),
            optional("spec", PROOF, "Where its specification is kept and reviewed."),
            optional("tuning", PROOF, "How its hyperparameters were found."),
            optional("staleness-curve", PROOF, "What its quality loses as it grows old."),
            optional(
                    "reproducible",
                    Fields.of(
                            "reproducibility",
                            optional("seed", TEXT, "What fixes its randomness."),
                            optional("data", TEXT, "The snapshot that it was trained on."),
                            optional("environment", TEXT, "The libraries and machine, such as an image's digest."),
                            optional("job", TEXT, "The job that trains it twice and compares.")),
                    "What it takes to train the same model again."),
            optional("tests", PROOF, "What tests its specification on a few rows."),
            optional("pipeline-tests", PROOF, "What runs the whole pipeline on a small snapshot."));

    static final Fields SCENARIO = Fields.of(
            "scenario",
            optional("about", TEXT, "What happens."),
            optional("load", TEXT, "The load over the peak: x40."),
            optional("ramp", TIME, "How long the load takes to get there."),
            optional("for", TIME, "How long it lasts."),
            optional(
                    "partition",
                    new ListOf(Reference.to(Section.REGIONS, Section.COMPONENTS)),
                    "What cannot reach each other."),
            optional("delay", Reference.to(Section.DATA, Section.SOURCES), "What comes late."),
            optional("by", TIME, "By how much it is late."),
            optional("kill", Reference.to(Section.COMPONENTS), "The component that loses replicas."),
            optional("replicas", NUMBER, "How many replicas are lost."),
            optional("slow", Reference.to(Section.COMPONENTS), "The component that becomes slow."),
            optional("times", NUMBER, "How many times slower it is."),
            optional("flush", Reference.to(Section.COMPONENTS), "The cache that is emptied."));

    static final Fields MEASUREMENT = Fields.of(
            "measurement",
            optional("at", TEXT, "The hop at which it is measured, such as gateway."),
            optional("by", TEXT, "The metric, by its name in the monitoring system."),
            optional("where", TEXT, "Which of the metric's series count, such as job=\"pay\", route=\"/score\"."),
            optional("excluding", TEXT, "The events that do not count."));

    static final Fields REQUIREMENT = Fields.of(
            "requirement",
            optional("ask", TEXT, "The stakeholder's sentence, as it was said."),
            optional(
                    "must",
                    new Sentence(),
                    "What is measured and what it has to be: p99 latency of rank <= 120 ms at peak."),
            optional("from", new AnyShape(), "Who asks, when and why."),
            optional("kind", TEXT, "The kind of requirement, in the long form, such as latency."),
            optional("scale", TEXT, "In the long form, success where availability, energy where carbon is the kind."),
            optional("of", TEXT, "What it is about, in the long form."),
            optional("across", TEXT, "The attribute whose groups are compared, in the long form of a gap."),
            optional("per", TEXT, "For how many of what it costs, in the long form."),
            optional(
                    "target",
                    new AnyShape(),
                    "Goal, tolerable and stretch, in the long form: {p99: 50 ms, tolerable: 80 ms}."),
            optional("over", TEXT, "The window, in the long form."),
            optional("while", new AnyShape(), "The load or the scenario, in the long form: {load: peak}."),
            optional("for", NAMES, "The segments in which it holds as well."),
            optional("measured", MEASUREMENT, "Where and by which metric the running system is measured."),
            optional("else", new AnyShape(), "What happens when it is missed."),
            optional("status", Choice.of("open", "proposed", "agreed"), "How far it is agreed."));

    static final Fields DECISION = Fields.of(
            "decision",
            required("chose", TEXT, "What was chosen."),
            optional("over", NAMES, "What was not."),
            optional("because", TEXT, "Why."),
            optional("on", TEXT, "The date."));

    /// The whole file.
    public static final Fields DESIGN = Fields.of(
            "design",
            required("design", TEXT, "The design's name."),
            optional("about", TEXT, "What the system does and for whom."),
            optional("owner", TEXT, "Who answers for it."),
            optional("horizon", TIME, "How far growth is looked at."),
            optional("units", new ListOf(TEXT), "Counted things that this design has names for."),
            optional("include", NAMES, "Other files whose sections are added to this one."),
            optional(
                    "assume",
                    new Table(Either.of(new Amount(Measure.ANY, false), ASSUMPTION)),
                    "What is taken for true."),
            optional("regions", new Table(REGION), "Where users and machines are."),
            optional("workload", new Table(WORKLOAD), "How often each path is asked for."),
            optional("components", new Table(COMPONENT), "What the system is made of."),
            optional("paths", new Table(new ListOf(new StepShape())), "The way of a request through the components."),
            optional("sources", new Table(SOURCE), "Where events come from."),
            optional("data", new Table(DATASET), "What is computed from them and read when serving."),
            optional("models", new Table(MODEL), "How models are trained."),
            optional("scenarios", new Table(SCENARIO), "What else may happen; average and peak are always there."),
            optional("requirements", new Table(REQUIREMENT), "What it has to achieve."),
            optional("decisions", new ListOf(DECISION), "What was decided, and why."),
            optional("open", new ListOf(TEXT), "Questions that nobody has answered yet."),
            optional("next", new ListOf(TEXT), "What would be done next."),
            optional("task", PracticeLanguage.TASK, "What is predicted, and by what it is judged."),
            optional("features", new Table(PracticeLanguage.FEATURE), "What the models read, one by one."),
            optional("policy", PracticeLanguage.POLICY, "What the models may not use."),
            optional("privacy", PracticeLanguage.PRIVACY, "What is promised about data on persons."),
            optional("dependencies", new Table(PracticeLanguage.DEPENDENCY), "Components and sources of others."),
            optional("rollout", PracticeLanguage.ROLLOUT, "How a new model comes to serve."),
            optional("serving", PracticeLanguage.SERVING, "How what it serves can be followed."),
            optional("alarms", new Table(PracticeLanguage.ALARM), "What is watched, and who is called."));
}
