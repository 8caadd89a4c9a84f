package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Generator;
import dev.plumbline.probability.StandardNormal;
import dev.plumbline.probability.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SensitivityOracle {
    private static final int N = 1 << 16;

    private static double ishigami(double[] x) {
        return Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    /// T. Ishigami and T. Homma (1990): with a = 7 and b = 0.1 the total-order indices are 0.5576, 0.4424 and 0.2437.
    @Test
    void theIshigamiFunctionHasItsPublishedIndices() {
        Generator random = new Streams(5).of("ishigami", "oracle");
        double[] published = {0.5576, 0.4424, 0.2437};
        double[][] first = new double[N][3];
        double[] values = new double[N];
        for (int w = 0; w < N; w++) {
            for (int i = 0; i < 3; i++) {
                first[w][i] = Math.PI * (2 * random.nextDouble() - 1);
            }
            values[w] = ishigami(first[w]);
        }
        for (int i = 0; i < 3; i++) {
            double[] swapped = new double[N];
            for (int w = 0; w < N; w++) {
                double[] other = first[w].clone();
                other[i] = Math.PI * (2 * random.nextDouble() - 1);
                swapped[w] = ishigami(other);
            }
            assertThat(Sensitivity.totalEffect(values, swapped)).isCloseTo(published[i], within(0.01));
        }
    }

    /// Of a sum each part has the share of its own variance: 1, 4 and 16 of 21.
    @Test
    void ofASumEachPartHasTheShareOfItsVariance() {
        Checked checked = SheetReader.sound("""
                a: -1 .. 1
                b: -2 .. 2
                c: -4 .. 4
                idle: 3 .. 5
                sum: a + b + c
                """);
        Sensitivity found =
                Sensitivity.of(checked, new Worlds(8192, 42), List.of("sum")).getFirst();
        assertThat(found.method()).isEqualTo(Sensitivity.Method.SOBOL);
        assertThat(found.effects()).extracting(Sensitivity.Effect::definition).containsExactly("c", "b", "a");
        assertThat(found.effects().get(0).total()).isCloseTo(16 / 21.0, within(0.02));
        assertThat(found.effects().get(1).total()).isCloseTo(4 / 21.0, within(0.01));
        assertThat(found.effects().get(2).total()).isCloseTo(1 / 21.0, within(0.005));
        assertThat(found.effects().getFirst().low()).isLessThan(-3);
        assertThat(found.effects().getFirst().high()).isGreaterThan(3);
    }

    /// Of a product of lognormal values a part has (e^s² - 1) e^(S² - s²) of e^(S²) - 1, where S² is the sum of all
    /// s².
    @Test
    void ofAProductPartsWorkTogether() {
        Checked checked = SheetReader.sound("""
                a: 1 .. 2
                b: 1 .. 3
                product: a * b
                """);
        List<Sensitivity.Effect> effects = Sensitivity.of(checked, new Worlds(1 << 15, 42), List.of("product"))
                .getFirst()
                .effects();
        double a = Math.pow(Math.log(2) / 2 / 1.6448536269514722, 2);
        double b = Math.pow(Math.log(3) / 2 / 1.6448536269514722, 2);
        assertThat(effects.get(0).total()).isCloseTo(Math.expm1(b) * Math.exp(a) / Math.expm1(a + b), within(0.02));
        assertThat(effects.get(1).total()).isCloseTo(Math.expm1(a) * Math.exp(b) / Math.expm1(a + b), within(0.02));
    }

    @Test
    void aCertainFigureHasNoEffects() {
        Checked checked = SheetReader.sound("a: 3 ms\nb: 2 * a");
        assertThat(Sensitivity.of(checked, new Worlds(64, 1), List.of("b"))
                        .getFirst()
                        .effects())
                .isEmpty();
    }

    /// Two unknowns, by brute force: for each value of one, the share of the other that meets the bar is known in
    /// closed
    /// form, and the smaller side of it is judged wrongly.
    @Test
    void knowingOneOfTwoUnknownsIsWorthWhatBruteForceSays() {
        Checked checked = SheetReader.sound("""
                a: 1 .. 4
                b: 1 .. 9
                c: 2 .. 3
                product: a * b
                """);
        Valuation valuation = Valuation.of(checked, new Worlds(1 << 14, 42));
        double bar = 7.5;
        double[] values = valuation.values("product");
        boolean[] met = new boolean[values.length];
        for (int w = 0; w < met.length; w++) {
            met[w] = values[w] <= bar;
        }
        List<Information> found = Information.of(valuation, met);
        assertThat(found).extracting(Information::definition).containsExactly("b", "a", "c");
        double before = smaller(share(1, 4, 1, 9, bar));
        assertThat(found.getFirst().before()).isCloseTo(before, within(0.005));
        assertThat(found.get(0).after()).isCloseTo(known(1, 9, 1, 4, bar), within(0.01));
        assertThat(found.get(1).after()).isCloseTo(known(1, 4, 1, 9, bar), within(0.01));
        assertThat(found.get(2).gain()).isLessThan(0.01);
    }

    /// The share of wrong verdicts once a lognormal value with this 90 % interval is known.
    private static double known(double low, double high, double otherLow, double otherHigh, double bar) {
        int steps = 20_000;
        double sum = 0;
        double middle = Math.log(low * high) / 2;
        double spread = Math.log(high / low) / 2 / 1.6448536269514722;
        double otherMiddle = Math.log(otherLow * otherHigh) / 2;
        double otherSpread = Math.log(otherHigh / otherLow) / 2 / 1.6448536269514722;
        for (int i = 0; i < steps; i++) {
            double value = middle + spread * StandardNormal.quantile((i + 0.5) / steps);
            sum += smaller(below((Math.log(bar) - value - otherMiddle) / otherSpread));
        }
        return sum / steps;
    }

    private static double share(double low, double high, double otherLow, double otherHigh, double bar) {
        double middle = Math.log(low * high * otherLow * otherHigh) / 2;
        double spread = Math.hypot(Math.log(high / low), Math.log(otherHigh / otherLow)) / 2 / 1.6448536269514722;
        return below((Math.log(bar) - middle) / spread);
    }

    /// The normal distribution function, by bisection of its inverse.
    private static double below(double score) {
        int steps = 200_000;
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (StandardNormal.quantile((middle + 0.5) / steps) < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / steps;
    }

    private static double smaller(double share) {
        return Math.min(share, 1 - share);
    }
}
