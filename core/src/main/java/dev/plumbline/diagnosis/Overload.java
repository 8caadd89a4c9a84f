package dev.plumbline.diagnosis;

import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.Reached;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import java.util.Comparator;
import java.util.Optional;

/// A component gets more than it can do, so that there is no latency to speak of.
final class Overload {
    private static final String RULE = "latency.saturation";
    /// What is enough to serve the work has a little to spare.
    private static final double SPARE = 1.25;

    private Overload() {}

    static Optional<Cause> of(Design design, ScenarioResult scenario, String path, PathResult result) {
        return result.saturation()
                .flatMap(said -> Reached.by(design, path).stream()
                        .flatMap(name -> Optional.ofNullable(design.components().get(name)).stream())
                        .max(Comparator.comparingDouble(component -> offered(scenario, component)))
                        .map(worst -> cause(path, said, worst, offered(scenario, worst))));
    }

    private static double offered(ScenarioResult scenario, Component component) {
        return Optional.ofNullable(scenario.components().get(component.name()))
                .map(each -> each.offered().high())
                .orElse(0.0);
    }

    private static Cause cause(String path, String said, Component component, double offered) {
        double times = Math.max(1.1, Math.ceil(10 * SPARE * offered) / 10);
        return new Cause(
                RULE,
                path,
                component.name(),
                1,
                said,
                "what cannot be served waits: there is no percentile, and the longer one looks the larger it is",
                "give %s %s times its replicas, or less to do, or a limit to its queue so that it sheds"
                        .formatted(component.name(), Amounts.number(times)),
                component.place());
    }
}
