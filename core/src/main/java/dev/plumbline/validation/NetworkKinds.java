package dev.plumbline.validation;

import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Moving data, converting units, rates from counts, and the latencies that engineers know by heart.
final class NetworkKinds {
    private NetworkKinds() {}

    static List<Kind> all(Things things) {
        return List.of(
                Template.of("allreduce_time({size_bytes B}, {gpus}, {bw B/s})").says("reduce"),
                Template.of("allreduce_time({size_bytes B}, {gpus}, {gbps Gbps})")
                        .says("reduce"),
                Template.of("tcp_throughput({mss B}, {rtt_ms ms}, {loss})"),
                Template.of("{rps /s} * {size_bytes B}"),
                Template.of("{rps /s} * 1").says("per day", "a day", "requests", "queries"),
                Template.of("{start} * (1 + {grows}) ^ {months}").says("month", "grow", "after"),
                Template.of("{start} * (1 + {grows}) ^ {years}").says("year", "grow", "after"),
                Template.of("log({factor}) / log(1 + {grows}) * 1 month").says("doubl", "until", "months"),
                Template.of("{rows} / ({hours h})").says("per hour", "rate", "per second", "mean"),
                Template.of("storage_kept({per_day} / 1 day, {size_bytes B}, {keep_days day}, {encoded = 1},"
                        + " {replicas = 1})"),
                Template.of("storage_year({per_day} / 1 day, {size_bytes B}, 1, {replicas = 1}) * 365 day / 365.25 day")
                        .says("year"),
                Template.of("transfer_time({size_bytes B}, {gbps Gbps} * {efficiency = 1})"),
                Template.of("transfer_time({size_bytes B}, {mbps Mbps} * {efficiency = 1})"),
                Template.of("transfer_time({size_bytes B}, {bw B/s} * {efficiency = 1})"),
                Template.of("bandwidth_delay({gbps Gbps}, {rtt_ms ms})"),
                Template.of("rtt_floor({km km}) / 2").says("one way", "one-way"),
                Template.of("rtt_floor({km km})").says("rtt", "round trip", "round-trip"),
                Template.of("{per_day} / 1 day"),
                Template.of("{per_month} / (30 day)"),
                Template.of("{per_hour} / 1 h"),
                Template.of("{mau} * {dau_share} * {req_per_user_day} / 1 day * {peak_to_mean = 1}"),
                Template.of("{dau} * {req_per_user_day} / 1 day * {peak_to_mean = 1}"),
                given -> roundTrip(things, given),
                NetworkKinds::conversion,
                given -> operation(things, given),
                given -> trace(things, given));
    }

    /// What one operation takes or moves, by the words of its quantity: `main memory reference`.
    private static Optional<String> operation(Things things, Case given) {
        boolean known = given.inputs().values().isEmpty()
                || given.inputs().values().keySet().equals(Set.of("era"));
        if (!known) {
            return Optional.empty();
        }
        String attribute = given.unit().contains("/") ? "throughput" : "latency";
        return things.thing(given.words(), attribute).map(thing -> ModelKinds.path(thing, attribute));
    }

    /// Measured between two regions, else light in fibre along a real route.
    private static Optional<String> roundTrip(Things things, Case given) {
        Optional<String> from =
                given.inputs().find("from", "a", "src").flatMap(place -> things.thing(place, "latitude"));
        Optional<String> to = given.inputs().find("to", "b", "dst").flatMap(place -> things.thing(place, "latitude"));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        String distance =
                "distance(facts.%1$s.latitude, facts.%1$s.longitude, facts.%2$s.latitude, facts.%2$s.longitude)"
                        .formatted(from.get(), to.get());
        if (given.unit().equals("km")) {
            return Optional.of(distance);
        }
        String measured = "rtt."
                + Stream.of(name(things, from.get()), name(things, to.get()))
                        .sorted()
                        .collect(Collectors.joining("_"));
        boolean floor = given.words().matches(".*(floor|light|bound|least).*");
        return Optional.of(
                floor
                        ? "rtt_floor(" + distance + ")"
                        : things.facts().find(measured).isPresent()
                                ? Facts.ROOT + measured
                                : "rtt_floor(" + distance + ") * facts.light.route");
    }

    /// A place's first name.
    private static String name(Things things, String place) {
        String path = things.facts().find(place, "latitude").orElseThrow().path();
        return path.substring(Facts.ROOT.length(), path.lastIndexOf('.'));
    }

    /// One input whose key is a unit: `days=30`.
    private static Optional<String> conversion(Case given) {
        if (given.inputs().values().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, String> only =
                given.inputs().values().entrySet().iterator().next();
        boolean number = only.getValue().matches("[0-9.eE+-]+");
        return Units.standard().known().stream()
                .filter(word -> word.equalsIgnoreCase(only.getKey()))
                .findFirst()
                .filter(_ -> number)
                .map(unit -> only.getValue() + " " + unit);
    }

    /// Medians of requests in public traces.
    private static Optional<String> trace(Things things, Case given) {
        String words = given.words();
        if (given.inputs().find("trace").isEmpty() || !words.contains("median")) {
            return Optional.empty();
        }
        String kind = words.contains("code") ? "code" : words.contains("conv") ? "conversation" : "";
        String side = words.matches(".*\\b(ctx|context|prompt|input)\\b.*") ? "prompt" : "output";
        String maker = given.inputs().find("trace").orElse("").split(" ")[0];
        return things.thing(maker + " " + kind, side).map(thing -> ModelKinds.path(thing, side));
    }
}
