package dev.plumbline.workshop;

/// What a practice is scored in; the weights sum to 100.
public enum Skill {
    REQUIREMENTS("requirements", 20),
    FRAMING("framing", 10),
    ESTIMATION("estimation", 15),
    DATA("data", 20),
    SERVING("serving, tail and faults", 20),
    OPERATION("evaluation and operation", 15);

    private final String title;
    private final int weight;

    Skill(String title, int weight) {
        this.title = title;
        this.weight = weight;
    }

    public String title() {
        return title;
    }

    /// The points that can be had.
    public int weight() {
        return weight;
    }

    /// The skill that a stage asks for.
    static Skill of(Stage stage) {
        return switch (stage) {
            case ASK, MEASURE -> REQUIREMENTS;
            case FRAME -> FRAMING;
            case ESTIMATE -> ESTIMATION;
            case DATA -> DATA;
            case SERVE -> SERVING;
            case EVALUATE, RUN -> OPERATION;
        };
    }
}
