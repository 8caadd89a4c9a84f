package dev.plumbline.assessment;

import dev.plumbline.requirement.RequirementKind;

/// What would show that a promise holds which no engine can compute.
final class Declarations {
    private Declarations() {}

    static String proof(RequirementKind kind) {
        return switch (kind) {
            case RECOVERY -> "rehearse the fault and take the time";
            case DURABILITY -> "rehearse the fault and count what is lost";
            case LABEL_DELAY -> "measure when labels arrive";
            case COLD_START -> "measure a replica's first good answer";
            case SCALING -> "measure it with a step in load";
            case PRIVACY -> "erase a test person and look everywhere";
            case RESIDENCY -> "list all copies, backups and logs included";
            case EXPLAINABILITY -> "count the decisions that were given their reasons";
            case ROLLBACK -> "rehearse it and take the time";
            case AUDIT -> "make an old prediction again";
            case QUALITY, CALIBRATION, FAIRNESS -> "measure it on labelled traffic";
            case ONLINE_EFFECT -> "compare those who have it with those who do not";
            case SAFETY -> "have a sample of its answers judged";
            case LATENCY,
                    TIME_TO_FIRST_TOKEN,
                    TIME_PER_OUTPUT_TOKEN,
                    THROUGHPUT,
                    CAPACITY,
                    AVAILABILITY,
                    FRESHNESS,
                    STALENESS,
                    DRIFT,
                    SKEW,
                    COST,
                    FALLBACK,
                    RETRAINING,
                    CARBON,
                    USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> "measure it";
        };
    }
}
