package dev.plumbline.workshop;

/// The eight parts of the 45 minutes, in their order. Frameworks for design interviews leave faults and the tail to the
/// end, if at all; here they have eight minutes of their own.
public enum Stage {
    ASK(1, "ask and stakes", 4, "the asks are written down as they were said"),
    MEASURE(2, "make it measurable", 8, "each ask has a target, a load and a window, or is open"),
    FRAME(3, "frame", 5, "the baseline has a number"),
    ESTIMATE(4, "estimate", 5, "every figure has a unit and a source"),
    DATA(5, "data", 7, "ages and labels are promised and hold"),
    SERVE(6, "serve, tail, faults", 8, "each requirement has a verdict"),
    EVALUATE(7, "evaluate and roll out", 4, "there is a gate, a canary and a way back"),
    RUN(8, "run it and sum up", 4, "decisions and open questions are listed");

    /// The whole workshop.
    public static final int MINUTES = 45;

    private final int number;
    private final String title;
    private final int minutes;
    private final String done;

    Stage(int number, String title, int minutes, String done) {
        this.number = number;
        this.title = title;
        this.minutes = minutes;
        this.done = done;
    }

    public String title() {
        return title;
    }

    /// How long it may take.
    public int minutes() {
        return minutes;
    }

    /// What there is when it is done.
    public String done() {
        return done;
    }

    /// Its number, from 1.
    public int number() {
        return number;
    }

    /// Minutes from the beginning of the workshop until it should be done.
    public int until() {
        int until = 0;
        for (Stage each : values()) {
            until += each.compareTo(this) <= 0 ? each.minutes : 0;
        }
        return until;
    }
}
