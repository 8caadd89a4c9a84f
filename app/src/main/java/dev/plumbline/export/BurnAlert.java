package dev.plumbline.export;

import java.math.BigDecimal;
import java.util.List;

/// When an error budget burns too fast: over a long window, and over a short one so that the alert ends soon after the
/// trouble does. Two of each severity make the multi-window, multi-burn-rate alerts of B. Beyer et al., "The Site
/// Reliability Workbook" (2018), chapter 5, recommended parameters.
///
/// @param severity `page` or `ticket`
/// @param speed `quick` or `slow`
/// @param spentPercent the share of the budget that is gone when it fires
/// @param longWindow as Prometheus writes it
/// @param shortWindow as Prometheus writes it
/// @param factor how many times faster than allowed the budget burns
record BurnAlert(
        String severity,
        String speed,
        BigDecimal spentPercent,
        String longWindow,
        String shortWindow,
        BigDecimal factor) {
    /// Shorter periods than this are shorter than sensible alert windows.
    static final int FEWEST_DAYS = 7;

    /// From here on the workbook's shares of the budget are kept; for a shorter period they would alert on a budget
    /// that
    /// is not even spent in time, so there its factors are.
    private static final int FROM_DAYS = 28;

    private static final BigDecimal USUAL_DAYS = BigDecimal.valueOf(30);

    private enum Row {
        PAGE_QUICK(2, 1, "1h", "5m"),
        PAGE_SLOW(5, 6, "6h", "30m"),
        TICKET_QUICK(10, 24, "1d", "2h"),
        TICKET_SLOW(10, 72, "3d", "6h");

        private final BigDecimal percent;
        private final BigDecimal longHours;
        private final String longWindow;
        private final String shortWindow;

        Row(int percent, int longHours, String longWindow, String shortWindow) {
            this.percent = BigDecimal.valueOf(percent);
            this.longHours = BigDecimal.valueOf(longHours);
            this.longWindow = longWindow;
            this.shortWindow = shortWindow;
        }

        BurnAlert over(int days) {
            BigDecimal period = BigDecimal.valueOf(days);
            BigDecimal kept = days >= FROM_DAYS ? period : USUAL_DAYS;
            BigDecimal spent = Decimal.over(percent.multiply(kept), period);
            BigDecimal factor = Decimal.over(
                    percent.multiply(kept).multiply(BigDecimal.valueOf(24)),
                    longHours.multiply(BigDecimal.valueOf(100)));
            String[] words = name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
            return new BurnAlert(words[0], words[1], spent, longWindow, shortWindow, factor);
        }
    }

    /// The four alerts of a period: page quick and slow, ticket quick and slow.
    ///
    /// @param days at least [#FEWEST_DAYS]
    static List<BurnAlert> over(int days) {
        return java.util.Arrays.stream(Row.values()).map(row -> row.over(days)).toList();
    }

    /// Those of one severity.
    static List<BurnAlert> over(int days, String severity) {
        return over(days).stream()
                .filter(alert -> alert.severity().equals(severity))
                .toList();
    }
}
