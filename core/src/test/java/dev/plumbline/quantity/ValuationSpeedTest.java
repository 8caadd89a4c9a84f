package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ValuationSpeedTest {
    private static final int UNKNOWNS = 40;
    private static final int NAMES = 100;
    private static final Worlds MANY = new Worlds(100_000, 42);

    /// 40 ranges and 60 formulas of about 4 operations, each over ranges and earlier formulas.
    static Sheet hundredNames() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNKNOWNS; i++) {
            text.append("u%d: %d .. %d req/s\n".formatted(i, i + 1, 3 * i + 4));
        }
        for (int i = UNKNOWNS; i < NAMES; i++) {
            text.append("d%d: max(u%d * 2 + u%d / 3, %s) + 1 req/s\n"
                    .formatted(i, i % UNKNOWNS, (i * 7) % UNKNOWNS, i == UNKNOWNS ? "u0" : "d" + (i - 1)));
        }
        return SheetReader.sheet(text.toString());
    }

    /// Time of all processors together, which neighbours on the machine do not stretch; it bounds the time one waits
    /// on an idle machine from above.
    @Test
    void a_hundred_names_in_100_000_worlds_take_less_than_200_ms() {
        Checked checked = SheetReader.sound(hundredNames());
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double best = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < 30; i++) {
            long start = system.getProcessCpuTime();
            sum += Valuation.of(checked, MANY).value("d99", 7);
            best = Math.min(best, (system.getProcessCpuTime() - start) / 1e6);
        }
        assertThat(sum).isPositive();
        assertThat(best).isLessThan(200);
    }

    @Test
    void sixty_four_worlds_take_less_than_5_ms() {
        Checked checked = SheetReader.sound(hundredNames());
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 200; i++) {
            long start = System.nanoTime();
            Valuation.of(checked, new Worlds(64, i));
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        assertThat(best).isLessThan(5);
    }
}
