package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.estimation.Estimated;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import dev.plumbline.simulation.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Judges a design: estimates it, simulates the situations that its requirements speak of, and holds what is read
/// against each target.
public final class Assessor {
    /// Estimates are cheap, so that their chances are told to a fraction of a percent.
    static final int ESTIMATED_WORLDS = 4096;

    private static final double PRECISION = 0.05;

    private final Settings settings;
    private final Progress progress;
    private final Supplier<Duration> clock;

    /// @param clock the time since some fixed moment; only `run.seconds` comes from it
    public Assessor(Settings settings, Progress progress, Supplier<Duration> clock) {
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /// Judges every requirement of the design.
    ///
    /// @param findings what was found while reading it
    public Assessment assess(Design design, List<Diagnostic> findings) {
        Duration start = clock.get();
        Valued valued = value(design);
        Map<String, Simulated> situations =
                simulate(design, valued, List.of(new Situation.Peak()), _ -> true, valued.all());
        Meters meters = new Meters(design, valued.estimates(), valued.worlds(), valued.unpriced(), situations);
        Verdicts verdicts = new Verdicts(design, valued.estimates(), valued.simulated(), meters);
        List<Verdict> judged = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>(findings);
        for (Requirement requirement : design.requirements()) {
            judged.add(verdicts.of(requirement));
            verdicts.finding(requirement).ifPresent(found::add);
        }
        SortedMap<String, ScenarioResult> results = new TreeMap<>();
        situations.forEach((name, simulated) -> results.put(name, summed(design, simulated, valued)));
        return new Assessment(
                design.name(),
                design.file().name(),
                judged,
                new Diagnostics(found).all(),
                results,
                Assumptions.of(design, valued.simulated()),
                run(situations.values().stream().toList(), start));
    }

    /// Looks at a design for comparison with another: fewer results than [#assess] and, for a near scope, much sooner.
    public Trial trial(Design design, Trial.Scope scope) {
        Duration start = clock.get();
        Valued valued = value(design);
        Predicate<Requirement> among = requirement -> switch (scope) {
            case Trial.Scope.All() -> true;
            case Trial.Scope.Near(var only) -> requirement.id().equals(only);
            case Trial.Scope.Among(var some) -> some.contains(requirement.id());
        };
        Map<String, Simulated> situations = simulate(design, valued, List.of(), among, valued.all());
        Meters meters = new Meters(design, valued.estimates(), valued.worlds(), valued.unpriced(), situations);
        Verdicts verdicts = new Verdicts(design, valued.estimates(), valued.simulated(), meters);
        List<Verdict> judged = new ArrayList<>();
        Map<String, Double> shortfalls = new LinkedHashMap<>();
        for (Requirement requirement : design.requirements()) {
            if (scope instanceof Trial.Scope.Among(var some) && !some.contains(requirement.id())) {
                continue;
            }
            Verdict verdict = verdicts.of(requirement);
            if (verdict.chance().isPresent() || scope instanceof Trial.Scope.All) {
                judged.add(verdict);
                verdicts.shortfall(requirement).ifPresent(each -> shortfalls.put(requirement.id(), each));
            }
        }
        Optional<Figure> cost = meters.cost() instanceof Meter.Read read
                ? Optional.of(Judge.figure(read, Optional.empty()))
                : Optional.empty();
        return new Trial(
                judged,
                shortfalls,
                cost,
                valued.unpriced(),
                run(situations.values().stream().toList(), start));
    }

    /// Looks at requirements that a simulation shows, in some worlds only.
    ///
    /// @param requirements by their names; those that nothing simulates are left out
    /// @param some the numbers of the worlds
    public Glance glance(Design design, Set<String> requirements, BitSet some) {
        Estimated estimated = Estimates.of(design);
        Valuation simulated =
                Valuation.of(Checker.check(estimated.sheet()), new Worlds(settings.worlds(), settings.seed()));
        Valued valued = new Valued(simulated, simulated, ValuedWorld.all(simulated), estimated.unpriced());
        int[] numbers = some.stream().toArray();
        Map<String, Simulated> situations =
                simulate(design, valued, List.of(), each -> requirements.contains(each.id()), numbers);
        Meters meters = new Meters(design, valued.estimates(), valued.worlds(), valued.unpriced(), situations);
        Verdicts verdicts = new Verdicts(design, valued.estimates(), valued.simulated(), meters);
        boolean all = numbers.length == settings.worlds()
                || situations.values().stream().anyMatch(each -> each.replicated() > 0);
        Map<String, BitSet> met = new LinkedHashMap<>();
        List<Verdict> judged = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            if (requirements.contains(requirement.id())
                    && requirement.must().filter(Assessor::isSimulated).isPresent()) {
                verdicts.met(requirement, numbers).ifPresent(worlds -> {
                    met.put(requirement.id(), worlds);
                    if (all) {
                        judged.add(verdicts.of(requirement));
                    }
                });
            }
        }
        BitSet seen = new BitSet();
        seen.set(0, settings.worlds());
        return new Glance(
                all ? seen : some,
                met,
                judged,
                situations.values().stream().mapToLong(Simulated::requests).sum(),
                situations.values().stream().mapToLong(Simulated::events).sum());
    }

    /// Why a situation cannot be simulated; empty where it can.
    public static Optional<String> unknown(Design design, Situation situation) {
        return Situations.unknown(design, situation);
    }

    /// Simulates one situation.
    public Assessment simulate(Design design, Situation situation) {
        Duration start = clock.get();
        Valued valued = value(design);
        List<String> untimed = Reached.withoutTime(design, Reached.byWorkload(design));
        if (!untimed.isEmpty()) {
            throw new IllegalArgumentException("%s %s no service time"
                    .formatted(String.join(", ", untimed), untimed.size() == 1 ? "has" : "have"));
        }
        Asked asked = Asked.of(design, situation, valued.simulated());
        Simulated simulated = new Simulations(design, valued.worlds(), settings, progress, true)
                .run(situation, Optional.empty(), Aim.slow(asked.aims()));
        SortedMap<String, ScenarioResult> results = new TreeMap<>();
        results.put(situation.name(), summed(design, simulated, valued));
        return new Assessment(
                design.name(),
                design.file().name(),
                List.of(),
                List.of(),
                results,
                Assumptions.of(design, valued.simulated()),
                run(List.of(simulated), start));
    }

    /// The design's sheet with its estimates, checked; `explain` expands its names.
    public static Checked estimated(Design design) {
        return Checker.check(Estimates.of(design).sheet());
    }

    private record Valued(Valuation estimates, Valuation simulated, List<World> worlds, List<String> unpriced) {
        int[] all() {
            return IntStream.range(0, worlds.size()).toArray();
        }
    }

    private Valued value(Design design) {
        Estimated estimated = Estimates.of(design);
        Checked checked = Checker.check(estimated.sheet());
        Valuation estimates = Valuation.of(checked, new Worlds(ESTIMATED_WORLDS, settings.seed()));
        Valuation simulated = Valuation.of(checked, new Worlds(settings.worlds(), settings.seed()));
        return new Valued(estimates, simulated, ValuedWorld.all(simulated), estimated.unpriced());
    }

    /// The situations that a requirement of these speaks of and that the engine knows, and others.
    private Map<String, Simulated> simulate(
            Design design, Valued valued, List<Situation> always, Predicate<Requirement> of, int[] some) {
        Map<String, Simulated> done = new LinkedHashMap<>();
        if (design.workload().isEmpty()
                || !Reached.withoutTime(design, Reached.byWorkload(design)).isEmpty()) {
            return done;
        }
        Map<String, Situation> due = new LinkedHashMap<>();
        always.forEach(situation -> due.put(situation.name(), situation));
        for (Requirement requirement : design.requirements()) {
            requirement
                    .must()
                    .filter(sentence -> of.test(requirement) && isSimulated(sentence))
                    .flatMap(sentence -> Situations.of(design, requirement.id(), sentence, valued.simulated()))
                    .filter(situation -> Situations.unknown(design, situation).isEmpty())
                    .ifPresent(situation -> due.putIfAbsent(situation.name(), situation));
        }
        Simulations simulations = new Simulations(design, valued.worlds(), settings, progress);
        due.forEach((name, situation) -> done.put(
                name,
                simulations.run(
                        situation,
                        goal(design, situation, valued.simulated()),
                        Aim.slow(Aim.of(design, situation, valued.simulated())),
                        some)));
        return done;
    }

    /// Whether a requirement is judged by what a simulation shows.
    public static boolean isSimulated(Sentence sentence) {
        return switch (sentence.reading()) {
            case Reading.Latency _,
                    Reading.Throughput _,
                    Reading.Success _,
                    Reading.Fallbacks _,
                    Reading.Ttft _,
                    Reading.Tpot _ -> true;
            case Reading.Availability _,
                    Reading.Age _,
                    Reading.StaleReads _,
                    Reading.Cost _,
                    Reading.Storage _,
                    Reading.Energy _,
                    Reading.Carbon _,
                    Reading.ModelMetric _,
                    Reading.Gap _,
                    Reading.Drift _,
                    Reading.Skew _,
                    Reading.Declared _ -> false;
        };
    }

    /// A steady run may stop once the first percentile that is asked for in its situation is decided, or precise.
    private static Optional<Plan.Goal> goal(Design design, Situation situation, Valuation valuation) {
        for (Requirement requirement : design.requirements()) {
            Optional<Sentence> must = requirement.must();
            if (must.isPresent()
                    && must.get().reading() instanceof Reading.Latency(Statistic.Percentile percentile, var path)
                    && Situations.of(design, requirement.id(), must.get(), valuation).stream()
                            .anyMatch(each -> each.name().equals(situation.name()))
                    && design.workload().containsKey(path.text())) {
                double target = valuation
                        .spread(RequirementSection.target(requirement.id()))
                        .median();
                return Optional.of(new Plan.Goal(path.text(), percentile.level(), target, PRECISION));
            }
        }
        return Optional.empty();
    }

    private ScenarioResult summed(Design design, Simulated simulated, Valued valued) {
        Asked asked = Asked.of(design, simulated.situation(), valued.simulated());
        ScenarioResult result = Summaries.of(design, simulated, asked);
        return simulated.situation() instanceof Situation.Peak
                ? result.with(new Surges(design, simulated, valued.worlds(), settings, progress).all())
                : result;
    }

    private Run run(List<Simulated> simulated, Duration start) {
        long requests = simulated.stream().mapToLong(Simulated::requests).sum();
        long events = simulated.stream().mapToLong(Simulated::events).sum();
        double seconds = clock.get().minus(start).toNanos() * 1e-9;
        return new Run(settings.seed(), settings.worlds(), requests, events, seconds);
    }
}
