package dev.plumbline.design;

import static dev.plumbline.design.Shape.Field.optional;
import static dev.plumbline.design.Shape.Field.required;

import dev.plumbline.design.Shape.Amount;
import dev.plumbline.design.Shape.Choice;
import dev.plumbline.design.Shape.Either;
import dev.plumbline.design.Shape.Fields;
import dev.plumbline.design.Shape.ListOf;
import dev.plumbline.design.Shape.Reference;
import dev.plumbline.design.Shape.Section;
import dev.plumbline.design.Shape.Text;

/// The part of the language that says how a system is made, tested, released and watched.
final class PracticeLanguage {
    private static final Shape TEXT = new Text();
    private static final Shape TIME = new Amount(Measure.TIME, false);
    private static final Shape SHARE = new Amount(Measure.SHARE, false);

    private PracticeLanguage() {}

    /// Words for what was done by hand, a job for what is done again and again.
    static final Shape PROOF = Either.of(
            TEXT,
            Fields.of(
                    "proof",
                    required("job", TEXT, "The job that does it again whenever something changes, by name or file."),
                    optional("result", TEXT, "What came out."),
                    optional("on", TEXT, "The date.")));

    static final Fields FEATURE = Fields.of(
            "feature",
            optional("of", Reference.to(Section.DATA), "The data that holds it."),
            optional("about", TEXT, "What it says."),
            optional("ablation", PROOF, "What the model loses without it."),
            optional(
                    "cost",
                    Fields.of(
                            "feature cost",
                            optional("time", TIME, "What it adds to the latency of a request."),
                            optional("price", new Amount(Measure.PRICE, false), "What it costs to compute and keep.")),
                    "What it costs."),
            optional("lead-time", TIME, "From the idea of such a feature until it serves."),
            optional("tests", PROOF, "What tests its code."));

    static final Fields TASK = Fields.of(
            "task",
            optional("input", TEXT, "What is known when it predicts."),
            optional("output", TEXT, "What it predicts."),
            optional("horizon", TIME, "How far ahead it predicts."),
            optional("decides", TEXT, "Who or what decides on the prediction."),
            optional("today", TEXT, "What happens today, without it."),
            optional("false-positive", TEXT, "What a false alarm costs, and whom."),
            optional("false-negative", TEXT, "What a miss costs, and whom."),
            optional(
                    "metrics",
                    Fields.of(
                            "task metrics",
                            optional("offline", TEXT, "The metric on recorded data."),
                            optional("online", TEXT, "The metric on real use."),
                            optional("guardrail", TEXT, "What must not become worse."),
                            optional(
                                    "link", PROOF, "What shows that the offline and the online metric move together.")),
                    "By what it is judged."),
            optional(
                    "baseline",
                    Fields.of(
                            "baseline",
                            required("what", TEXT, "The simplest thing that could work."),
                            optional("value", new Amount(Measure.ANY, false), "What it reaches in the offline metric."),
                            optional("measured", PROOF, "What measured that.")),
                    "What the model has to beat."),
            optional("split", TEXT, "How data is split for evaluation, such as by time."),
            optional("slices", Either.of(TEXT, new ListOf(TEXT)), "The groups that are looked at one by one."));

    static final Fields POLICY = Fields.of(
            "policy",
            optional(
                    "forbidden-features",
                    new ListOf(TEXT),
                    "What no feature may be, nor stand for, such as religion."));

    static final Fields PRIVACY = Fields.of(
            "privacy",
            optional(
                    "personal",
                    new ListOf(Reference.to(Section.SOURCES, Section.DATA)),
                    "What holds data about persons."),
            optional("purpose", TEXT, "What it may be used for."),
            optional("erase-within", TIME, "How soon a person's data is gone everywhere after they ask."),
            optional("erased-by", PROOF, "What erases on request what is kept for longer than that."),
            optional("stay-in", new ListOf(Reference.to(Section.REGIONS)), "The regions it may not leave."));

    static final Fields ROLLOUT = Fields.of(
            "rollout",
            optional("gate", PROOF, "What a model has to pass before it serves."),
            optional(
                    "canary",
                    Fields.of(
                            "canary",
                            required("share", SHARE, "The share of requests that the new model answers at first."),
                            required("for", TIME, "For how long."),
                            optional("detects", SHARE, "The change of a rate that has to be seen, such as 0.5 %."),
                            optional("base", SHARE, "That rate as it is, such as 10 %.")),
                    "A new model for a few, first."),
            optional(
                    "rollback",
                    Fields.of(
                            "rollback",
                            required("within", TIME, "Until the former model serves again."),
                            optional("rehearsed", PROOF, "What has tried it.")),
                    "The way back."));

    static final Fields DEPENDENCY = Fields.of(
            "dependency",
            required("owner", TEXT, "Who changes it."),
            optional("notify", PROOF, "How a change becomes known before it arrives."));

    static final Fields SERVING = Fields.of(
            "serving", optional("trace", PROOF, "How one example is followed step by step, from request to answer."));

    static final Fields ALARM = Fields.of(
            "alarm",
            required(
                    "on",
                    Choice.of(
                            "schema", "drift", "skew", "age", "numbers", "quality", "latency", "errors", "cost",
                            "labels"),
                    "What is watched; numbers are NaN and infinity."),
            optional(
                    "of",
                    Reference.to(Section.DATA, Section.SOURCES, Section.MODELS, Section.COMPONENTS, Section.PATHS),
                    "What it is watched on."),
            optional("above", new Amount(Measure.ANY, false), "From what on it fires."),
            optional("owner", TEXT, "Who is called."),
            optional("job", TEXT, "Where it is set up, such as a file of rules."));
}
