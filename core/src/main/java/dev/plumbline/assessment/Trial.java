package dev.plumbline.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a design shows of itself, for comparison with another design on the same luck.
///
/// @param verdicts of the requirements that were looked at, in file order
/// @param shortfalls by requirement: how far it is from being met, as a mean over worlds of the logarithm of value over
///     target; 0 where every world meets it, above 10 where a queue grows without bound; absent where nothing reads it
/// @param cost money per month; empty where nothing has a price
/// @param unpriced the components whose price nothing tells
public record Trial(
        List<Verdict> verdicts, Map<String, Double> shortfalls, Optional<Figure> cost, List<String> unpriced, Run run) {
    public Trial {
        verdicts = List.copyOf(verdicts);
        shortfalls = Map.copyOf(shortfalls);
        unpriced = List.copyOf(unpriced);
    }

    /// Which requirements to look at.
    public sealed interface Scope {
        /// All of them.
        record All() implements Scope {}

        /// One, and what else needs no further simulation.
        record Near(String requirement) implements Scope {}

        /// Some of them and nothing else.
        record Among(Set<String> requirements) implements Scope {
            public Among {
                requirements = Set.copyOf(requirements);
            }
        }
    }

    /// The verdict on a requirement, if it was looked at.
    public Optional<Verdict> verdict(String requirement) {
        return verdicts.stream().filter(each -> each.id().equals(requirement)).findFirst();
    }
}
