package dev.plumbline.assessment;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Service;
import dev.plumbline.design.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The components that a path can reach, fallbacks included.
public final class Reached {
    private final Design design;
    private final Set<String> components = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();

    private Reached(Design design) {
        this.design = design;
    }

    /// By one path.
    public static Set<String> by(Design design, String path) {
        Reached reached = new Reached(design);
        reached.target(path);
        return reached.components;
    }

    /// The paths that one path takes, itself included.
    public static Set<String> pathsBy(Design design, String path) {
        Reached reached = new Reached(design);
        reached.target(path);
        return reached.paths;
    }

    /// By any path that is asked for.
    public static Set<String> byWorkload(Design design) {
        Reached reached = new Reached(design);
        design.workload().keySet().forEach(reached::target);
        return reached.components;
    }

    /// Of these components, those that do not say how long they take, so that nothing through them can be simulated.
    static List<String> withoutTime(Design design, Set<String> components) {
        List<String> found = new ArrayList<>();
        for (String name : components) {
            Component component = design.components().get(name);
            if (component != null && lacksTime(component.service())) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean lacksTime(Service service) {
        return switch (service) {
            case Service.Each _, Service.Shared _, Service.Batched _ -> false;
            case Service.Generation generation -> !generation.timed();
            case Service.Unstated _ -> true;
        };
    }

    private void target(String name) {
        Component component = design.components().get(name);
        if (component != null) {
            if (components.add(name)) {
                component.cache().flatMap(Component.Cache::behind).ifPresent(this::target);
            }
            return;
        }
        Step.Sequence steps = design.paths().get(name);
        if (steps != null && paths.add(name)) {
            walk(steps);
        }
    }

    private void walk(Step step) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(this::walk);
            case Step.Parallel(var _, var branches, var _) -> branches.forEach(this::walk);
            case Step.When(var _, var then, var _) -> walk(then);
            case Step.Wait _ -> {}
            case Step.Call call -> {
                target(call.target());
                call.fallback().ifPresent(this::target);
            }
        }
    }
}
