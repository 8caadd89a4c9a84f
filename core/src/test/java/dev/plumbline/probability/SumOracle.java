package dev.plumbline.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SumOracle {
    /// Two exponentials of means 1 and 3 in a row: the hypoexponential distribution.
    private static double hypoexponential(double x) {
        return 1 - (3 * Math.exp(-x / 3) - Math.exp(-x)) / 2;
    }

    private static final Sum TWO = new Sum(new Exponential(1), 1.5, new Exponential(2));

    @Test
    void sharesAreThoseOfTwoExponentialsInARow() {
        for (double x : new double[] {0.1, 1, 3, 6, 10, 15}) {
            assertThat(TWO.cdf(x)).isCloseTo(hypoexponential(x), within(0.004));
        }
        for (double u : new double[] {0.01, 0.3, 0.5, 0.9, 0.99}) {
            assertThat(hypoexponential(TWO.quantile(u))).isCloseTo(u, within(0.004));
        }
        assertThat(TWO.mean()).isCloseTo(4, within(1e-12));
        assertThat(TWO.variance()).isCloseTo(10, within(1e-12));
    }

    @Test
    void drawsFollowIt() {
        var sampler = TWO.sampler();
        var generator = new Generator(5);
        double[] draws = new double[200_000];
        Arrays.setAll(draws, i -> sampler.next(generator));
        Arrays.sort(draws);
        double furthest = 0;
        for (int i = 0; i < draws.length; i++) {
            furthest = Math.max(furthest, Math.abs(hypoexponential(draws[i]) - (i + 0.5) / draws.length));
        }
        // Kolmogorov and Smirnov: 99.9 % of such samples stay below.
        assertThat(furthest).isLessThan(1.95 / Math.sqrt(draws.length));
    }

    @Test
    void aConstantPartOnlyShiftsTheOther() {
        var shifted = new Sum(new Constant(2), 0.5, new Lognormal(0, 1));
        assertThat(shifted.quantile(0.5)).isCloseTo(2.5, within(0.005));
        assertThat(shifted.cdf(1.9)).isZero();
        assertThat(new Sum(new Exponential(1), 3, new Constant(2)).quantile(0.5))
                .isCloseTo(6 + Math.log(2), within(1e-9));
    }
}
