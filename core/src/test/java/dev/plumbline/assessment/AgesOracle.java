package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgesOracle {
    @Test
    void theSumOfTwoExponentialsIsErlang() {
        // The 95 % quantile of an Erlang distribution of two phases of mean 1 solves 1 - e^-x (1 + x) = 0.95.
        double age = Ages.statistic(List.of(new Exponential(1), new Exponential(1)), 0.95);
        assertThat(age).isCloseTo(4.7439, within(0.02 * 4.7439));
    }

    @Test
    void aConstantShiftsTheRest() {
        double age = Ages.statistic(List.of(new Constant(10), new Exponential(2)), 0.9);
        assertThat(age).isCloseTo(10 - 2 * Math.log(0.1), within(0.05));
    }

    @Test
    void percentilesAreNotAdded() {
        double both = Ages.statistic(List.of(new Exponential(1), new Exponential(1)), 0.99);
        double alone = Ages.statistic(List.of(new Exponential(1)), 0.99);
        assertThat(both).isLessThan(2 * alone * 0.8);
    }

    @Test
    void aBatchRowIsReadAtAnyMomentUntilTheNext() {
        Meter meter = new Ages(Designs.read("""
                        design: batch
                        data:
                          stats: {compute: {batch: {every: 60 min, takes: 20 min}}}
                        """))
                .of(
                        "stats",
                        0.95,
                        ValuedWorld.all(dev.plumbline.quantity.Valuation.of(
                                Assessor.estimated(Designs.read("""
                                design: batch
                                data:
                                  stats: {compute: {batch: {every: 60 min, takes: 20 min}}}
                                """)), new dev.plumbline.quantity.Worlds(1, 1))));
        assertThat(((Meter.Read) meter).values()[0]).isCloseTo((20 + 0.95 * 60) * 60, within(10.0));
    }
}
