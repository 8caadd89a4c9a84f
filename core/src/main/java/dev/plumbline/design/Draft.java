package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Growth;
import dev.plumbline.quantity.Parsed;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Span;
import dev.plumbline.quantity.Units;
import dev.plumbline.quantity.UnknownShape;
import dev.plumbline.quantity.Varying;
import dev.plumbline.source.Folder;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is gathered while a design is read: its amounts by name, with where each was typed, and what is wrong.
///
/// Belongs to one reading and one thread.
final class Draft {
    private final Units units;
    private final Facts facts;
    private final Folder folder;
    private final TraceCache traces;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final List<Design.Default> defaults = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    /// An amount as read.
    ///
    /// @param origins where each of the content's expressions was typed, in their order
    /// @param source the document or measurement that an assumption names
    record Entry(
            String name,
            Content content,
            Measure measure,
            List<Origin> origins,
            Optional<Growth> growth,
            Optional<String> source,
            Definition.Origin by,
            Place place) {
        /// The amount as a message names it: steps have no names, so theirs are told by their key and path.
        String words() {
            String[] parts = name.split("[.]step\\d+[.]", 2);
            return parts.length == 2
                    ? "\"%s\" in a step of \"%s\"".formatted(parts[1].replace('_', '-'), parts[0])
                    : "\"%s\"".formatted(name);
        }

        /// The text of a single typed expression; empty where it was put together from several.
        String text() {
            boolean one = content.roots().size() == 1 && !origins.isEmpty();
            return one && origins.getFirst() instanceof Origin.Typed(var scalar, int offset, int end)
                    ? scalar.text().substring(offset, end)
                    : "";
        }
    }

    Draft(Units units, Facts facts, Folder folder, TraceCache traces, Problems problems) {
        this.units = units;
        this.facts = facts;
        this.folder = folder;
        this.traces = traces;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    Units units() {
        return units;
    }

    Facts facts() {
        return facts;
    }

    Folder folder() {
        return folder;
    }

    TraceCache traces() {
        return traces;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    List<Design.Default> defaults() {
        return defaults;
    }

    /// Whether an assumption's name can be used by itself in expressions; if not, that has been reported. The names of
    /// other things stand before a dot there, so that a region may be called `us`.
    boolean namedFreely(Node.Scalar key) {
        Optional<Fault> clash = units.clash(key.text());
        clash.ifPresent(fault -> report(fault, key.place()));
        boolean figure = Design.FIGURES.contains(key.text());
        if (figure) {
            problems.error(
                    "design.name-twice",
                    key.place(),
                    "\"%s\" is what estimates call a figure of the whole design".formatted(key.text()),
                    "an expression that names it could mean either",
                    "say what it is of, such as \"%s_of_users\"".formatted(key.text()));
        }
        return named(key) && clash.isEmpty() && !figure;
    }

    /// Whether a name can be used in expressions; if not, that has been reported.
    boolean named(Node.Scalar key) {
        String name = key.text();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            problems.error(
                    "design.name",
                    key.place(),
                    "\"%s\" cannot be a name".formatted(name),
                    "expressions refer to names, so they are made of letters, digits, \"_\" and \"-\", and begin with"
                            + " a letter",
                    "write \"%s\""
                            .formatted(name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^(?=[^A-Za-z_])", "n")));
            return false;
        }
        return true;
    }

    /// Defines an amount that is one value.
    Amount define(String name, Node value, Measure measure) {
        expression(value).ifPresent(typed -> put(name, typed, measure, value.place()));
        return new Amount(name, value.place());
    }

    /// Defines an amount that may vary from request to request.
    Amount defineVarying(String name, Node value, Measure measure) {
        if (value instanceof Node.Mapping mapping && mapping.get("unknown").isEmpty()) {
            new VaryingReader(this, name)
                    .read(mapping)
                    .ifPresent(found -> put(name, found.content(), measure, found.origins(), value.place()));
            return new Amount(name, value.place());
        }
        return define(name, value, measure);
    }

    /// Defines the time of a batch, an expression in which `size` is free.
    Amount defineTimeOfSize(String name, Node value) {
        expression(value)
                .ifPresent(typed -> put(
                        name,
                        new Varying.Constant(typed.expression()),
                        Measure.TIME,
                        List.of(typed.origin()),
                        value.place()));
        return new Amount(name, value.place());
    }

    /// Defines an amount from a part of a text, such as what follows `every `.
    Amount definePart(String name, Node.Scalar text, int from, Measure measure) {
        String part = text.text().substring(from);
        int blank = part.length() - part.stripLeading().length();
        parse(part.strip(), new Origin.Typed(text, from + blank, text.text().length()))
                .ifPresent(typed -> put(name, typed, measure, text.place()));
        return new Amount(name, text.place());
    }

    /// Defines an assumption: a value, or a mapping with a value, a source and a growth.
    Amount defineAssumption(Node.Scalar key, Node value) {
        String name = key.text();
        if (!(value instanceof Node.Mapping mapping) || mapping.get("value").isEmpty()) {
            return define(name, value, Measure.ANY);
        }
        Cursor cursor = new Cursor(this, name, mapping);
        Optional<TypedExpression> grows = mapping.get("grows").flatMap(this::expression);
        expression(mapping.get("value").get())
                .ifPresent(typed -> entries.put(
                        name,
                        new Entry(
                                name,
                                typed.expression(),
                                Measure.ANY,
                                grows.map(each -> List.of(typed.origin(), each.origin()))
                                        .orElse(List.of(typed.origin())),
                                grows.map(each -> growth(name, each, key.place())),
                                cursor.text("source"),
                                Definition.Origin.ASSUMED,
                                key.place())));
        return new Amount(name, key.place());
    }

    /// The growth of an assumption, whose rate has a name of its own, so that formulas can use it.
    private Growth growth(String name, TypedExpression rate, Place place) {
        String own = name + ".grows";
        put(own, rate, Measure.ANY, place);
        return new Growth(
                new Expression.Name(own, rate.expression().span()),
                Growth.at(rate.expression()).period());
    }

    /// Defines a default, which the report lists.
    Amount assume(String name, String text, Measure measure, Place place, String owner) {
        return assume(
                name, text, measure, place, "default, since \"%s\" says nothing".formatted(owner), "none is given");
    }

    /// Defines a value that the design does not state but that follows from what it names.
    ///
    /// @param source where the value comes from
    /// @param why why it was taken, as the report says it
    Amount assume(String name, String text, Measure measure, Place place, String source, String why) {
        parse(text, new Origin.Made(place))
                .ifPresent(typed -> entries.put(
                        name,
                        new Entry(
                                name,
                                typed.expression(),
                                measure,
                                List.of(typed.origin()),
                                Optional.empty(),
                                Optional.of(source),
                                Definition.Origin.DEFAULT,
                                place)));
        defaults.add(new Design.Default(name, text, why));
        return new Amount(name, place);
    }

    /// Defines what follows from other amounts.
    void derive(String name, Expression formula, Measure measure, Place place) {
        entries.put(
                name,
                new Entry(
                        name,
                        formula,
                        measure,
                        List.of(new Origin.Made(place)),
                        Optional.empty(),
                        Optional.empty(),
                        Definition.Origin.DERIVED,
                        place));
    }

    /// Defines what a requirement asks for; see [Target] for what it has to measure.
    void defineTarget(String name, dev.plumbline.requirement.Amount amount, Target target) {
        Origin origin = new Origin.Typed(
                amount.within(), amount.start(), amount.start() + amount.text().length());
        targets.put(name, target);
        entries.put(
                name,
                new Entry(
                        name,
                        amount.expression(),
                        Measure.ANY,
                        List.of(origin),
                        Optional.empty(),
                        Optional.empty(),
                        Definition.Origin.ASSUMED,
                        amount.place()));
    }

    /// What the targets of requirements have to measure, by name.
    Map<String, Target> targets() {
        return targets;
    }

    /// A fact that the design needs although none of its expressions names it.
    Amount use(String fact, Place place) {
        used.add(fact);
        return new Amount(fact, place);
    }

    /// Facts that are needed although no expression names them.
    Set<String> used() {
        return used;
    }

    private void put(String name, TypedExpression typed, Measure measure, Place place) {
        put(name, typed.expression(), measure, List.of(typed.origin()), place);
    }

    private void put(String name, Content content, Measure measure, List<Origin> origins, Place place) {
        Entry entry = new Entry(
                name, content, measure, origins, Optional.empty(), Optional.empty(), Definition.Origin.ASSUMED, place);
        if (entries.putIfAbsent(name, entry) != null) {
            problems.error(
                    "design.name-twice",
                    place,
                    "\"%s\" is defined twice".formatted(name),
                    "the other is at " + entries.get(name).place().address(),
                    "give one of them another name");
        }
    }

    /// An expression with where it was typed.
    record TypedExpression(Expression expression, Origin origin) {}

    /// The expression of a scalar, or of `{unknown: ...}`.
    Optional<TypedExpression> expression(Node value) {
        return switch (value) {
            case Node.Scalar scalar ->
                scalar.isMissing()
                        ? Optional.empty()
                        : parse(
                                scalar.text(),
                                new Origin.Typed(scalar, 0, scalar.text().length()));
            case Node.Mapping mapping -> mapping.get("unknown").flatMap(shape -> unknown(mapping, shape));
            case Node.Sequence _ -> Optional.empty();
        };
    }

    Optional<TypedExpression> parse(String text, Origin origin) {
        return switch (Parser.parse(text, units)) {
            case Parsed.Good(var expression) -> Optional.of(new TypedExpression(expression, origin));
            case Parsed.Faulty(var faults) -> {
                faults.forEach(fault -> report(fault, origin.place(fault.span())));
                yield Optional.empty();
            }
        };
    }

    void report(Fault fault, Place place) {
        problems.error(fault.rule(), place, fault.what(), fault.why(), fault.mend());
    }

    private static final Map<String, UnknownShape> SHAPES =
            Map.of("uniform", UnknownShape.UNIFORM, "triangular", UnknownShape.TRIANGULAR, "beta", UnknownShape.BETA);

    /// `{unknown: {p5: 2, p50: 3, p95: 9}}`, or one of the named shapes with a list.
    private Optional<TypedExpression> unknown(Node.Mapping outer, Node inner) {
        if (!(inner instanceof Node.Mapping mapping)) {
            return misshapen(inner.place());
        }
        List<Node> parameters;
        UnknownShape shape;
        if (mapping.keys().equals(List.of("p5", "p50", "p95"))) {
            shape = UnknownShape.PERCENTILES;
            parameters = mapping.entries().stream().map(Node.Entry::value).toList();
        } else if (mapping.keys().size() == 1
                && SHAPES.containsKey(mapping.keys().getFirst())
                && mapping.entries().getFirst().value() instanceof Node.Sequence list) {
            shape = SHAPES.get(mapping.keys().getFirst());
            parameters = list.items();
        } else {
            return misshapen(mapping.place());
        }
        List<Expression> expressions = new ArrayList<>();
        parameters.forEach(each -> expression(each).ifPresent(typed -> expressions.add(typed.expression())));
        if (expressions.size() < parameters.size()) {
            return Optional.empty();
        }
        if (expressions.size() != shape.parameters().size()) {
            return misshapen(mapping.place());
        }
        return Optional.of(new TypedExpression(
                new Expression.Unknown(shape, expressions, Span.NONE), new Origin.Made(outer.place())));
    }

    private Optional<TypedExpression> misshapen(Place place) {
        problems.error(
                "quantity.unknown-shape",
                place,
                "this is no shape of an unknown",
                "one value that nobody knows is given by three percentiles or by a named shape",
                "write {p5: 2, p50: 3, p95: 9}, {uniform: [2, 9]}, {triangular: [2, 3, 9]} or {beta: [3, 7]}");
        return Optional.empty();
    }
}
