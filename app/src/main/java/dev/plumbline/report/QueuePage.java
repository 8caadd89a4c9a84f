package dev.plumbline.report;

import dev.plumbline.validation.QueueCheck;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// The simulator held against queueing theory, as a page.
public final class QueuePage {
    private QueuePage() {}

    /// The page.
    ///
    /// @param requests simulated for each row
    public static String written(List<QueueCheck> checks, long requests) {
        long held = checks.stream().filter(QueueCheck::holds).count();
        StringBuilder page = new StringBuilder();
        page.append("# The simulator held against queueing theory\n\n");
        page.append("%d of %d readings agree: theory lies in our 90 %% interval, or ours is as near as is allowed. "
                .formatted(held, checks.size()));
        page.append("Each is one run of %,d requests; times are in mean service times.\n\n".formatted(requests));
        page.append("`plumbline validate --queues` prints this.\n\n");
        page.append("| queue | reading | ours | exact | off by | allowed | verdict | source |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (QueueCheck check : checks) {
            page.append("| %s | %s | %s (%s … %s) | %s | %s %% | %s %% | %s | %s |\n"
                    .formatted(
                            check.queue(),
                            check.reading(),
                            digits(check.ours().value(), 4),
                            digits(check.ours().low(), 4),
                            digits(check.ours().high(), 4),
                            digits(check.exact(), 5),
                            signed(check.error()),
                            digits(100 * check.allowed(), 2),
                            verdict(check),
                            check.source()));
        }
        return page.toString();
    }

    private static String verdict(QueueCheck check) {
        if (check.ours().contains(check.exact())) {
            return "in our interval";
        }
        return check.holds() ? "near" : "**off**";
    }

    private static String signed(double error) {
        BigDecimal percent = BigDecimal.valueOf(100 * error).setScale(2, RoundingMode.HALF_EVEN);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString();
    }

    private static String digits(double value, int count) {
        return new BigDecimal(value)
                .round(new MathContext(count, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
