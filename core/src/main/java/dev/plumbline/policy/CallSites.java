package dev.plumbline.policy;

import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Valuation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Walks the paths that are asked for, and what they call, and gathers the calls. One that is reached in several ways
/// is one site: with the sum of their rates, and the most impatient of their callers.
final class CallSites {
    private final Design design;
    private final Valuation worlds;
    private final Map<Place, CallSite> found = new LinkedHashMap<>();

    CallSites(Design design, Valuation worlds) {
        this.design = design;
        this.worlds = worlds;
    }

    List<CallSite> all() {
        design.workload().values().forEach(each -> {
            double rate = middle(each.rate().name()) * middle(each.peak().name());
            path(each.path(), rate, Optional.empty());
        });
        return List.copyOf(found.values());
    }

    private void path(String name, double rate, Optional<Step.Call> caller) {
        Step.Sequence steps = design.paths().get(name);
        if (steps != null) {
            walk(name, steps, rate, caller);
        }
    }

    private void walk(String path, Step step, double rate, Optional<Step.Call> caller) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> walk(path, each, rate, caller));
            case Step.Parallel(int _, var branches, var _) -> branches.forEach(each -> walk(path, each, rate, caller));
            case Step.When(var share, var then, var _) -> walk(path, then, rate * middle(share.name()), caller);
            case Step.Wait _ -> {}
            case Step.Call call -> {
                found.merge(call.place(), new CallSite(path, call, rate, caller), this::both);
                path(call.target(), rate, sooner(Optional.of(call), caller));
                call.fallback().ifPresent(fallback -> path(fallback, 0, caller));
            }
        }
    }

    private CallSite both(CallSite one, CallSite other) {
        return new CallSite(one.path(), one.call(), one.rate() + other.rate(), sooner(one.caller(), other.caller()));
    }

    /// The call that gives up first; one without a timeout never does.
    private Optional<Step.Call> sooner(Optional<Step.Call> one, Optional<Step.Call> other) {
        Optional<Step.Call> first = one.filter(call -> call.timeout().isPresent());
        Optional<Step.Call> second = other.filter(call -> call.timeout().isPresent());
        if (first.isEmpty() || second.isEmpty()) {
            return first.isPresent() ? first : second;
        }
        return timeout(first.get()) <= timeout(second.get()) ? first : second;
    }

    private double timeout(Step.Call call) {
        return middle(call.timeout().orElseThrow().name());
    }

    private double middle(String name) {
        return worlds.spread(name).median();
    }
}
