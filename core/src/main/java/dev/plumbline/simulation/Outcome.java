package dev.plumbline.simulation;

/// How a request, a branch or an attempt ends, as numbers for arrays.
final class Outcome {
    static final int TIMED_OUT = 0;
    static final int SHED = 1;
    static final int FAILED = 2;
    /// Outcomes below this are failures.
    static final int FAILURES = 3;

    static final int ANSWERED = 3;
    static final int FALLBACK = 4;
    static final int ALL = 5;

    private Outcome() {}
}
