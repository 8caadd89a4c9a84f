package dev.plumbline.scale;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Glance;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/// Requirements that are read off simulations under one circumstance.
///
/// Every world turns at a scale of its own. So between two scales only those worlds are simulated that meet a
/// requirement at one of them and miss it at the other; the rest are taken to do in between what they do at both ends.
/// Of a stretch that is halved again and again ever fewer worlds are left.
final class SimulatedGroup implements Group {
    private static final double PRECISION = 1.04;

    private final Set<String> ids;
    private final Circumstance under;
    private final DoubleFunction<Design> scaled;
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final Assessor assessor;
    private final int worlds;
    private final Tally tally;
    private final Map<String, TreeMap<Double, Seen>> seen = new LinkedHashMap<>();
    private final TreeMap<Double, Place> places = new TreeMap<>();
    private Effort effort = Effort.NONE;

    /// A requirement at one scale.
    ///
    /// @param met the worlds that meet it
    private record Seen(BitSet met, Curve.Point point) {}

    /// A scale, and what was simulated there.
    ///
    /// @param known the worlds that were simulated
    /// @param met of them, those that meet each requirement
    private record Place(Design design, boolean idle, Map<String, Ends> ends, BitSet known, Map<String, BitSet> met) {
        boolean isShut(String id) {
            return gate(id).filter(Loads.Offered::overInAll).isPresent();
        }

        Optional<Loads.Offered> gate(String id) {
            return Group.known(ends, id).gate();
        }
    }

    /// What ends the path of a requirement by arithmetic; see [Loads].
    private record Ends(Optional<Loads.Offered> gate, Optional<Loads.Offered> end) {}

    /// @param scaled the design at a scale
    SimulatedGroup(
            Design design,
            Set<String> ids,
            Circumstance under,
            DoubleFunction<Design> scaled,
            Assessor assessor,
            int worlds,
            Tally tally) {
        this.ids = ids;
        this.under = under;
        this.scaled = scaled;
        this.assessor = assessor;
        this.worlds = worlds;
        this.tally = tally;
        ids.forEach(id -> seen.put(id, new TreeMap<>()));
        design.requirements().stream()
                .filter(each -> ids.contains(each.id()))
                .forEach(each -> requirements.put(each.id(), each));
    }

    @Override
    public Set<String> ids() {
        return ids;
    }

    @Override
    public Effort effort() {
        return effort;
    }

    /// From the largest scale down, so that the first one at which nothing queues stands for the smaller ones.
    @Override
    public void look(List<Double> grid) {
        boolean flat = ids.stream().noneMatch(id -> reading(id) instanceof Reading.Throughput);
        for (double at : grid.reversed()) {
            look(at);
            if (flat && place(at).idle()) {
                seen.values()
                        .forEach(points -> Optional.ofNullable(points.get(at))
                                .ifPresent(known -> grid.stream()
                                        .filter(smaller -> smaller < at)
                                        .forEach(smaller -> points.put(smaller, moved(known, smaller)))));
                return;
            }
        }
    }

    private static Seen moved(Seen known, double at) {
        Curve.Point point = known.point();
        return new Seen(
                known.met(), new Curve.Point(at, point.chance(), point.value(), point.reason(), point.strain()));
    }

    private Reading reading(String id) {
        return Group.known(requirements, id).must().orElseThrow().reading();
    }

    private Place place(double at) {
        return places.computeIfAbsent(at, _ -> {
            Design design = scaled.apply(at);
            Loads loads = Loads.of(design);
            Map<String, Ends> ends = new LinkedHashMap<>();
            ids.forEach(id -> ends.put(id, new Ends(loads.gate(path(id), under), loads.end(path(id), under))));
            return new Place(design, loads.isIdle(under), ends, new BitSet(), new LinkedHashMap<>());
        });
    }

    /// Looks at all worlds. What arithmetic decides alone is not simulated: a path whose gate gets more than it can do
    /// answers nobody.
    private void look(double at) {
        Place place = place(at);
        Set<String> open = new LinkedHashSet<>();
        for (String id : ids) {
            if (place.isShut(id)) {
                Group.known(seen, id).put(at, shut(place, id, at));
            } else {
                open.add(id);
            }
        }
        if (!open.isEmpty()) {
            BitSet all = new BitSet();
            all.set(0, worlds);
            for (Verdict verdict : glance(place, at, open, all).verdicts()) {
                Curve.Point point =
                        point(place, verdict.id(), at, verdict.chance().orElseThrow(), Optional.of(verdict));
                Group.known(seen, verdict.id()).put(at, new Seen(Group.known(place.met(), verdict.id()), point));
            }
        }
    }

    private Glance glance(Place place, double at, Set<String> open, BitSet some) {
        tally.looking(at);
        Glance glance = assessor.glance(place.design(), open, some);
        effort = effort.plus(new Effort(glance.requests(), glance.events()));
        glance.met().forEach((id, met) -> {
            BitSet known = place.met().computeIfAbsent(id, _ -> new BitSet());
            known.andNot(glance.worlds());
            known.or(met);
        });
        place.known().or(glance.worlds());
        return glance;
    }

    private static Seen shut(Place place, String id, double at) {
        Loads.Offered gate = place.gate(id).orElseThrow();
        return new Seen(
                new BitSet(), new Curve.Point(at, 0, Optional.empty(), reason(gate), Optional.of(strain(gate))));
    }

    /// @param chance the share of worlds that meet it, which is no more than of those whose gate is not shut
    /// @param verdict where all worlds were simulated
    private static Curve.Point point(Place place, String id, double at, double chance, Optional<Verdict> verdict) {
        Optional<Loads.Offered> gate = place.gate(id);
        double most = 1 - gate.map(Loads.Offered::over).orElse(0.0);
        return new Curve.Point(
                at,
                Math.min(chance, most),
                verdict.flatMap(Verdict::value),
                most < chance
                        ? reason(gate.orElseThrow())
                        : verdict.map(Verdict::reason).orElse(""),
                Group.known(place.ends(), id).end().map(SimulatedGroup::strain));
    }

    private static String reason(Loads.Offered gate) {
        return "%s gets %s times what it can do, so its queue grows without bound"
                .formatted(gate.component(), Quantity.plain(gate.median()));
    }

    private static Curve.Strain strain(Loads.Offered offered) {
        return new Curve.Strain(offered.component(), offered.median());
    }

    private String path(String id) {
        return reading(id).requestsOf().map(Name::text).orElse("");
    }

    @Override
    public void narrow() {
        seen.forEach((id, points) -> LEVELS.forEach(level -> Bisection.narrow(
                new TreeSet<>(points.keySet()),
                PRECISION,
                at -> level.test(Group.known(points, at).point().chance()),
                (low, middle, high) ->
                        level.test(between(id, low, middle, high).point().chance()))));
        seen.keySet().forEach(this::tellEnds);
    }

    private Seen between(String id, double low, double middle, double high) {
        TreeMap<Double, Seen> points = Group.known(seen, id);
        Seen known = points.get(middle);
        if (known != null) {
            return known;
        }
        Place place = place(middle);
        Seen fresh = place.isShut(id)
                ? shut(place, id, middle)
                : between(
                        place,
                        id,
                        middle,
                        Group.known(points, low).met(),
                        Group.known(points, high).met());
        points.put(middle, fresh);
        return fresh;
    }

    private Seen between(Place place, String id, double at, BitSet low, BitSet high) {
        BitSet due = (BitSet) low.clone();
        due.xor(high);
        due.andNot(place.known());
        if (!due.isEmpty()) {
            glance(place, at, open(place), due);
        }
        BitSet met = (BitSet) low.clone();
        met.andNot(place.known());
        met.or(place.met().getOrDefault(id, new BitSet()));
        return new Seen(met, point(place, id, at, (double) met.cardinality() / worlds, Optional.empty()));
    }

    private Set<String> open(Place place) {
        Set<String> open = new LinkedHashSet<>(ids);
        open.removeIf(id -> place.isShut(id));
        return open;
    }

    /// Why a requirement breaks is read off all worlds beyond its break, unless arithmetic says it.
    private void tellEnds(String id) {
        Breaks.untold(Group.known(requirements, id).must().orElseThrow(), points(id))
                .forEach(beyond -> look(beyond.at()));
    }

    @Override
    public List<Curve.Point> points(String id) {
        return seen.getOrDefault(id, new TreeMap<>()).values().stream()
                .map(Seen::point)
                .toList();
    }
}
