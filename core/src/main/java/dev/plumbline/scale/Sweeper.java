package dev.plumbline.scale;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Trial;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/// Looks at a design from a small to a large scale and finds, by bisection, where each requirement turns.
///
/// At every scale that is looked at the driving assumption has that one value in all worlds, and everything else is
/// as
/// unknown as the design says, on the same luck. So the share of worlds that meet a requirement falls with scale as
/// worlds break one after another, and where it passes 95 %, 50 % and 5 % are the ends and the middle of the interval
/// of
/// the break. Cost: the same number of requests at every scale, and a number of scales that grows with the
/// logarithm of
/// the range.
public final class Sweeper {
    /// Worlds and requests that tell a break to some per cent within seconds.
    public static final Settings USUAL = Settings.USUAL.withWorlds(24).withRequests(2_000);

    private static final double PER_DECADE = 2;
    private static final double EXACT = 1.005;
    private static final double SIMULATED = 1.04;
    private static final List<DoublePredicate> LEVELS =
            List.of(chance -> chance >= Status.SURE, chance -> chance >= 0.5, chance -> chance > 1 - Status.SURE);

    private final Design design;
    private final DrivingAssumption by;
    private final Settings settings;
    private final Progress progress;
    private final Supplier<Duration> clock;
    private long requests;
    private long events;
    private int looked;
    private int due;

    /// @param clock the time since some fixed moment; only `run.seconds` comes from it
    public Sweeper(
            Design design, DrivingAssumption by, Settings settings, Progress progress, Supplier<Duration> clock) {
        this.design = design;
        this.by = by;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /// Requirements that are judged together, since they are read off the same simulation, or off none.
    ///
    /// @param under the circumstance that is simulated; empty where nothing is
    private record Group(
            Set<String> ids, Optional<Circumstance> under, TreeMap<Double, Map<String, Curve.Point>> seen) {
        double precision() {
            return under.isPresent() ? SIMULATED : EXACT;
        }
    }

    /// @param from the smallest scale, in base units of the driving assumption, above 0
    /// @param to the largest, above `from`
    public Sweep over(double from, double to) {
        Duration start = clock.get();
        List<Sweep.Unread> unread = new ArrayList<>();
        List<Group> groups = groups(unread);
        boolean complete = true;
        try {
            List<Double> grid = grid(from, to);
            due = grid.size() * groups.size();
            for (Group group : groups) {
                look(group, grid);
            }
            for (Group group : groups) {
                group.ids().forEach(id -> LEVELS.forEach(level -> narrow(group, id, level)));
            }
        } catch (CancellationException _) {
            complete = false;
        }
        Limits limits = Limits.of(design, by, from, to);
        double seconds = clock.get().minus(start).toNanos() * 1e-9;
        return new Sweep(
                design.name(),
                design.file().name(),
                by,
                from,
                to,
                curves(groups),
                limits.all(),
                limits.changes(),
                Checker.check(Estimates.of(design).sheet()).dimension("cost"),
                unread,
                Fixed.of(design, by),
                complete,
                new Run(settings.seed(), settings.worlds(), requests, events, seconds));
    }

    private List<Group> groups(List<Sweep.Unread> unread) {
        Trial now = trial(design, new Trial.Scope.Among(estimated()));
        Map<Circumstance, Set<String>> together = new LinkedHashMap<>();
        for (Requirement requirement : design.requirements()) {
            Optional<Sentence> must = requirement.must();
            if (must.filter(Assessor::isSimulated).isPresent()) {
                together.computeIfAbsent(circumstance(must.get()), _ -> new LinkedHashSet<>())
                        .add(requirement.id());
            }
        }
        List<Group> groups = new ArrayList<>();
        Set<String> readable = new LinkedHashSet<>();
        for (Verdict verdict : now.verdicts()) {
            if (verdict.chance().isPresent()) {
                readable.add(verdict.id());
            } else {
                unread.add(new Sweep.Unread(verdict.id(), verdict.reason()));
            }
        }
        groups.add(new Group(readable, Optional.empty(), new TreeMap<>()));
        together.forEach((under, ids) -> groups.add(new Group(ids, Optional.of(under), new TreeMap<>())));
        return groups.stream().filter(group -> !group.ids().isEmpty()).toList();
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

    /// From the largest scale down, so that the first one at which nothing queues stands for the smaller ones.
    private void look(Group group, List<Double> grid) {
        boolean flat = group.under().isPresent() && group.ids().stream().noneMatch(this::followsTraffic);
        for (double at : grid.reversed()) {
            Map<String, Curve.Point> seen = look(group, at);
            if (flat && Loads.of(by.in(design, at)).isIdle(group.under().orElseThrow())) {
                grid.stream()
                        .filter(smaller -> smaller < at)
                        .forEach(smaller -> group.seen().put(smaller, at(smaller, seen)));
                return;
            }
        }
    }

    private static Map<String, Curve.Point> at(double at, Map<String, Curve.Point> seen) {
        Map<String, Curve.Point> moved = new LinkedHashMap<>();
        seen.forEach((id, point) ->
                moved.put(id, new Curve.Point(at, point.chance(), point.value(), point.reason(), point.strain())));
        return moved;
    }

    private boolean followsTraffic(String id) {
        return sentence(id).reading() instanceof Reading.Throughput;
    }

    private Sentence sentence(String id) {
        return design.requirements().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(Requirement::must)
                .orElseThrow();
    }

    private Map<String, Curve.Point> look(Group group, double at) {
        Map<String, Curve.Point> known = group.seen().get(at);
        if (known != null) {
            return known;
        }
        Design scaled = by.in(design, at);
        Map<String, Curve.Point> points = group.under()
                .map(under -> simulated(group, under, scaled, at))
                .orElseGet(() -> estimated(group, scaled, at));
        group.seen().put(at, points);
        looked++;
        progress.done("looking at " + by.text(at), looked, Math.max(due, looked));
        return points;
    }

    private Map<String, Curve.Point> estimated(Group group, Design scaled, double at) {
        Map<String, Curve.Point> points = new LinkedHashMap<>();
        for (Verdict verdict : trial(scaled, new Trial.Scope.Among(group.ids())).verdicts()) {
            verdict.chance()
                    .ifPresent(chance -> points.put(
                            verdict.id(),
                            new Curve.Point(at, chance, verdict.value(), verdict.reason(), Optional.empty())));
        }
        return points;
    }

    /// What arithmetic decides alone is not simulated: a path whose gate gets more than it can do answers nobody.
    private Map<String, Curve.Point> simulated(Group group, Circumstance under, Design scaled, double at) {
        Loads loads = Loads.of(scaled);
        Map<String, Curve.Point> points = new LinkedHashMap<>();
        Map<String, Loads.Offered> gates = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (String id : group.ids()) {
            Optional<Loads.Offered> gate = loads.gate(path(id), under);
            gate.ifPresent(each -> gates.put(id, each));
            if (gate.filter(Loads.Offered::overInAll).isPresent()) {
                points.put(
                        id,
                        new Curve.Point(at, 0, Optional.empty(), shut(gate.get()), Optional.of(strain(gate.get()))));
            } else {
                open.add(id);
            }
        }
        if (open.isEmpty()) {
            return points;
        }
        for (Verdict verdict : trial(scaled, new Trial.Scope.Among(open)).verdicts()) {
            if (verdict.chance().isPresent()) {
                Optional<Loads.Offered> gate = Optional.ofNullable(gates.get(verdict.id()));
                double most = 1 - gate.map(Loads.Offered::over).orElse(0.0);
                double chance = verdict.chance().getAsDouble();
                Optional<Loads.Offered> end = loads.end(path(verdict.id()), under);
                points.put(
                        verdict.id(),
                        new Curve.Point(
                                at,
                                Math.min(chance, most),
                                verdict.value(),
                                most < chance ? shut(gate.orElseThrow()) : verdict.reason(),
                                end.map(Sweeper::strain)));
            }
        }
        return points;
    }

    private String path(String id) {
        return switch (sentence(id).reading()) {
            case Reading.Latency(var _, var path) -> path.text();
            case Reading.Throughput(var path) -> path.text();
            case Reading.Success(var path) -> path.text();
            case Reading.Fallbacks(var path) -> path.text();
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
                    Reading.Ttft _,
                    Reading.Tpot _,
                    Reading.Declared _ -> "";
        };
    }

    private static String shut(Loads.Offered gate) {
        return "%s gets %s times what it can do, so its queue grows without bound"
                .formatted(gate.component(), Quantity.plain(gate.median()));
    }

    private static Curve.Strain strain(Loads.Offered offered) {
        return new Curve.Strain(offered.component(), offered.median());
    }

    private Trial trial(Design scaled, Trial.Scope scope) {
        if (progress.interrupted()) {
            throw new CancellationException("interrupted");
        }
        Trial trial = new Assessor(settings, new Quiet(progress), () -> Duration.ZERO).trial(scaled, scope);
        requests += trial.run().requests();
        events += trial.run().events();
        return trial;
    }

    /// Bisects every stretch between two scales that were looked at and lie on different sides of a level.
    private void narrow(Group group, String id, DoublePredicate level) {
        List<Double> scales = List.copyOf(group.seen().keySet());
        for (int i = 1; i < scales.size(); i++) {
            double low = scales.get(i - 1);
            double high = scales.get(i);
            boolean below = holds(group, id, level, low);
            if (below == holds(group, id, level, high)) {
                continue;
            }
            while (high / low > group.precision()) {
                double middle = Math.sqrt(low * high);
                due = Math.max(due, looked + 1);
                if (holds(group, id, level, middle) == below) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
    }

    private boolean holds(Group group, String id, DoublePredicate level, double at) {
        Curve.Point point = look(group, at).get(id);
        return point != null && level.test(point.chance());
    }

    private List<Curve> curves(List<Group> groups) {
        List<Curve> curves = new ArrayList<>();
        for (Requirement requirement : design.requirements()) {
            for (Group group : groups) {
                List<Curve.Point> points = group.seen().values().stream()
                        .flatMap(each -> Optional.ofNullable(each.get(requirement.id())).stream())
                        .toList();
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

    /// Worlds are too small steps to tell; they only ask whether to go on.
    private record Quiet(Progress progress) implements Progress {
        @Override
        public void done(String what, int done, int of) {}

        @Override
        public boolean interrupted() {
            return progress.interrupted();
        }
    }
}
