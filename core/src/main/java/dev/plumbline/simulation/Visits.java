package dev.plumbline.simulation;

import java.util.List;

/// How often a request comes to a station, by arithmetic: retries and fallbacks left out.
final class Visits {
    private Visits() {}

    /// Mean visits for each request that takes the step.
    static double of(Step step, String station) {
        return switch (step) {
            case Step.Visit(var visited) -> visited.equals(station) ? 1 : 0;
            case Step.Sequence(var steps) -> sum(steps, station);
            case Step.Together(var _, var branches) -> sum(branches, station);
            case Step.When(var share, var then, var otherwise) ->
                share * of(then, station) + (1 - share) * of(otherwise, station);
            case Step.Lookup(var _, var refill, var behind) -> (1 - refill.warm()) * of(behind, station);
            case Step.Pause _ -> 0;
            case Step.Call call -> of(call.of(), station);
        };
    }

    private static double sum(List<Step> steps, String station) {
        return steps.stream().mapToDouble(each -> of(each, station)).sum();
    }
}
