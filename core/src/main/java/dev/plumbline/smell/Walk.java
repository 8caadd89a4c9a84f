package dev.plumbline.smell;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The components of a path by how its requests come to them.
final class Walk {
    private Walk() {}

    /// Those that every request of a path waits for: no share of them, no first of several, no call that is given up.
    /// None where there is no such path.
    static List<Component> always(Design design, String path) {
        List<Component> found = new ArrayList<>();
        Optional.ofNullable(design.paths().get(path)).ifPresent(steps -> always(design, steps, found));
        return found.stream().distinct().toList();
    }

    private static void always(Design design, Step step, List<Component> found) {
        switch (step) {
            case Step.Sequence(var steps, var _) -> steps.forEach(each -> always(design, each, found));
            case Step.Parallel(int need, var branches, var _) -> {
                if (need == branches.size()) {
                    branches.forEach(each -> always(design, each, found));
                }
            }
            case Step.When _, Step.Wait _ -> {}
            case Step.Call call -> {
                boolean awaited = call.timeout().isEmpty()
                        && call.fallback().isEmpty()
                        && call.hedge().isEmpty();
                Component component = design.components().get(call.target());
                if (awaited && component != null) {
                    found.add(component);
                }
            }
        }
    }

    /// The calls of a path itself, in its order.
    static List<Step.Call> calls(Step step) {
        return switch (step) {
            case Step.Sequence(var steps, var _) ->
                steps.stream().flatMap(each -> calls(each).stream()).toList();
            case Step.Parallel(var _, var branches, var _) ->
                branches.stream().flatMap(each -> calls(each).stream()).toList();
            case Step.When(var _, var then, var _) -> calls(then);
            case Step.Wait _ -> List.of();
            case Step.Call call -> List.of(call);
        };
    }
}
