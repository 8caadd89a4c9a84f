package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Units;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a requirement that is written key by key, to the same record as the one sentence:
///
/// ```yaml
/// kind: latency
/// of: score
/// target: {p99: 50 ms, tolerable: 80 ms, stretch: 30 ms}
/// over: 28 day rolling
/// while: {load: peak}
/// for: every segment of country
/// ```
public final class LongForm {
    /// The keys that belong to it, in the order in which they are written.
    public static final List<String> KEYS =
            List.of("kind", "scale", "of", "across", "per", "target", "over", "while", "for");

    static final String GOAL = "goal";
    static final String TOLERABLE = "tolerable";
    static final String STRETCH = "stretch";
    private static final Set<String> LEVELS = Set.of(TOLERABLE, STRETCH);

    private static final Pattern STATISTIC = Pattern.compile("p[0-9]{1,2}(\\.[0-9]{1,2})?|mean|max");

    private final Node.Mapping node;
    private final Units units;
    private final Problems problems;

    private LongForm(Node.Mapping node, Units units, Problems problems) {
        this.node = node;
        this.units = units;
        this.problems = problems;
    }

    /// Whether a requirement is written so.
    public static boolean isUsed(Node.Mapping node) {
        return node.get("kind").isPresent();
    }

    /// The sentence; empty while it has no target, or after at least one finding.
    public static Optional<Sentence> read(Node.Mapping node, Units units, Problems problems) {
        return new LongForm(node, units, problems).sentence();
    }

    /// What is accepted where the goal is not reached, or what would delight.
    public static Optional<Amount> level(Node.Mapping node, String level, Units units, Problems problems) {
        return node.get("target")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(target -> ((Node.Mapping) target).get(level))
                .flatMap(LongForm::scalar)
                .flatMap(value -> Amounts.parse(Words.of(value), units, problems));
    }

    private Optional<Sentence> sentence() {
        int before = problems.size();
        Optional<Node.Scalar> word = scalar("kind");
        Optional<RequirementKind> kind = word.flatMap(this::kind);
        Optional<Goal> goal = goal();
        ClauseParser clauses = clauses();
        if (kind.isEmpty() || goal.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading> reading = reading(kind.get(), goal.get());
        Optional<Amount> amount = Amounts.parse(goal.get().amount(), units, problems);
        if (problems.size() > before || reading.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sentence(
                reading.get(),
                goal.get().relation().orElse(reading.get().moreIsBetter() ? Relation.AT_LEAST : Relation.AT_MOST),
                amount.get(),
                clauses.circumstance(),
                clauses.window(),
                clauses.segments(),
                word.orElseThrow()));
    }

    private Optional<RequirementKind> kind(Node.Scalar word) {
        Optional<RequirementKind> kind = RequirementKind.named(word.text()).filter(RequirementKind::ofDesigns);
        if (kind.isEmpty()) {
            List<String> known = Arrays.stream(RequirementKind.values())
                    .filter(RequirementKind::ofDesigns)
                    .map(RequirementKind::word)
                    .toList();
            fault(
                    word.place(),
                    "\"%s\" is no kind of requirement".formatted(word.text()),
                    "known are " + String.join(", ", known),
                    Nearest.to(word.text(), known)
                            .map("write \"%s\""::formatted)
                            .orElse("name one of them"));
        }
        return kind;
    }

    /// The goal of a target.
    ///
    /// @param key what names it: `p99`, `recall`, `goal`
    private record Goal(String key, Place place, Optional<Relation> relation, Words amount) {}

    private Optional<Goal> goal() {
        return node.get("target").flatMap(target -> switch (target) {
            case Node.Scalar value -> goal(GOAL, value.place(), value);
            case Node.Mapping levels -> named(levels);
            case Node.Sequence list -> Optional.empty();
        });
    }

    private Optional<Goal> named(Node.Mapping levels) {
        List<Node.Entry> goals = levels.entries().stream()
                .filter(entry -> !LEVELS.contains(entry.key().text()))
                .toList();
        if (goals.size() != 1) {
            fault(
                    levels.place(),
                    goals.isEmpty() ? "the target has no goal" : "the target has several goals",
                    "a requirement is judged by one value; beside it stand what is tolerable and what would delight",
                    "write such as \"target: {p99: 50 ms, tolerable: 80 ms}\"");
            return Optional.empty();
        }
        Node.Scalar key = goals.getFirst().key();
        return scalar(goals.getFirst().value()).flatMap(value -> goal(key.text(), key.place(), value));
    }

    private Optional<Goal> goal(String key, Place place, Node.Scalar value) {
        Words words = Words.of(value);
        Optional<Relation> relation = words.isEmpty()
                ? Optional.empty()
                : Arrays.stream(Relation.values())
                        .filter(each -> words.is(0, each.symbol()))
                        .findFirst();
        Words amount = relation.isPresent() ? words.part(1, words.size()) : words;
        if (amount.isEmpty()) {
            fault(
                    value.place(),
                    "the target has no value",
                    "nothing can be held against it",
                    "write such as \"50 ms\"");
            return Optional.empty();
        }
        return Optional.of(new Goal(key, place, relation, amount));
    }

    private Optional<Reading> reading(RequirementKind kind, Goal goal) {
        Optional<Name> of = scalar("of").map(LongForm::name);
        Optional<String> scale = scalar("scale").map(Node.Scalar::text);
        Optional<Name> across = scalar("across").map(LongForm::name);
        Optional<Amount> per = scalar("per").flatMap(value -> Amounts.parse(Words.of(value), units, problems));
        if (kind == RequirementKind.COST) {
            return Optional.of(new Reading.Cost(per));
        }
        if (kind == RequirementKind.CARBON) {
            return Optional.of(
                    scale.filter("energy"::equals).isPresent() ? new Reading.Energy(per) : new Reading.Carbon(per));
        }
        if (of.isEmpty()) {
            fault(
                    node.entry("kind").orElseThrow().value().place(),
                    "a requirement of kind \"%s\" does not say of what".formatted(kind.word()),
                    "a design has several things, and each requirement is about one",
                    "add \"of: <name>\"");
            return Optional.empty();
        }
        return about(kind, goal, of.get(), scale.orElse(""), across);
    }

    private Optional<Reading> about(RequirementKind kind, Goal goal, Name of, String scale, Optional<Name> across) {
        return switch (kind) {
            case LATENCY -> statistic(goal).map(which -> new Reading.Latency(which, of));
            case TIME_TO_FIRST_TOKEN -> statistic(goal).map(which -> new Reading.Ttft(which, of));
            case TIME_PER_OUTPUT_TOKEN -> statistic(goal).map(which -> new Reading.Tpot(which, of));
            case FRESHNESS, RETRAINING -> statistic(goal).map(which -> new Reading.Age(which, of));
            case THROUGHPUT -> Optional.of(new Reading.Throughput(of));
            case CAPACITY -> Optional.of(new Reading.Storage(of));
            case AVAILABILITY ->
                Optional.of(scale.equals("success") ? new Reading.Success(of) : new Reading.Availability(of));
            case STALENESS -> Optional.of(new Reading.StaleReads(of));
            case FALLBACK -> Optional.of(new Reading.Fallbacks(of));
            case DRIFT -> Optional.of(new Reading.Drift(of));
            case SKEW -> Optional.of(new Reading.Skew(of));
            case QUALITY, CALIBRATION, SAFETY, ONLINE_EFFECT ->
                metric(goal).map(metric -> new Reading.ModelMetric(metric, of));
            case FAIRNESS -> gap(goal, of, across);
            case RECOVERY,
                    DURABILITY,
                    LABEL_DELAY,
                    COLD_START,
                    SCALING,
                    PRIVACY,
                    RESIDENCY,
                    EXPLAINABILITY,
                    ROLLBACK,
                    AUDIT -> Optional.of(new Reading.Declared(kind, of));
            case COST,
                    CARBON,
                    USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> Optional.empty();
        };
    }

    private Optional<Reading> gap(Goal goal, Name of, Optional<Name> across) {
        if (across.isEmpty()) {
            fault(
                    goal.place(),
                    "the gap does not say between which groups",
                    "a gap is the difference of a metric between the groups of an attribute",
                    "add \"across: <attribute>\"");
        }
        return metric(goal).flatMap(metric -> across.map(attribute -> new Reading.Gap(metric, of, attribute)));
    }

    private Optional<Statistic> statistic(Goal goal) {
        Optional<Statistic> read =
                STATISTIC.matcher(goal.key()).matches() ? Statistics.read(goal.key()) : Optional.empty();
        if (read.isEmpty()) {
            fault(
                    goal.place(),
                    "\"%s\" is not a statistic".formatted(goal.key()),
                    "it differs from request to request, so the target needs to say which of them counts",
                    "write such as \"target: {p99: %s}\""
                            .formatted(goal.amount().joined()));
        }
        return read;
    }

    /// The metric is the goal's key.
    private Optional<Name> metric(Goal goal) {
        if (goal.key().equals(GOAL)) {
            fault(
                    goal.place(),
                    "the target names no metric",
                    "a model has many, and which is meant decides what it is trained for",
                    "write such as \"target: {recall: %s}\""
                            .formatted(goal.amount().joined()));
            return Optional.empty();
        }
        Node.Mapping levels = (Node.Mapping) node.get("target").orElseThrow();
        return levels.entry(goal.key()).map(entry -> name(entry.key()));
    }

    private ClauseParser clauses() {
        ClauseParser clauses = new ClauseParser(units, problems);
        scalar("over").map(Words::of).ifPresent(words -> clauses.over(words, words));
        node.get("while").ifPresent(value -> {
            switch (value) {
                case Node.Scalar load -> circumstance(load, clauses);
                case Node.Mapping conditions ->
                    conditions
                            .get("load")
                            .or(() -> conditions.get("scenario"))
                            .flatMap(LongForm::scalar)
                            .ifPresent(load -> circumstance(load, clauses));
                case Node.Sequence _ -> {}
            }
        });
        node.get("for").ifPresent(value -> {
            switch (value) {
                case Node.Scalar segments -> clauses.segments(Words.of(segments), Words.of(segments));
                case Node.Sequence list -> clauses.segments(names(list));
                case Node.Mapping _ -> {}
            }
        });
        return clauses;
    }

    private static void circumstance(Node.Scalar load, ClauseParser clauses) {
        Words words = Words.of(load);
        if (!words.isEmpty()) {
            clauses.at(words, words);
        }
    }

    private static List<Name> names(Node.Sequence list) {
        List<Name> names = new ArrayList<>();
        list.items().forEach(item -> scalar(item).map(LongForm::name).ifPresent(names::add));
        return names;
    }

    private static Name name(Node.Scalar scalar) {
        return new Name(scalar.text(), scalar.span());
    }

    private Optional<Node.Scalar> scalar(String key) {
        return node.get(key).flatMap(LongForm::scalar);
    }

    private static Optional<Node.Scalar> scalar(Node value) {
        return value instanceof Node.Scalar scalar && !scalar.isMissing() ? Optional.of(scalar) : Optional.empty();
    }

    private void fault(Place place, String what, String why, String mend) {
        problems.error("requirement.long-form", place, what, why, mend);
    }
}
