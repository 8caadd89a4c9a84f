package dev.plumbline.report;

import dev.plumbline.assessment.PathResult;
import java.util.Map;

/// Percentiles that a path has too few requests for.
final class Rare {
    private static final Map<String, Double> ABOVE =
            Map.of("p50", 0.5, "p90", 0.1, "p95", 0.05, "p99", 0.01, "p999", 0.001);

    private Rare() {}

    /// Whether less than one request of a world is expected above a percentile, so that it would be the slowest of
    /// them.
    static boolean is(PathResult path, String statistic) {
        double worlds = path.profile().map(profile -> (double) profile.worlds()).orElse(1.0);
        return path.requests() / worlds * ABOVE.getOrDefault(statistic, 1.0) < 1;
    }
}
