package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "184.23, 131, 260.4, ms, 184 ms, (131 … 260)",
        "21412, 17980, 25904, USD/month, 21.4k USD/month, (18.0 … 25.9)",
        "999960, 900000, 1100000, req/s, 1.00M req/s, (0.90 … 1.10)",
        "999.6, 990, 1010, ms, 1000 ms, (990 … 1010)",
        "9.996, 9, 11, ms, 10.0 ms, (9.0 … 11.0)",
        "184, 0.3, 260, ms, 184 ms, (0.30 … 260)",
        "99.95, 99.93, 99.962, %, 99.95 %, (99.93 … 99.962)",
        "4.1, 0.02, 12, %, 4.1 %, (0.02 … 12)",
        "0.78, 0.7, 0.8, '', 0.780, (0.700 … 0.800)",
        "0, 0, 1, ms, 0 ms, (0 … 1.0)",
    })
    void aValueHasThreeDigitsAndItsIntervalAsManyDecimals(
            double value, double low, double high, String unit, String shown, String interval) {
        Figure figure = new Figure(new Interval(value, low, high), unit);
        assertThat(Numbers.value(figure)).isEqualTo(shown);
        assertThat(Numbers.interval(figure)).isEqualTo(interval);
    }

    @Test
    void whatGrowsWithoutBoundSaysSo() {
        Figure endless = new Figure(new Interval(Double.POSITIVE_INFINITY, 200, Double.POSITIVE_INFINITY), "ms");
        assertThat(Numbers.value(endless)).isEqualTo("without bound");
        assertThat(Numbers.interval(endless)).isEqualTo("(200 … ∞)");
    }

    @Test
    void anExactWholeNumberHasNoDecimals() {
        assertThat(Numbers.value(new Figure(Interval.exactly(6), ""))).isEqualTo("6");
        assertThat(Numbers.interval(new Figure(Interval.exactly(6), ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.001, < 1 %", "0.04, 4 %", "0.984, 98 %", "0.995, > 99 %", "1, 100 %"})
    void onlyAllIsAHundredPerCentAndOnlyNoneIsZero(double share, String shown) {
        assertThat(Numbers.share(share)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "9412, '9,412'", "11234567, 11.2M", "100000, 100k", "2500000000, 2.50bn"})
    void countsAreShort(long count, String shown) {
        assertThat(Numbers.count(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.30000000000000004, 0.3", "0.0009999999999999432, 0.001", "21412.3456, 21412.3"})
    void programsGetNoBinaryDust(double value, String written) {
        assertThat(Numbers.stable(value).toPlainString()).isEqualTo(written);
    }
}
