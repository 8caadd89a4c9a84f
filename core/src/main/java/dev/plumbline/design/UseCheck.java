package dev.plumbline.design;

import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Checks how the parts of a design hang together: paths that call themselves, parts that nothing uses.
final class UseCheck {
    private final Design design;
    private final Problems problems;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<String> open = new ArrayList<>();
    private final Set<String> done = new LinkedHashSet<>();
    private boolean timeouts;

    private UseCheck(Design design, Problems problems) {
        this.design = design;
        this.problems = problems;
    }

    static void inspect(Design design, Problems problems) {
        UseCheck check = new UseCheck(design, problems);
        design.paths().keySet().forEach(check::path);
        check.caches();
        check.orders();
        if (!problems.collected().hasErrors()) {
            // A name that was misspelt looks unused where it is defined.
            check.unusedComponents();
            check.sizes();
            check.unaskedPaths();
        }
    }

    static void noPath(Problems problems, String path, Place place, Names names) {
        problems.error(
                "design.workload-path",
                place,
                "there is no path \"%s\"".formatted(path),
                "a workload says how often a path is asked for",
                Nearest.to(path, names.paths()).map("write \"%s\""::formatted).orElse("add the path under \"paths:\""));
    }

    /// Depth first; a path that is met again while it is open calls itself.
    private void path(String name) {
        if (done.contains(name)) {
            return;
        }
        open.add(name);
        walk(design.paths().getOrDefault(name, new Step.Sequence(List.of(), design.start())));
        open.removeLast();
        done.add(name);
    }

    private void walk(Step step) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(this::walk);
            case Step.Parallel(var _, var branches, var _) -> branches.forEach(this::walk);
            case Step.When(var _, var then, var _) -> walk(then);
            case Step.Wait _ -> {}
            case Step.Call call -> {
                timeouts |= call.timeout().isPresent();
                reach(call.target(), call.place());
                call.fallback().ifPresent(fallback -> reach(fallback, call.place()));
            }
        }
    }

    private void reach(String target, Place place) {
        used.add(target);
        if (!design.paths().containsKey(target)) {
            return;
        }
        int start = open.indexOf(target);
        if (start >= 0) {
            List<String> cycle = new ArrayList<>(open.subList(start, open.size()));
            cycle.add(target);
            problems.error(
                    "design.path-cycle",
                    place,
                    "the path \"%s\" calls itself: %s".formatted(target, String.join(" -> ", cycle)),
                    "a request on it would never come to an end",
                    "take one of these calls out");
            return;
        }
        path(target);
    }

    private void unusedComponents() {
        Set<String> behind = new LinkedHashSet<>();
        design.components()
                .values()
                .forEach(component ->
                        component.cache().flatMap(Component.Cache::behind).ifPresent(behind::add));
        for (Component component : design.components().values()) {
            boolean stores = !component.holds().isEmpty();
            if (!used.contains(component.name()) && !behind.contains(component.name()) && !stores) {
                problems.warning(
                        "design.unused-component",
                        component.place(),
                        "no path uses \"%s\"".formatted(component.name()),
                        "it costs money and no requirement sees it; a call to it may have been forgotten",
                        "call it in a path, or remove it");
            }
        }
    }

    private void unaskedPaths() {
        design.paths().forEach((name, steps) -> {
            if (!used.contains(name) && !design.workload().containsKey(name)) {
                problems.warning(
                        "design.unasked-path",
                        steps.place(),
                        "nothing asks for the path \"%s\"".formatted(name),
                        "without a workload it gets no requests, so nothing about it can be simulated",
                        "give it a rate under \"workload:\", or call it from another path");
            }
        });
    }

    /// An order of a queue goes by something that requests have to have.
    private void orders() {
        boolean asked = design.components().values().stream()
                .anyMatch(each -> each.queue().order() == Order.PRIORITY);
        boolean given = design.workload().values().stream()
                .anyMatch(each -> each.priority().isPresent());
        for (Component component : design.components().values()) {
            switch (component.queue().order()) {
                case FIFO, LIFO -> {}
                case PRIORITY -> {
                    if (!given) {
                        noEffect(component.place(), component, "no path has a \"priority\" under \"workload:\"");
                    }
                }
                case DEADLINE -> {
                    if (!timeouts) {
                        noEffect(component.place(), component, "no call has a \"timeout\", which sets the deadline");
                    }
                }
            }
        }
        for (Workload workload : design.workload().values()) {
            if (workload.priority().isPresent() && !asked) {
                problems.warning(
                        "design.no-effect",
                        workload.place(),
                        "the priority of \"%s\" changes nothing: no queue is served by priority"
                                .formatted(workload.path()),
                        "whoever reads it would believe that its requests go first",
                        "write \"queue: {order: priority}\" where requests wait, or take the priority out");
            }
        }
    }

    private void noEffect(Place place, Component component, String why) {
        problems.warning(
                "design.no-effect",
                place,
                "the order \"%s\" of \"%s\" changes nothing: %s"
                        .formatted(component.queue().order().word(), component.name(), why),
                "its requests are served in the order in which they come",
                "give what the order goes by, or take it out");
    }

    /// A time per byte says nothing where no path says how large its requests are.
    private void sizes() {
        for (Component component : design.components().values()) {
            boolean sized = design.workload().values().stream()
                    .filter(workload -> workload.request().isPresent())
                    .anyMatch(workload -> Visits.of(design, workload.path()).containsKey(component.name()));
            if (component.perByte().isPresent() && !sized) {
                problems.warning(
                        "design.no-effect",
                        component.perByte().get().place(),
                        ("the time per byte of \"%s\" changes nothing: no path that comes here says how large its"
                                        + " requests are")
                                .formatted(component.name()),
                        "its requests take the same time whatever their size",
                        "add such as \"request: {p50: 4 KiB/req, p99: 200 KiB/req}\" to the workload");
            }
        }
    }

    private void caches() {
        for (Component component : design.components().values()) {
            List<String> chain = new ArrayList<>();
            String at = component.name();
            while (design.components().containsKey(at) && !chain.contains(at)) {
                chain.add(at);
                at = design.components()
                        .get(at)
                        .cache()
                        .flatMap(Component.Cache::behind)
                        .orElse("");
            }
            if (at.equals(component.name())) {
                chain.add(at);
                problems.error(
                        "design.cache-cycle",
                        component.place(),
                        "the cache \"%s\" is behind itself: %s".formatted(at, String.join(" -> ", chain)),
                        "a miss would never be answered",
                        "name a store behind it");
            }
        }
    }
}
