package dev.plumbline.requirement;

import java.util.List;

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
            "lift");

    private Metrics() {}
}
