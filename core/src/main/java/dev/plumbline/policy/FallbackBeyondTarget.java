package dev.plumbline.policy;

import dev.plumbline.design.Component;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/// A fallback takes longer than a requirement allows for the whole path, so that whoever gets it is late.
final class FallbackBeyondTarget implements PolicyRule {
    private static final String RULE = "policy.fallback-beyond-target";
    private static final double MEDIAN = 0.5;

    @Override
    public List<Diagnostic> of(Policed policed) {
        List<Diagnostic> found = new ArrayList<>();
        for (CallSite site : policed.sites()) {
            site.call()
                    .fallback()
                    .ifPresent(fallback -> policed.limit(site.path())
                            .filter(limit -> takes(policed, fallback) > limit.seconds())
                            .ifPresent(limit -> found.add(finding(policed, site.call(), fallback, limit))));
        }
        return found;
    }

    private static Diagnostic finding(Policed policed, Step.Call call, String fallback, Policed.Limit limit) {
        return Policed.finding(
                RULE,
                call.place(),
                "the fallback %s takes %s even when nobody waits, and \"%s\" asks for %s"
                        .formatted(
                                fallback,
                                Policed.seconds(takes(policed, fallback)),
                                limit.requirement(),
                                limit.words()),
                "a fallback is there to answer in time when the call does not, and this one answers too late",
                "fall back to something that is at hand, such as a cached or constant answer");
    }

    /// The time of half of its requests, without any waiting.
    private static double takes(Policed policed, String target) {
        Component component = policed.design().components().get(target);
        if (component != null) {
            return policed.quantile(component, MEDIAN).orElse(0.0);
        }
        Step.Sequence steps = policed.design().paths().get(target);
        return steps == null ? 0 : takes(policed, steps);
    }

    private static double takes(Policed policed, Step step) {
        return switch (step) {
            case Step.Sequence(var steps, var _) ->
                steps.stream().mapToDouble(each -> takes(policed, each)).sum();
            case Step.Parallel(int need, var branches, var _) ->
                branches.stream()
                        .map(each -> takes(policed, each))
                        .sorted()
                        .skip(need - 1L)
                        .findFirst()
                        .orElse(0.0);
            case Step.When _ -> 0;
            case Step.Wait(var time, var _) -> policed.quantile(time, MEDIAN);
            case Step.Call call ->
                Math.min(
                        takes(policed, call.target()),
                        call.timeout().map(policed::of).orElse(Double.POSITIVE_INFINITY));
        };
    }
}
