package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeliefTest {
    @Test
    void a_range_of_positive_ends_is_the_lognormal_with_5_percent_on_either_side() {
        Belief belief = Belief.of(UnknownShape.BETWEEN, 4, 8);
        assertThat(belief).isInstanceOf(Belief.Lognormal.class);
        assertThat(belief.quantile(0.05)).isCloseTo(4, within(1e-12));
        assertThat(belief.quantile(0.95)).isCloseTo(8, within(1e-12));
        assertThat(belief.quantile(0.5)).isCloseTo(Math.sqrt(32), within(1e-12));
    }

    @Test
    void a_range_that_begins_below_zero_is_normal() {
        Belief belief = Belief.of(UnknownShape.BETWEEN, -2, 8);
        assertThat(belief).isInstanceOf(Belief.Normal.class);
        assertThat(belief.quantile(0.05)).isCloseTo(-2, within(1e-12));
        assertThat(belief.quantile(0.95)).isCloseTo(8, within(1e-12));
        assertThat(belief.quantile(0.5)).isCloseTo(3, within(1e-12));
    }

    @Test
    void equal_ends_are_that_value() {
        assertThat(Belief.of(UnknownShape.BETWEEN, 3, 3)).isEqualTo(new Belief.Certain(3));
        assertThat(Belief.of(UnknownShape.UNIFORM, 3, 3)).isEqualTo(new Belief.Certain(3));
        assertThat(Belief.of(UnknownShape.TRIANGULAR, 3, 3, 3)).isEqualTo(new Belief.Certain(3));
        assertThat(Belief.of(UnknownShape.PERCENTILES, 3, 3, 3)).isEqualTo(new Belief.Certain(3));
    }

    @Test
    void three_percentiles_are_met_and_run_on_beyond_the_outer_ones() {
        Belief belief = Belief.of(UnknownShape.PERCENTILES, 2, 3, 9);
        assertThat(belief.quantile(0.05)).isCloseTo(2, within(1e-12));
        assertThat(belief.quantile(0.5)).isCloseTo(3, within(1e-12));
        assertThat(belief.quantile(0.95)).isCloseTo(9, within(1e-12));
        assertThat(belief.quantile(0.999)).isGreaterThan(9);
        Belief signed = Belief.of(UnknownShape.PERCENTILES, -2, 3, 9);
        assertThat(signed.quantile(0.05)).isCloseTo(-2, within(1e-12));
        assertThat(signed.quantile(0.95)).isCloseTo(9, within(1e-12));
    }

    @Test
    void uniform_triangular_and_beta_follow_their_closed_forms() {
        assertThat(Belief.of(UnknownShape.UNIFORM, 2, 9).quantile(0.25)).isEqualTo(3.75);
        Belief triangular = Belief.of(UnknownShape.TRIANGULAR, 2, 3, 9);
        assertThat(triangular.quantile(1.0 / 7)).isCloseTo(3, within(1e-12));
        assertThat(triangular.quantile(0.5)).isCloseTo(9 - Math.sqrt(0.5 * 7 * 6), within(1e-12));
        // The median of beta(2, 1) is the root of one half; of beta(a, a) it is one half.
        assertThat(Belief.of(UnknownShape.BETA, 2, 1).quantile(0.5)).isCloseTo(Math.sqrt(0.5), within(1e-8));
        assertThat(Belief.of(UnknownShape.BETA, 3, 3).quantile(0.5)).isCloseTo(0.5, within(1e-8));
    }

    @ParameterizedTest
    @EnumSource(UnknownShape.class)
    void what_makes_no_sense_has_no_value(UnknownShape shape) {
        double[] falling = shape == UnknownShape.BETA ? new double[] {-1, 2} : new double[] {9, 3, 2};
        assertThat(Belief.of(
                                shape,
                                java.util.Arrays.copyOf(
                                        falling, shape.parameters().size()))
                        .quantile(0.3))
                .isNaN();
    }
}
