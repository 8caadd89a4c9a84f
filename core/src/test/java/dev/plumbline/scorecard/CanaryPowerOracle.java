package dev.plumbline.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample size against experiments: two groups are drawn again and again, and a z-test of their rates is made.
final class CanaryPowerOracle {
    private static final int EXPERIMENTS = 4_000;

    @ParameterizedTest
    @CsvSource({"0.02,0.005", "0.1,0.01", "0.5,0.05"})
    void soManyRequestsShowTheChangeInFourOfFiveExperiments(double base, double change) {
        int n = (int) Math.ceil(CanaryPower.needed(base, change));
        SplittableRandom random = new SplittableRandom(7);
        int seen = 0;
        int falsely = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            seen += differ(count(random, n, base), count(random, n, base + change), n) ? 1 : 0;
            falsely += differ(count(random, n, base), count(random, n, base), n) ? 1 : 0;
        }
        // The formula takes the variance at the base for both groups, which errs by a few points of power.
        assertThat((double) seen / EXPERIMENTS).isCloseTo(0.8, within(0.06));
        assertThat((double) falsely / EXPERIMENTS).isCloseTo(0.05, within(0.015));
    }

    /// A binomial count, by the normal distribution: counts here are in the hundreds and beyond.
    private static double count(SplittableRandom random, int n, double rate) {
        return Math.rint(n * rate + random.nextGaussian() * Math.sqrt(n * rate * (1 - rate)));
    }

    private static boolean differ(double first, double second, int n) {
        double pooled = (first + second) / (2.0 * n);
        double deviation = Math.sqrt(2 * pooled * (1 - pooled) / n);
        return Math.abs(first - second) / n > 1.959964 * deviation;
    }
}
