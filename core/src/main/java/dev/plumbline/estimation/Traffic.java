package dev.plumbline.estimation;

import dev.plumbline.design.Region;
import dev.plumbline.design.Visits;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Requests per time: on average, at peak, from each region, at each component, and how they grow in a year.
final class Traffic {
    private static final String REQUESTS = ".requests";

    private final Formulas formulas;
    private final Map<String, List<Expression>> average = new LinkedHashMap<>();
    private final Map<String, List<Expression>> peak = new LinkedHashMap<>();

    private final Set<Expression> factors = new HashSet<>();

    private Traffic(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Traffic traffic = new Traffic(formulas);
        formulas.design().workload().values().forEach(traffic::path);
        traffic.total();
        traffic.average.forEach(
                (component, terms) -> formulas.detail(Topic.TRAFFIC, component + ".arrivals", Expressions.sum(terms)));
        traffic.peak.forEach((component, terms) ->
                formulas.detail(Topic.TRAFFIC, component + ".peak_arrivals", Expressions.sum(terms)));
        formulas.design()
                .components()
                .values()
                .forEach(component -> component
                        .cache()
                        .filter(cache -> cache.population().isPresent())
                        .ifPresent(cache ->
                                formulas.show(Topic.TRAFFIC, cache.hit().name())));
        formulas.design()
                .sources()
                .values()
                .forEach(source -> formulas.show(Topic.TRAFFIC, source.rate().name()));
        traffic.gaps();
    }

    private void path(Workload workload) {
        String path = workload.path();
        Expression requests = formulas.put(Topic.TRAFFIC, path + REQUESTS, asRequests(workload));
        Expression busiest = formulas.put(
                Topic.TRAFFIC,
                path + ".peak_requests",
                Expressions.times(requests, Expressions.name(workload.peak().name())));
        for (Region region : formulas.design().regions().values()) {
            region.share()
                    .filter(_ -> formulas.design().regions().size() > 1)
                    .ifPresent(share -> formulas.put(
                            Topic.TRAFFIC,
                            path + ".peak_from_" + region.name(),
                            Expressions.times(busiest, Expressions.name(share.name()))));
        }
        Growing.inAYear(formulas.design().sheet(), workload.rate().name())
                .ifPresent(factor -> growth(path + ".growth_in_a_year", factor));
        Visits.of(formulas.design(), path).forEach((component, visits) -> {
            average.computeIfAbsent(component, _ -> new ArrayList<>()).add(times(requests, visits));
            peak.computeIfAbsent(component, _ -> new ArrayList<>()).add(times(busiest, visits));
        });
    }

    /// Paths that grow alike are told once.
    private void growth(String name, Expression factor) {
        if (factors.add(factor)) {
            formulas.put(Topic.TRAFFIC, name, factor);
        } else {
            formulas.detail(Topic.TRAFFIC, name, factor);
        }
    }

    /// The product, or the rate itself where every request visits once.
    private static Expression times(Expression rate, Expression visits) {
        return visits.equals(Expressions.number(1)) ? rate : Expressions.times(rate, visits);
    }

    /// A path's rate counted in requests, whatever its author calls them.
    private Expression asRequests(Workload workload) {
        Dimension counted = formulas.dimension(workload.rate().name()).times(Dimension.TIME);
        Expression rate = Expressions.name(workload.rate().name());
        return counted.equals(Dimension.REQUEST)
                ? rate
                : Expressions.times(rate, Formulas.one(Dimension.REQUEST.per(counted)));
    }

    private void total() {
        List<Expression> all = formulas.design().workload().keySet().stream()
                .map(path -> (Expression) Expressions.name(path + REQUESTS))
                .toList();
        if (!all.isEmpty()) {
            formulas.detail(Topic.TRAFFIC, "requests", Expressions.sum(all));
        }
    }

    private void gaps() {
        if (formulas.design().workload().isEmpty()) {
            formulas.gap(Topic.TRAFFIC, "requests", "say how often a path is asked for under \"workload:\"");
        }
        boolean grows = formulas.design().workload().keySet().stream()
                .anyMatch(path -> formulas.has(path + ".growth_in_a_year"));
        if (!grows) {
            formulas.gap(
                    Topic.TRAFFIC,
                    "growth",
                    "add \"grows: 5 %/month\" to the assumption that the load follows, and a \"horizon:\"");
        }
    }
}
