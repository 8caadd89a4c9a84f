package dev.plumbline.assessment;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What some worlds show of requirements that are simulated.
///
/// @param worlds the numbers of those that were looked at: the ones that were asked for, or all where nothing about the
///     simulation is unknown
/// @param met by requirement, which of them meet it; those that nothing reads are left out
/// @param verdicts of the requirements, where all worlds were looked at
/// @param requests simulated
/// @param events simulated
public record Glance(BitSet worlds, Map<String, BitSet> met, List<Verdict> verdicts, long requests, long events) {
    public Glance {
        met = Map.copyOf(met);
        verdicts = List.copyOf(verdicts);
    }
}
