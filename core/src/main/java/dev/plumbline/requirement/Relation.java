package dev.plumbline.requirement;

/// How a value has to stand to its target.
public enum Relation {
    AT_MOST("<="),
    LESS("<"),
    AT_LEAST(">="),
    MORE(">"),
    EQUAL("=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /// As the language writes it.
    public String symbol() {
        return symbol;
    }

    /// Whether `value` stands so to `target`, both in one unit. False if either is not a number.
    public boolean holds(double value, double target) {
        return switch (this) {
            case AT_MOST -> value <= target;
            case LESS -> value < target;
            case AT_LEAST -> value >= target;
            case MORE -> value > target;
            case EQUAL -> value == target;
        };
    }
}
