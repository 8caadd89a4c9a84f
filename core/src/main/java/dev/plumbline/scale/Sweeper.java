package dev.plumbline.scale;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Trial;
import dev.plumbline.design.Design;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Looks at a design from a small to a large scale and finds, by bisection, where each requirement turns.
///
/// At every scale that is looked at the driving assumption has that one value in all worlds, and everything else is as
/// unknown as the design says, on the same luck. So the share of worlds that meet a requirement falls with scale as
/// worlds break one after another, and where it passes 95 %, 50 % and 5 % are the ends and the middle of the interval
/// of the break. Cost: the same number of requests at every scale, and a number of scales that grows with the
/// logarithm of the range. Groups of requirements and the limits are looked at side by side; the answer does not depend
/// on the number of threads.
public final class Sweeper {
    /// Worlds and requests that tell a break to some per cent within seconds.
    public static final Settings USUAL = Settings.USUAL.withWorlds(24).withRequests(2_000);

    private static final double PER_DECADE = 2;

    private final Design design;
    private final DrivingAssumption by;
    private final Settings settings;
    private final Progress progress;
    private final Supplier<Duration> clock;

    /// @param clock the time since some fixed moment; only `run.seconds` comes from it
    public Sweeper(
            Design design, DrivingAssumption by, Settings settings, Progress progress, Supplier<Duration> clock) {
        this.design = design;
        this.by = by;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /// @param from the smallest scale, in base units of the driving assumption, above 0
    /// @param to the largest, above `from`
    public Sweep over(double from, double to) {
        Duration start = clock.get();
        List<Double> grid = grid(from, to);
        Tally tally =
                new Tally(progress, by::text, grid.size() * (1 + together().size()));
        Trial now = assessor(tally).trial(design, new Trial.Scope.Among(estimated()));
        List<Group> groups = groups(now, tally);
        List<Callable<Boolean>> work = new ArrayList<>();
        groups.forEach(group -> work.add(() -> look(group, grid)));
        Limits limits = Limits.of(design, by, from, to);
        List<Limit> all = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        work.add(() -> {
            all.addAll(limits.all());
            changes.addAll(Ladder.of(limits, all));
            return true;
        });
        boolean complete = done(work);
        Group.Effort effort = groups.stream().map(Group::effort).reduce(Group.Effort.NONE, Group.Effort::plus);
        double seconds = clock.get().minus(start).toNanos() * 1e-9;
        return new Sweep(
                design.name(),
                design.file().name(),
                by,
                from,
                to,
                curves(groups),
                all,
                changes,
                Checker.check(Estimates.of(design).sheet()).dimension("cost"),
                now.verdicts().stream()
                        .filter(verdict -> verdict.chance().isEmpty())
                        .map(verdict -> new Sweep.Unread(verdict.id(), verdict.reason()))
                        .toList(),
                Fixed.of(design, by),
                complete,
                new Run(settings.seed(), settings.worlds(), effort.requests(), effort.events(), seconds));
    }

    private Assessor assessor(Progress quiet) {
        return new Assessor(settings, quiet, () -> Duration.ZERO);
    }

    /// False when the user has stopped it.
    private static boolean look(Group group, List<Double> grid) {
        try {
            group.look(grid);
            group.narrow();
            return true;
        } catch (CancellationException _) {
            return false;
        }
    }

    private boolean done(List<Callable<Boolean>> work) {
        boolean complete = true;
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(settings.threads(), work.size()))) {
            for (Future<Boolean> each : pool.invokeAll(work)) {
                complete &= each.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return complete;
    }

    private List<Group> groups(Trial now, Tally tally) {
        List<Group> groups = new ArrayList<>();
        together()
                .forEach((under, ids) -> groups.add(new SimulatedGroup(
                        design, ids, under, at -> by.in(design, at), assessor(tally), settings.worlds(), tally)));
        Set<String> readable = new LinkedHashSet<>();
        now.verdicts().stream()
                .filter(verdict -> verdict.chance().isPresent())
                .forEach(verdict -> readable.add(verdict.id()));
        if (!readable.isEmpty()) {
            groups.add(new EstimatedGroup(readable, at -> by.in(design, at), assessor(tally), tally));
        }
        return groups;
    }

    /// The requirements that are read off the same simulation, by its circumstance.
    private Map<Circumstance, Set<String>> together() {
        Map<Circumstance, Set<String>> together = new LinkedHashMap<>();
        for (Requirement requirement : design.requirements()) {
            requirement
                    .must()
                    .filter(Assessor::isSimulated)
                    .ifPresent(must -> together.computeIfAbsent(circumstance(must), _ -> new LinkedHashSet<>())
                            .add(requirement.id()));
        }
        return together;
    }

    private Set<String> estimated() {
        Set<String> ids = new LinkedHashSet<>();
        for (Requirement requirement : design.requirements()) {
            if (requirement.must().filter(Assessor::isSimulated).isEmpty()) {
                ids.add(requirement.id());
            }
        }
        return ids;
    }

    private static Circumstance circumstance(Sentence sentence) {
        return sentence.circumstance() instanceof Circumstance.Unstated
                ? new Circumstance.Peak()
                : sentence.circumstance();
    }

    private List<Double> grid(double from, double to) {
        Set<Double> grid = new java.util.TreeSet<>();
        int steps = (int) Math.ceil(Math.log10(to / from) * PER_DECADE);
        for (int i = 0; i <= steps; i++) {
            grid.add(i == steps ? to : from * Math.pow(to / from, (double) i / steps));
        }
        double now = by.now().median();
        if (now > from && now < to) {
            grid.add(now);
        }
        return List.copyOf(grid);
    }

    private List<Curve> curves(List<Group> groups) {
        List<Curve> curves = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            for (Group group : groups) {
                List<Curve.Point> points = group.points(requirement.id());
                if (!points.isEmpty()) {
                    curves.add(curve(requirement, points));
                }
            }
        }
        return curves;
    }

    private Curve curve(Requirement requirement, List<Curve.Point> points) {
        Sentence must = requirement.must().orElseThrow();
        return new Curve(
                requirement.id(),
                must.reading().sentence(),
                must.relation().symbol() + " " + must.target().text(),
                points,
                Breaks.of(must, points));
    }
}
