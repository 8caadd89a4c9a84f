package dev.plumbline.validation;

import dev.plumbline.validation.Things.Devices;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A published figure of a language model that is served: what is measured, of what, under which load.
///
/// @param model its name among the facts
/// @param smaller whether weights, and keys and values, take a byte each
record ServedCase(Metric metric, String model, Devices devices, boolean smaller, Load load) {
    private static final Pattern METRIC = Pattern.compile("\\b(ttft|tpot|itl|e2e)[- ](mean|p\\d{2})\\b");
    private static final Pattern BURST = Pattern.compile("burst of (\\d+) requests");

    /// What is read.
    ///
    /// @param level the percentile as a share; -1 for the mean
    record Metric(What what, double level) {}

    enum What {
        FIRST_TOKEN,
        BETWEEN_TOKENS,
        WHOLE,
        THROUGHPUT
    }

    /// How requests come.
    sealed interface Load {
        /// Independently of each other, each as long as the others.
        record Open(double rate, int prefix, int prompt, int output) implements Load {}

        /// So many, and then none; lengths as in a recorded workload.
        record Burst(int requests, double rate, String lengths) implements Load {}

        /// As many as can be served at once, all the time.
        ///
        /// @param atOnce how many, where that is stated
        record Full(Optional<Integer> atOnce, int prompt, int output) implements Load {}
    }

    /// What came of reading a case.
    sealed interface Reading {
        record Served(ServedCase found) implements Reading {}

        /// It is about a served model, but something that it depends on is not stated.
        record Lacking(String what) implements Reading {}

        /// It is about something else.
        record Other() implements Reading {}
    }

    static Reading read(Case given, Things things) {
        Optional<Metric> metric = metric(given);
        if (metric.isEmpty()) {
            boolean served = given.words().matches(".*\\b(slo attainment|ttft|tbt|decode)\\b.*");
            return served
                    ? new Reading.Lacking("the source states too little of model, machine, lengths and rate")
                    : new Reading.Other();
        }
        Optional<String> model = given.inputs().find("model").flatMap(name -> things.thing(name, "parameters"));
        Optional<Devices> devices = given.inputs().find("dev", "device").flatMap(things::devices);
        if (model.isEmpty() || devices.isEmpty()) {
            return new Reading.Lacking("no facts are known about its model or its machine");
        }
        if (given.inputs().text().matches(".*\\bEP\\d.*")) {
            return new Reading.Lacking("experts that are spread over replicas are not simulated");
        }
        return load(given)
                .<Reading>map(load -> new Reading.Served(
                        new ServedCase(metric.get(), model.get(), devices.get(), smaller(given), load)))
                .orElseGet(
                        () -> new Reading.Lacking("the source states no lengths of prompts and answers, or no rate"));
    }

    private static boolean smaller(Case given) {
        return given.inputs().text().contains("FP8");
    }

    private static Optional<Metric> metric(Case given) {
        if (given.words().contains("throughput")) {
            return Optional.of(new Metric(What.THROUGHPUT, -1));
        }
        Matcher found = METRIC.matcher(given.words());
        if (!found.find()) {
            return Optional.empty();
        }
        What what = switch (found.group(1)) {
            case "ttft" -> What.FIRST_TOKEN;
            case "e2e" -> What.WHOLE;
            default -> What.BETWEEN_TOKENS;
        };
        String statistic = found.group(2);
        double level = statistic.equals("mean") ? -1 : Integer.parseInt(statistic.substring(1)) / 100.0;
        return Optional.of(new Metric(what, level));
    }

    private static Optional<Load> load(Case given) {
        Inputs inputs = given.inputs();
        OptionalDouble output = inputs.number("output", "osl");
        OptionalDouble prompt = inputs.number("question", "input", "isl");
        OptionalDouble rate = rate(inputs);
        Matcher burst = BURST.matcher(given.quantity());
        Optional<String> lengths = inputs.find("trace").flatMap(Lengths::of);
        if (burst.find() && rate.isPresent() && lengths.isPresent()) {
            return Optional.of(new Load.Burst(Integer.parseInt(burst.group(1)), rate.getAsDouble(), lengths.get()));
        }
        if (output.isEmpty() || prompt.isEmpty()) {
            return Optional.empty();
        }
        if (given.words().contains("throughput")) {
            Optional<Integer> atOnce = inputs.find("batch").map(Integer::parseInt);
            return Optional.of(new Load.Full(atOnce, (int) prompt.getAsDouble(), (int) output.getAsDouble()));
        }
        int prefix = (int) inputs.number("shared_prefix").orElse(0);
        return rate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Load.Open(
                        rate.getAsDouble(), prefix, prefix + (int) prompt.getAsDouble(), (int) output.getAsDouble()));
    }

    private static OptionalDouble rate(Inputs inputs) {
        return inputs.find("rate").map(text -> text.replace("/s", "")).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }

    /// Lengths of recorded workloads.
    static final class Lengths {
        private Lengths() {}

        /// Of "ShareGPT-300" the percentiles of the first 68 requests, as LLMServingSim lists them in
        /// bench/examples/RTXPRO6000/Llama-3.1-8B/vllm/requests.jsonl (5daddb21): prompts of 268 to
        /// 3,452 tokens, answers of 519 to 784.
        static Optional<String> of(String trace) {
            return trace.equals("ShareGPT-300")
                    ? Optional.of(
                            "prompt: {p5: 298 token, p25: 437 token, p50: 835 token, p75: 1255 token, p90: 1484 token,"
                                    + " p99: 3452 token}, output: {p5: 527 token, p25: 604 token, p50: 739 token,"
                                    + " p75: 768 token, p99: 784 token}")
                    : Optional.empty();
        }
    }
}
