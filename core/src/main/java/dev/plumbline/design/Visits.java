package dev.plumbline.design;

import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often one request of a path reaches each component, as formulas over the design's own names.
///
/// Retries, hedges and fallbacks are left out: they depend on how often calls fail, which only a simulation knows.
public final class Visits {
    private final Map<String, Component> components;
    private final Map<String, Step.Sequence> paths;
    private final Map<String, List<Expression>> terms = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    private Visits(Map<String, Component> components, Map<String, Step.Sequence> paths) {
        this.components = components;
        this.paths = paths;
    }

    /// The mean number of visits by component; components that the path never reaches are absent.
    public static Map<String, Expression> of(Design design, String path) {
        return of(design.components(), design.paths(), path);
    }

    /// The same while a design is read. What calls itself, which is a fault, is followed once.
    static Map<String, Expression> of(
            Map<String, Component> components, Map<String, Step.Sequence> paths, String path) {
        Visits visits = new Visits(components, paths);
        Step.Sequence steps = paths.get(path);
        if (steps != null) {
            visits.walk(steps, List.of());
        }
        Map<String, Expression> sums = new LinkedHashMap<>();
        visits.terms.forEach((component, terms) -> sums.put(component, total(terms)));
        return sums;
    }

    /// Equal terms, as of a fan-out, are counted instead of written one by one.
    private static Expression total(List<Expression> terms) {
        Map<Expression, Integer> counted = new LinkedHashMap<>();
        terms.forEach(term -> counted.merge(term, 1, Integer::sum));
        List<Expression> sum = new ArrayList<>();
        counted.forEach(
                (term, count) -> sum.add(count == 1 ? term : Expressions.times(Expressions.number(count), term)));
        return Expressions.sum(sum);
    }

    private void walk(Step step, List<Expression> share) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> walk(each, share));
            case Step.Parallel(var _, var branches, var _) -> branches.forEach(each -> walk(each, share));
            case Step.When(var chance, var then, var _) ->
                walk(then, with(share, Expressions.share(Expressions.name(chance.name()))));
            case Step.Wait _ -> {}
            case Step.Call call -> call(call.target(), share);
        }
    }

    private void call(String target, List<Expression> share) {
        if (!open.add(target)) {
            return;
        }
        Component component = components.get(target);
        if (component == null) {
            Step.Sequence path = paths.get(target);
            if (path != null) {
                walk(path, share);
            }
        } else {
            visit(component, share);
        }
        open.remove(target);
    }

    private void visit(Component component, List<Expression> share) {
        terms.computeIfAbsent(component.name(), _ -> new ArrayList<>()).add(Expressions.product(share));
        component
                .cache()
                .ifPresent(cache -> cache.behind().ifPresent(behind -> {
                    Expression miss = Expressions.minus(
                            Expressions.number(1),
                            Expressions.share(Expressions.name(cache.hit().name())));
                    call(behind, with(share, miss));
                }));
    }

    private static List<Expression> with(List<Expression> share, Expression more) {
        List<Expression> longer = new ArrayList<>(share);
        longer.add(more);
        return longer;
    }
}
