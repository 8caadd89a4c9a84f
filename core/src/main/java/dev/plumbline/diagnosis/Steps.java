package dev.plumbline.diagnosis;

import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Walks the steps of a design's paths.
record Steps(Design design) {

    /// All calls that a path leads to, those of the paths it calls included, in the order of the file.
    List<Step.Call> calls(String path) {
        List<Step.Call> found = new ArrayList<>();
        path(path, new HashSet<>(), found);
        return found;
    }

    private void path(String name, Set<String> seen, List<Step.Call> found) {
        Step.Sequence steps = design.paths().get(name);
        if (steps != null && seen.add(name)) {
            walk(steps, seen, found);
        }
    }

    private void walk(Step step, Set<String> seen, List<Step.Call> found) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> walk(each, seen, found));
            case Step.Parallel(int _, var branches, var _) -> branches.forEach(each -> walk(each, seen, found));
            case Step.When(var _, var then, var _) -> walk(then, seen, found);
            case Step.Wait _ -> {}
            case Step.Call call -> {
                found.add(call);
                path(call.target(), seen, found);
                call.fallback().ifPresent(each -> path(each, seen, found));
            }
        }
    }

    /// The first component that a component or path leads to; empty text where there is none.
    String first(String target) {
        return design.components().containsKey(target) ? target : first(target, new HashSet<>());
    }

    private String first(String path, Set<String> seen) {
        Step.Sequence steps = design.paths().get(path);
        return steps == null || !seen.add(path) ? "" : first(steps, seen);
    }

    private String first(Step step, Set<String> seen) {
        return switch (step) {
            case Step.Sequence(var steps, var _) -> steps.isEmpty() ? "" : first(steps.getFirst(), seen);
            case Step.Parallel(int _, var branches, var _) -> first(branches.getFirst(), seen);
            case Step.When(var _, var then, var _) -> first(then, seen);
            case Step.Wait _ -> "";
            case Step.Call(var target, var _, var _, var _, var _, var _, var _) ->
                design.components().containsKey(target) ? target : first(target, seen);
        };
    }

    /// The steps side by side that start with a component, so many of them; where they are written.
    List<Step.Parallel> forks(String path) {
        List<Step.Parallel> found = new ArrayList<>();
        Step.Sequence steps = design.paths().get(path);
        if (steps != null) {
            forks(steps, new HashSet<>(Set.of(path)), found);
        }
        return found;
    }

    private void forks(Step step, Set<String> seen, List<Step.Parallel> found) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> forks(each, seen, found));
            case Step.Parallel parallel -> {
                found.add(parallel);
                parallel.branches().forEach(each -> forks(each, seen, found));
            }
            case Step.When(var _, var then, var _) -> forks(then, seen, found);
            case Step.Wait _ -> {}
            case Step.Call call -> {
                Step.Sequence steps = design.paths().get(call.target());
                if (steps != null && seen.add(call.target())) {
                    forks(steps, seen, found);
                }
            }
        }
    }
}
