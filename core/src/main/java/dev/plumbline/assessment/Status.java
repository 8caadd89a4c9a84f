package dev.plumbline.assessment;

/// What evidence says about a requirement.
public enum Status {
    /// Met in at least 95 % of worlds.
    MET("met"),
    /// Met in some worlds and not in others.
    AT_RISK("at risk"),
    /// Met in at most 5 % of worlds.
    MISSED("missed"),
    /// The requirement is at fault: it names nothing that could be measured.
    UNMEASURABLE("unmeasurable"),
    /// Nothing computed here reads its meter.
    NO_EVIDENCE("no evidence");

    /// The chance from which a requirement counts as met, and below whose complement it counts as missed.
    public static final double SURE = 0.95;

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /// The status as reports print it.
    public String words() {
        return words;
    }

    /// The status of a requirement that holds in this share of worlds.
    public static Status of(double chance) {
        if (chance >= SURE) {
            return MET;
        }
        return chance <= 1 - SURE ? MISSED : AT_RISK;
    }
}
