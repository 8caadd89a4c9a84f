package dev.plumbline.statistics;

/// An estimate with its confidence interval, `low <= value <= high`.
public record Interval(double value, double low, double high) {
    /// An estimate without spread.
    public static Interval exact(double value) {
        return new Interval(value, value, value);
    }

    /// Half the width as a share of the value; infinite when the value is zero and the width is not.
    public double relativeHalfWidth() {
        double half = (high - low) / 2;
        return half == 0 ? 0 : half / Math.abs(value);
    }

    public boolean contains(double truth) {
        return low <= truth && truth <= high;
    }
}
