package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BurnAlertTest {
    private static List<String> factors(int days) {
        return BurnAlert.over(days).stream()
                .map(alert -> Decimal.text(alert.factor()))
                .toList();
    }

    @Test
    void factorsAreThePublishedOnes() {
        assertThat(factors(30)).containsExactly("14.4", "6", "3", "1");
        assertThat(factors(28)).containsExactly("13.44", "5.6", "2.8", "0.9333");
    }

    @Test
    void aShortPeriodIsAlertedAtTheUsualSpeedAndNotBelowIt() {
        assertThat(factors(7)).containsExactly("14.4", "6", "3", "1");
        assertThat(BurnAlert.over(7))
                .extracting(alert -> Decimal.text(alert.spentPercent()))
                .containsExactly("8.5714", "21.4286", "42.8571", "42.8571");
    }

    @ParameterizedTest
    @CsvSource({"5,5m,page", "10,2h,ticket"})
    void everySeverityHasItsWindows(String percent, String shortWindow, String severity) {
        assertThat(BurnAlert.over(30, severity)).anySatisfy(alert -> {
            assertThat(Decimal.text(alert.spentPercent())).isIn("2", "5", "10");
            assertThat(alert.severity()).isEqualTo(severity);
        });
        assertThat(BurnAlert.over(30)).anySatisfy(alert -> {
            assertThat(Decimal.text(alert.spentPercent())).isEqualTo(percent);
        });
        assertThat(BurnAlert.over(30, severity))
                .extracting(BurnAlert::shortWindow)
                .contains(shortWindow);
    }
}
