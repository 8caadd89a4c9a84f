package dev.plumbline.scale;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Trial;
import dev.plumbline.design.Design;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/// Requirements that arithmetic decides.
final class EstimatedGroup implements Group {
    private static final double PRECISION = 1.005;

    private final Set<String> ids;
    private final DoubleFunction<Design> scaled;
    private final Assessor assessor;
    private final Tally tally;
    private final Map<String, TreeMap<Double, Curve.Point>> seen = new LinkedHashMap<>();

    /// @param scaled the design at a scale
    EstimatedGroup(Set<String> ids, DoubleFunction<Design> scaled, Assessor assessor, Tally tally) {
        this.ids = ids;
        this.scaled = scaled;
        this.assessor = assessor;
        this.tally = tally;
        ids.forEach(id -> seen.put(id, new TreeMap<>()));
    }

    @Override
    public Set<String> ids() {
        return ids;
    }

    @Override
    public void look(List<Double> grid) {
        grid.forEach(at -> look(ids, at));
    }

    private void look(Set<String> some, double at) {
        tally.looking(at);
        assessor.trial(scaled.apply(at), new Trial.Scope.Among(some))
                .verdicts()
                .forEach(verdict -> verdict.chance()
                        .ifPresent(chance -> Group.known(seen, verdict.id())
                                .put(
                                        at,
                                        new Curve.Point(
                                                at, chance, verdict.value(), verdict.reason(), Optional.empty()))));
    }

    @Override
    public void narrow() {
        seen.forEach((id, points) -> LEVELS.forEach(level -> Bisection.narrow(
                new TreeSet<>(points.keySet()),
                PRECISION,
                at -> level.test(Group.known(points, at).chance()),
                (_, middle, _) -> {
                    if (!points.containsKey(middle)) {
                        look(Set.of(id), middle);
                    }
                    return level.test(Group.known(points, middle).chance());
                })));
    }

    @Override
    public List<Curve.Point> points(String id) {
        return List.copyOf(seen.getOrDefault(id, new TreeMap<>()).values());
    }

    @Override
    public Effort effort() {
        return Effort.NONE;
    }
}
