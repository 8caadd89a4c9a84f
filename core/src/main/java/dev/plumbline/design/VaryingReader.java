package dev.plumbline.design;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Varying;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads a value that differs from request to request, such as `{p50: 8 ms, p99: 40 ms}`.
final class VaryingReader {
    private static final Map<String, Double> LEVELS = Map.of(
            "p1", 0.01, "p5", 0.05, "p10", 0.1, "p25", 0.25, "p50", 0.5, "p75", 0.75, "p90", 0.9, "p95", 0.95, "p99",
            0.99, "p99.9", 0.999);
    private static final String FORMS = "{p50: 8 ms, p99: 40 ms}, {mean: 5 ms, cv: 1.4}, {exponential: 5 ms},"
            + " {pareto: {min: 1 ms, tail: 1.6}}, {mix: [{share: 95 %, of: 4 ms}, ...]} or {measured: times.csv,"
            + " column: ms}";

    private final Draft draft;
    private final String name;
    private final List<Origin> origins = new ArrayList<>();

    VaryingReader(Draft draft, String name) {
        this.draft = draft;
        this.name = name;
    }

    /// What was read, with where each of its expressions was typed.
    record Found(Varying content, List<Origin> origins) {}

    Optional<Found> read(Node.Mapping mapping) {
        return varying(mapping).map(found -> new Found(found, List.copyOf(origins)));
    }

    private Optional<Varying> varying(Node value) {
        return switch (value) {
            case Node.Scalar _ -> parameter(value).map(Varying.Constant::new);
            case Node.Sequence _ -> misshapen(value.place(), "a list");
            case Node.Mapping mapping -> mapping(mapping);
        };
    }

    private Optional<Varying> mapping(Node.Mapping mapping) {
        Set<String> keys = new TreeSet<>(mapping.keys());
        if (keys.equals(Set.of("unknown"))) {
            return parameter(mapping).map(Varying.Constant::new);
        }
        if (keys.equals(Set.of("mean", "cv"))) {
            return both(mapping, "mean", "cv", Varying.MeanCv::new);
        }
        if (keys.equals(Set.of("exponential"))) {
            return mapping.get("exponential").flatMap(this::parameter).map(Varying.Exponentially::new);
        }
        if (keys.equals(Set.of("pareto")) && mapping.get("pareto").get() instanceof Node.Mapping pareto) {
            return both(pareto, "min", "tail", Varying.PowerLaw::new);
        }
        if (keys.equals(Set.of("mix")) && mapping.get("mix").get() instanceof Node.Sequence parts) {
            return mix(parts);
        }
        if (keys.contains("measured")) {
            return mapping.get("measured")
                    .flatMap(Cursor::asScalar)
                    .flatMap(file -> new MeasuredReader(draft).read(file, mapping));
        }
        if (keys.stream().allMatch(key -> key.matches("p\\d+(\\.\\d+)?"))) {
            return percentiles(mapping);
        }
        return misshapen(mapping.place(), "{" + String.join(", ", mapping.keys()) + "}");
    }

    private Optional<Varying> percentiles(Node.Mapping mapping) {
        Map<Double, Expression> values = new TreeMap<>();
        Map<Double, Node.Entry> entries = new TreeMap<>();
        boolean sound = true;
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Double level = key.equals("p999") ? Double.valueOf(0.999) : LEVELS.get(key);
            if (level == null || entries.containsKey(level)) {
                sound = false;
                unknownPercentile(entry.key());
            } else {
                entries.put(level, entry);
            }
        }
        for (Map.Entry<Double, Node.Entry> each : entries.entrySet()) {
            Optional<Expression> value = parameter(each.getValue().value());
            sound &= value.isPresent();
            value.ifPresent(found -> values.put(each.getKey(), found));
        }
        if (!sound) {
            return Optional.empty();
        }
        if (values.size() < 2) {
            draft.problems()
                    .error(
                            "quantity.one-percentile",
                            mapping.place(),
                            "one percentile does not say how \"%s\" varies".formatted(name),
                            "a distribution takes at least two, such as the median and the tail",
                            "add another: {p50: 8 ms, p99: 40 ms}");
            return Optional.empty();
        }
        return Optional.of(new Varying.Percentiles(values));
    }

    private void unknownPercentile(Node.Scalar key) {
        draft.problems()
                .error(
                        "quantity.percentile",
                        key.place(),
                        "\"%s\" is not a percentile that is known here, or it stands twice".formatted(key.text()),
                        "known are " + String.join(", ", new TreeSet<>(LEVELS.keySet())) + "; p999 is p99.9",
                        Nearest.to(key.text(), LEVELS.keySet())
                                .map("write \"%s\""::formatted)
                                .orElse("use one of them"));
    }

    private interface Two {
        Varying of(Expression first, Expression second);
    }

    private Optional<Varying> both(Node.Mapping mapping, String first, String second, Two two) {
        Optional<Node> one = mapping.get(first);
        Optional<Node> other = mapping.get(second);
        if (one.isEmpty() || other.isEmpty() || mapping.entries().size() != 2) {
            return misshapen(mapping.place(), "{" + String.join(", ", mapping.keys()) + "}");
        }
        Optional<Expression> left = parameter(one.get());
        Optional<Expression> right = parameter(other.get());
        return left.flatMap(a -> right.map(b -> two.of(a, b)));
    }

    private Optional<Varying> mix(Node.Sequence parts) {
        List<Varying.Mix.Part> found = new ArrayList<>();
        for (Node part : parts.items()) {
            if (!(part instanceof Node.Mapping mapping)
                    || !new TreeSet<>(mapping.keys()).equals(Set.of("share", "of"))) {
                return misshapen(part.place(), "a part of a mix");
            }
            Optional<Expression> share = parameter(mapping.get("share").get());
            Optional<Varying> of = varying(mapping.get("of").get());
            if (share.isEmpty() || of.isEmpty()) {
                return Optional.empty();
            }
            found.add(new Varying.Mix.Part(share.get(), of.get()));
        }
        return found.isEmpty() ? misshapen(parts.place(), "an empty mix") : Optional.of(new Varying.Mix(found));
    }

    private Optional<Expression> parameter(Node value) {
        Optional<Draft.TypedExpression> typed = draft.expression(value);
        typed.ifPresent(found -> origins.add(found.origin()));
        if (typed.isEmpty() && !(value instanceof Node.Scalar)) {
            misshapen(value.place(), "a " + value.noun());
        }
        return typed.map(Draft.TypedExpression::expression);
    }

    private Optional<Varying> misshapen(Place place, String what) {
        draft.problems()
                .error(
                        "quantity.varying-shape",
                        place,
                        "%s does not say how \"%s\" varies".formatted(what, name),
                        "a value that differs from request to request is given by percentiles, moments or measurements",
                        "write " + FORMS);
        return Optional.empty();
    }
}
