package dev.plumbline.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalOracle {
    /// The first two are the check values that Wichura (1988) prints for AS 241.
    @ParameterizedTest
    @CsvSource({"0.25, -0.6744897501960817", "1e-20, -9.262340089798408", "0.975, 1.959963984540054", "0.5, 0"})
    void quantilesMatchPublishedValues(double u, double z) {
        assertThat(StandardNormal.quantile(u)).isCloseTo(z, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 0.999999})
    void theDistributionFunctionUndoesTheQuantile(double u) {
        assertThat(StandardNormal.cdf(StandardNormal.quantile(u))).isCloseTo(u, within(1e-13 * u));
    }

    @Test
    void levelsOutsideTheOpenUnitIntervalAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.quantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.quantile(1));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.quantile(Double.NaN));
    }

    @Test
    void theFastExponentialAgreesWithTheExactOneToTheLastBits() {
        var generator = new Generator(1);
        for (int i = 0; i < 100_000; i++) {
            double x = 1400 * generator.nextDouble() - 700;
            double exact = StrictMath.exp(x);
            assertThat(Exp.of(x)).isCloseTo(exact, within(5e-16 * exact));
        }
        assertThat(Exp.of(0)).isEqualTo(1);
        assertThat(Exp.of(800)).isInfinite();
        assertThat(Exp.of(-800)).isZero();
    }
}
