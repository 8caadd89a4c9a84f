package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The availability of a path as a formula over the availabilities of its components, taken as independent.
///
/// In series shares multiply; of parallel branches k of n must work; a call with a fallback fails only when both do; a
/// retry of the same component does not help, since an outage outlives it.
public final class AvailabilityFormula {
    private final Design design;
    private final Set<String> unstated = new LinkedHashSet<>();

    private AvailabilityFormula(Design design) {
        this.design = design;
    }

    /// The formula, or the components that do not say how available they are.
    public sealed interface Outcome {
        record Formula(Expression expression) implements Outcome {}

        record Unstated(List<String> components) implements Outcome {}
    }

    /// Of a path or a single component.
    public static Outcome of(Design design, String thing) {
        AvailabilityFormula formula = new AvailabilityFormula(design);
        Expression expression = formula.target(thing);
        return formula.unstated.isEmpty()
                ? new Outcome.Formula(expression)
                : new Outcome.Unstated(List.copyOf(formula.unstated));
    }

    private Expression target(String name) {
        Component component = design.components().get(name);
        if (component == null) {
            Step.Sequence path = design.paths().get(name);
            return path == null ? Expressions.number(1) : step(path);
        }
        Expression own = own(component);
        Optional<Component.Cache> cache = component.cache();
        if (cache.isEmpty() || cache.get().behind().isEmpty()) {
            return own;
        }
        Expression hit = Expressions.share(Expressions.name(cache.get().hit().name()));
        Expression behind = target(cache.get().behind().get());
        Expression missed = Expressions.times(Expressions.minus(Expressions.number(1), hit), behind);
        return Expressions.times(own, Expressions.plus(hit, missed));
    }

    private Expression own(Component component) {
        if (component.available().isEmpty()) {
            unstated.add(component.name());
            return Expressions.number(1);
        }
        return Expressions.name(component.available().get().name());
    }

    private Expression step(Step step) {
        return switch (step) {
            case Step.Sequence(var steps, var _) ->
                Expressions.product(steps.stream()
                        .filter(each -> !(each instanceof Step.Wait))
                        .map(this::step)
                        .toList());
            case Step.Wait _ -> Expressions.number(1);
            case Step.When(var share, var then, var _) -> {
                Expression chance = Expressions.share(Expressions.name(share.name()));
                Expression without = Expressions.minus(Expressions.number(1), chance);
                yield Expressions.plus(without, Expressions.times(chance, step(then)));
            }
            case Step.Parallel(int need, var branches, var _) -> {
                List<Expression> each = branches.stream().map(this::step).toList();
                yield need == each.size() ? Expressions.product(each) : atLeast(need, each);
            }
            case Step.Call call ->
                call.fallback()
                        .map(fallback -> either(target(call.target()), target(fallback)))
                        .orElseGet(() -> target(call.target()));
        };
    }

    private static Expression either(Expression first, Expression second) {
        return Expressions.minus(
                Expressions.number(1),
                Expressions.times(
                        Expressions.minus(Expressions.number(1), first),
                        Expressions.minus(Expressions.number(1), second)));
    }

    /// At least `need` of the branches work, by conditioning on the first of them; size grows with need times branches.
    private static Expression atLeast(int need, List<Expression> branches) {
        if (need <= 0) {
            return Expressions.number(1);
        }
        if (need > branches.size()) {
            return Expressions.number(0);
        }
        if (need == branches.size()) {
            return Expressions.product(branches);
        }
        if (need == 1) {
            List<Expression> down = new ArrayList<>();
            branches.forEach(each -> down.add(Expressions.minus(Expressions.number(1), each)));
            return Expressions.minus(Expressions.number(1), Expressions.product(down));
        }
        Expression first = branches.getFirst();
        List<Expression> rest = branches.subList(1, branches.size());
        return Expressions.plus(
                Expressions.times(first, atLeast(need - 1, rest)),
                Expressions.times(Expressions.minus(Expressions.number(1), first), atLeast(need, rest)));
    }
}
