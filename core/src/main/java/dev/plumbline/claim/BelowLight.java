package dev.plumbline.claim;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Region;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Spread;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Segments;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A time that light in fibre does not make: stated between two regions, or asked for by users far from what answers.
final class BelowLight implements ClaimRule {
    private static final String RULE = "claim.below-light";
    private static final List<String> ROUND_TRIP = List.of("rtt", "ping", "roundtrip", "round");
    /// Times that are no journey.
    private static final List<String> OTHERS =
            List.of("timeout", "jitter", "skew", "offset", "backoff", "interval", "every", "budget", "variance");

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        if (claimed.design().regions().size() > 1) {
            claimed.statements().stream()
                    .filter(each -> each.dimension().equals(Dimension.TIME))
                    .forEach(each -> stated(claimed, each).ifPresent(found::add));
            claimed.design()
                    .requirements()
                    .forEach(each -> each.must()
                            .flatMap(must -> asked(claimed, each, must))
                            .ifPresent(found::add));
        }
        return found;
    }

    /// `eu_us_rtt: 40 ms`: a name that says two regions, by their own names or those of their places.
    private static Optional<Diagnostic> stated(Claimed claimed, Statement statement) {
        List<Region> named = claimed.design().regions().values().stream()
                .filter(region -> names(statement, region.name()) || names(statement, region.at()))
                .toList();
        if (named.size() != 2 || statement.says(OTHERS)) {
            return Optional.empty();
        }
        boolean both = statement.says(ROUND_TRIP);
        Optional<Double> roundTrip = floor(claimed, named.getFirst(), named.getLast());
        double least = roundTrip.map(time -> both ? time : time / 2).orElse(0.0);
        if (statement.spread().low() >= least) {
            return Optional.empty();
        }
        String what = "\"%s\" is %s, and light in fibre takes %s from %s to %s%s"
                .formatted(
                        statement.name(),
                        statement.middle(),
                        Claimed.time(least),
                        named.getFirst().at(),
                        named.getLast().at(),
                        both ? " and back" : "");
        String why =
                "no packet is faster than light along the great circle, and real routes are 1.1 to 2.2 times as long";
        String mend = "measure it, or take %s".formatted(Claimed.time(least * ROUTE));
        return Optional.of(
                statement.spread().high() < least
                        ? Claimed.error(RULE, statement.place(), what, why, mend)
                        : Claimed.warning(RULE, statement.place(), what, why, mend));
    }

    /// What a real route usually takes over the least.
    private static final double ROUTE = 1.5;

    private static boolean names(Statement statement, String place) {
        String key = "_" + Facts.key(place) + "_";
        return ("_" + String.join("_", statement.words()) + "_").contains(key);
    }

    private static Optional<Double> floor(Claimed claimed, Region from, Region to) {
        List<Expression> degrees = new ArrayList<>();
        for (Region each : List.of(from, to)) {
            for (String attribute : List.of("latitude", "longitude")) {
                String path = Facts.ROOT + Facts.key(each.at()) + "." + attribute;
                if (claimed.design().facts().find(path).isEmpty()) {
                    return Optional.empty();
                }
                degrees.add(Expressions.name(path));
            }
        }
        Expression distance = Expressions.call("distance", degrees.toArray(Expression[]::new));
        return Optional.of(
                claimed.chips().spread(Expressions.call("rtt_floor", distance)).median());
    }

    /// A latency that users of a region cannot have, since all that answers lies in others.
    private static Optional<Diagnostic> asked(Claimed claimed, Requirement requirement, Sentence must) {
        boolean atMost = must.relation() == Relation.AT_MOST || must.relation() == Relation.LESS;
        Optional<Spread> target = claimed.target(requirement);
        if (!atMost || target.isEmpty() || !(must.reading() instanceof Reading.Latency(var statistic, var path))) {
            return Optional.empty();
        }
        double limit = target.get().median();
        double allowed = allowed(must, statistic);
        List<Component> awaited = Always.of(claimed.design(), path.text());
        return awaited.stream()
                .flatMap(each ->
                        far(claimed, each, limit, allowed)
                                .map(far -> tooFar(requirement, limit, each, far, true))
                                .stream())
                .findFirst()
                .or(() -> awaited.stream()
                        .flatMap(each -> far(claimed, each, limit / ROUTE, allowed)
                                .map(far -> tooFar(requirement, limit, each, far, false))
                                .stream())
                        .findFirst());
    }

    /// @param surely whether not even light is fast enough; else no usual route is
    private static Diagnostic tooFar(
            Requirement requirement, double limit, Component component, Far far, boolean surely) {
        String what = "\"%s\" asks for %s, and light in fibre takes %s from users in %s to %s in %s and back"
                .formatted(
                        requirement.id(),
                        Claimed.time(limit),
                        Claimed.time(far.seconds()),
                        far.region().at(),
                        component.name(),
                        far.nearest().at());
        String mend = "serve %s from a place nearer to them, or allow more"
                .formatted(far.region().name());
        String waits = "every request waits for %s, and ".formatted(component.name());
        return surely
                ? Claimed.error(RULE, requirement.place(), what, waits + "no packet is faster than that", mend)
                : Claimed.warning(
                        RULE,
                        requirement.place(),
                        what,
                        waits + "cables are not laid along great circles: a usual route takes "
                                + Claimed.time(far.seconds() * ROUTE),
                        mend);
    }

    /// The share of requests that may be slow.
    private static double allowed(Sentence must, Statistic statistic) {
        boolean eachRegion = must.segments() instanceof Segments.Every(var attribute)
                && attribute.text().equals("region");
        return switch (statistic) {
            case Statistic.Percentile percentile when !eachRegion -> 1 - percentile.level();
            case Statistic.Percentile _, Statistic.Max _ -> 0;
            case Statistic.Mean _ -> 1;
        };
    }

    /// Users and what they wait for.
    private record Far(Region region, Region nearest, double seconds) {}

    /// The regions whose users cannot be answered in time, if more of the load comes from them than may be slow.
    private static Optional<Far> far(Claimed claimed, Component component, double target, double allowed) {
        Design design = claimed.design();
        if (component.regions().isEmpty()) {
            return Optional.empty();
        }
        double late = 0;
        Optional<Far> worst = Optional.empty();
        for (Region region : design.regions().values()) {
            double share = region.share()
                    .flatMap(each -> claimed.spread(each.name()))
                    .map(Spread::median)
                    .orElse(0.0);
            Optional<Far> way = nearest(claimed, component, region).filter(each -> each.seconds() > target);
            if (share > 0 && way.isPresent()) {
                late += share;
                worst = worst.filter(each -> each.seconds() > way.get().seconds())
                        .or(() -> way);
            }
        }
        double slow = late;
        return worst.filter(_ -> slow > allowed);
    }

    /// The least time to the nearest place of a component; empty where one of the places is not known.
    private static Optional<Far> nearest(Claimed claimed, Component component, Region region) {
        Optional<Far> best = Optional.empty();
        for (String name : component.regions()) {
            Optional<Far> way = Optional.ofNullable(claimed.design().regions().get(name))
                    .flatMap(place -> floor(claimed, region, place).map(time -> new Far(region, place, time)));
            if (way.isEmpty()) {
                return Optional.empty();
            }
            best = best.filter(each -> each.seconds() <= way.get().seconds()).or(() -> way);
        }
        return best;
    }

    /// The components that every request of a path waits for: no share of them, no first of several, no call that may
    /// be given up or hedged.
    private static final class Always {
        private final Design design;
        private final List<Component> found = new ArrayList<>();
        private final List<String> open = new ArrayList<>();

        private Always(Design design) {
            this.design = design;
        }

        static List<Component> of(Design design, String path) {
            Always always = new Always(design);
            always.path(path);
            return always.found.stream().distinct().toList();
        }

        private void path(String path) {
            Step.Sequence steps = design.paths().get(path);
            if (steps != null && !open.contains(path)) {
                open.add(path);
                walk(steps);
                open.remove(path);
            }
        }

        private void walk(Step step) {
            switch (step) {
                case Step.Sequence(var steps, var _) -> steps.forEach(this::walk);
                case Step.Parallel(int need, var branches, var _)
                when need == branches.size() -> branches.forEach(this::walk);
                case Step.Parallel _, Step.When _, Step.Wait _ -> {}
                case Step.Call call -> {
                    Optional.ofNullable(design.components().get(call.target()))
                            .filter(_ -> call.fallback().isEmpty())
                            .ifPresent(found::add);
                    if (call.fallback().isEmpty()) {
                        path(call.target());
                    }
                }
            }
        }
    }
}
