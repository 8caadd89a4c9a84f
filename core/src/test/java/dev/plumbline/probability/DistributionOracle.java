package dev.plumbline.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class DistributionOracle {
    static Stream<Distribution> shapes() {
        return Stream.of(
                new Exponential(5),
                new Lognormal(0.3, 0.8),
                Lognormal.through(8, 40),
                Lognormal.of(4, 1),
                new Gamma(5, 0.3),
                new Gamma(5, 1),
                new Gamma(5, 1.8),
                new Pareto(1, 4.5),
                Percentiles.of(new double[] {0.5, 0.9, 0.99, 0.999}, new double[] {8, 20, 40, 70}),
                Percentiles.of(new double[] {0.5, 0.95, 0.99}, new double[] {8, 8, 12}),
                new Mix(List.of(0.95, 0.05), List.of(new Gamma(4, 0.5), Lognormal.through(60, 200))),
                new Scaled(new Lognormal(0, 0.5), 3),
                new Scaled(new Mix(List.of(0.5, 0.5), List.of(new Exponential(1), new Exponential(4))), 2));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theDistributionFunctionUndoesTheQuantile(Distribution shape) {
        for (double u : new double[] {0.001, 0.02, 0.3, 0.5, 0.77, 0.9, 0.99, 0.9999}) {
            double x = shape.quantile(u);
            assertThat(shape.cdf(x)).isGreaterThan(u - 1e-9);
            assertThat(shape.cdf(x * (1 - 1e-6))).isLessThan(u + 1e-9);
        }
    }

    /// Integrates the quantile over 2 million midpoints; the tail's share beyond the last one is what the
    /// bound allows.
    @ParameterizedTest
    @MethodSource("shapes")
    void theMeanIsTheIntegralOfTheQuantile(Distribution shape) {
        int points = shape instanceof Mix || shape instanceof Scaled || shape instanceof Gamma ? 20_000 : 500_000;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += shape.quantile((i + 0.5) / points);
        }
        assertThat(sum / points).isCloseTo(shape.mean(), within(0.002 * shape.mean()));
    }

    /// Kolmogorov-Smirnov on a million draws: the 99.9 % point of the statistic is 1.95 / sqrt(n).
    @ParameterizedTest
    @MethodSource("shapes")
    void drawsFollowTheDistributionFunction(Distribution shape) {
        int n = shape instanceof Gamma || shape instanceof Mix || shape instanceof Scaled ? 100_000 : 1_000_000;
        var sampler = shape.sampler();
        var generator = new Streams(42).of("shape", shape.toString());
        double[] draws = new double[n];
        for (int i = 0; i < n; i++) {
            draws[i] = sampler.next(generator);
        }
        Arrays.sort(draws);
        double furthest = 0;
        for (int i = 0; i < n; i++) {
            if (i + 1 < n && draws[i] == draws[i + 1]) {
                continue;
            }
            furthest = Math.max(furthest, Math.abs(shape.cdf(draws[i]) - (i + 1.0) / n));
        }
        assertThat(furthest).isLessThan(1.95 / Math.sqrt(n));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void momentsOfDrawsMatchTheStatedOnes(Distribution shape) {
        var sampler = shape.sampler();
        var generator = new Streams(43).of("moments", shape.toString());
        int n = 2_000_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = sampler.next(generator);
            sum += x;
            squares += x * x;
        }
        double mean = sum / n;
        double error = Math.sqrt(shape.variance() / n);
        assertThat(mean).isCloseTo(shape.mean(), within(4 * error));
        assertThat(squares / n - mean * mean).isCloseTo(shape.variance(), within(0.15 * shape.variance()));
    }

    @Test
    void lognormalGoesThroughItsPercentiles() {
        assertThat(Lognormal.through(8, 40).quantile(0.5)).isCloseTo(8, within(1e-12));
        assertThat(Lognormal.through(8, 40).quantile(0.99)).isCloseTo(40, within(1e-11));
    }

    @Test
    void twoPercentilesAreALognormal() {
        var two = Percentiles.of(new double[] {0.5, 0.99}, new double[] {8, 40});
        var lognormal = Lognormal.through(8, 40);
        assertThat(two.mean()).isCloseTo(lognormal.mean(), within(1e-12));
        assertThat(two.variance()).isCloseTo(lognormal.variance(), within(1e-9));
        assertThat(two.quantile(0.9999)).isCloseTo(lognormal.quantile(0.9999), within(1e-9));
    }

    @Test
    void percentilesPassThroughEveryStatedPoint() {
        var shape = Percentiles.of(new double[] {0.5, 0.9, 0.99, 0.999}, new double[] {8, 20, 40, 300});
        assertThat(shape.quantile(0.9)).isCloseTo(20, within(1e-11));
        assertThat(shape.quantile(0.999)).isCloseTo(300, within(1e-10));
        assertThat(shape.quantile(0.9999)).isGreaterThan(300);
    }

    @Test
    void measurementsAreDrawnAsTheyAre() {
        var measured = new Empirical(new double[] {1, 2, 2, 5});
        assertThat(measured.quantile(0.25)).isEqualTo(1);
        assertThat(measured.quantile(0.26)).isEqualTo(2);
        assertThat(measured.quantile(0.76)).isEqualTo(5);
        assertThat(measured.cdf(2)).isEqualTo(0.75);
        assertThat(measured.mean()).isEqualTo(2.5);
        var sampler = measured.sampler();
        var generator = new Generator(5);
        int twos = 0;
        for (int i = 0; i < 100_000; i++) {
            twos += sampler.next(generator) == 2 ? 1 : 0;
        }
        assertThat(twos / 100_000.0).isCloseTo(0.5, within(0.007));
    }

    @Test
    void aHeavyTailHasNoMean() {
        assertThat(new Pareto(1, 1).mean()).isInfinite();
        assertThat(new Pareto(1, 1.6).variance()).isInfinite();
        assertThat(new Pareto(1, 1.6).mean()).isCloseTo(1.6 / 0.6, within(1e-12));
    }
}
