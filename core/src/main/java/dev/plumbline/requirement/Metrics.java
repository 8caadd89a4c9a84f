package dev.plumbline.requirement;

import java.util.List;
import java.util.Set;

/// Metrics of models that are in common use. Others may be named too; these serve to catch slips.
final class Metrics {
    static final List<String> KNOWN = List.of(
            "accuracy",
            "auc",
            "pr-auc",
            "precision",
            "recall",
            "f1",
            "true-positive-rate",
            "false-positive-rate",
            "true-negative-rate",
            "false-negative-rate",
            "selection-rate",
            "log-loss",
            "brier",
            "calibration",
            "ece",
            "ndcg",
            "mrr",
            "map",
            "hit-rate",
            "coverage",
            "diversity",
            "mae",
            "rmse",
            "mape",
            "bleu",
            "rouge",
            "perplexity",
            "groundedness",
            "faithfulness",
            "toxicity",
            "refusal-rate",
            "unsupported-rate",
            "harmful-rate",
            "lift");

    /// Those of which less is better.
    static final Set<String> SMALL = Set.of(
            "false-positive-rate",
            "false-negative-rate",
            "log-loss",
            "brier",
            "calibration",
            "ece",
            "mae",
            "rmse",
            "mape",
            "perplexity",
            "toxicity",
            "unsupported-rate",
            "harmful-rate");

    private static final Set<String> OF_CALIBRATION = Set.of("calibration", "ece", "brier");
    private static final Set<String> OF_TEXTS =
            Set.of("groundedness", "faithfulness", "toxicity", "refusal-rate", "unsupported-rate", "harmful-rate");

    /// What a requirement on a metric is about.
    static RequirementKind kind(String metric) {
        if (OF_CALIBRATION.contains(metric)) {
            return RequirementKind.CALIBRATION;
        }
        if (OF_TEXTS.contains(metric)) {
            return RequirementKind.SAFETY;
        }
        return metric.equals("lift") ? RequirementKind.ONLINE_EFFECT : RequirementKind.QUALITY;
    }

    private Metrics() {}
}
