package dev.plumbline.proposal;

import dev.plumbline.requirement.RequirementKind;

/// Targets to begin a talk with, where nothing is known of the system.
final class CustomaryTargets {
    private CustomaryTargets() {}

    static Answer of(RequirementKind kind) {
        return switch (kind) {
            case LATENCY -> Answer.usual("1 s", "longer waits break the flow of thought (Nielsen 1993, chapter 5)");
            case TIME_TO_FIRST_TOKEN ->
                Answer.usual("1 s", "longer waits break the flow of thought (Nielsen 1993, chapter 5)");
            case TIME_PER_OUTPUT_TOKEN ->
                Answer.usual("100 ms", "ten tokens a second, twice as fast as people read (Brysbaert 2019)");
            case THROUGHPUT -> Answer.usual("the peak hour times 1.5", "room for a peak that was not foreseen");
            case CAPACITY -> Answer.usual("what 12 months of growth will bring", "ordering machines takes months");
            case AVAILABILITY ->
                Answer.usual("99.9 %", "43.2 min may be lost in 30 days: one incident, found and mended");
            case RECOVERY -> Answer.usual("30 min", "someone has to wake up, look and act");
            case DURABILITY -> Answer.usual("5 min", "one interval of copying a log");
            case FRESHNESS -> Answer.usual("1 min", "older features miss what a person did in this visit");
            case STALENESS -> Answer.usual("1 %", "reads that miss an acknowledged write");
            case QUALITY -> Answer.usual("the baseline's value and more", "what is no better needs no model");
            case CALIBRATION -> Answer.usual("2 %", "below it, stated chances can be taken at their word");
            case ONLINE_EFFECT -> Answer.usual("1 %", "a smaller lift takes months to tell from chance");
            case FAIRNESS -> Answer.usual("5 %", "a smaller gap drowns in noise below 492 people a group");
            case DRIFT -> Answer.usual("0.2", "a PSI from there on is a shift that credit risk acts on (Siddiqi 2006)");
            case LABEL_DELAY -> Answer.usual("35 day", "a month's cycle and its corrections");
            case SKEW -> Answer.usual("0.1 %", "one row in a thousand, sampled");
            case COLD_START -> Answer.usual("30 s", "a scale-out that takes longer comes after the peak");
            case SCALING -> Answer.usual("5 min", "twice the load, served within it");
            case COST -> Answer.usual("what the budget holds", "only who pays knows it");
            case PRIVACY -> Answer.usual("30 day", "one month, GDPR article 12 (3)");
            case RESIDENCY -> Answer.usual("100 %", "backups and logs included");
            case EXPLAINABILITY ->
                Answer.usual("100 %", "of adverse decisions, each with the three reasons that weighed most");
            case FALLBACK -> Answer.usual("1 %", "of requests; more, and the fallback is the product");
            case RETRAINING -> Answer.usual("30 day", "until its age is measured to matter less");
            case ROLLBACK -> Answer.usual("15 min", "shorter than the time in which a bad model does harm unseen");
            case SAFETY ->
                Answer.usual("1 %", "none in a sample of 300 shows it, with 95 % confidence (rule of three)");
            case CARBON -> Answer.usual("what it is today", "and less from there");
            case AUDIT -> Answer.usual("24 month", "as long as a decision may be disputed");
            case USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> Answer.usual(kind.proposal(), "that can be checked");
        };
    }
}
