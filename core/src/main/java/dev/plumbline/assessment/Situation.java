package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.design.Scenario;
import java.util.Optional;

/// The conditions under which a design is judged.
public sealed interface Situation {
    /// The name under which results are reported.
    String name();

    /// The average load, for as long as it takes.
    record Average() implements Situation {
        @Override
        public String name() {
            return "average";
        }
    }

    /// The peak load, for as long as it takes.
    record Peak() implements Situation {
        @Override
        public String name() {
            return "peak";
        }
    }

    /// A scenario of the design, on top of the peak load.
    record During(Scenario scenario) implements Situation {
        @Override
        public String name() {
            return scenario.name();
        }
    }

    /// A stated load in requests per second on one path; the others keep their share of it.
    ///
    /// @param name the load as written
    record Stated(String name, String path, double perSecond) implements Situation {}

    /// The situation of that name: `average`, `peak` or one of the design's scenarios.
    static Optional<Situation> named(Design design, String name) {
        return switch (name) {
            case "average" -> Optional.of(new Average());
            case "peak" -> Optional.of(new Peak());
            default -> Optional.ofNullable(design.scenarios().get(name)).map(During::new);
        };
    }
}
