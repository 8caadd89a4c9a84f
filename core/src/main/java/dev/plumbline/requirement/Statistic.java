package dev.plumbline.requirement;

import java.math.BigDecimal;

/// Which of many requests a target is about.
public sealed interface Statistic {
    /// The value below which `percent` of a hundred requests lie. Decimal, so that `p99.9` prints as it was typed.
    ///
    /// @param percent above 0, below 100, with at most two decimals
    record Percentile(BigDecimal percent) implements Statistic {
        public Percentile {
            percent = percent.stripTrailingZeros();
            if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0 || percent.scale() > 2) {
                throw new IllegalArgumentException(
                        "The percentile (%s) must lie between 0 and 100, with at most two decimals."
                                .formatted(percent.toPlainString()));
            }
        }

        /// The share of requests below it, from 0 to 1.
        public double level() {
            return percent.movePointLeft(2).doubleValue();
        }
    }

    /// The arithmetic mean.
    record Mean() implements Statistic {}

    /// The greatest of all.
    record Max() implements Statistic {}

    /// As the language writes it: `p99.9`, `mean`, `max`.
    default String sentence() {
        return switch (this) {
            case Percentile(BigDecimal percent) -> "p" + percent.toPlainString();
            case Mean() -> "mean";
            case Max() -> "max";
        };
    }
}
