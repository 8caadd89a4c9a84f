package dev.plumbline.scorecard;

/// What an item is given.
public enum Points {
    /// Nothing is said of it.
    NONE(0),
    /// It is declared and could be measured, or was done by hand.
    HALF(1),
    /// It is verified here, or by a job that the design names.
    ONE(2);

    private final int halves;

    Points(int halves) {
        this.halves = halves;
    }

    /// Half points, so that sums stay whole numbers.
    public int halves() {
        return halves;
    }
}
