package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Distribution;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published figures, and the closed forms behind them.
final class TailAtScaleOracle {
    /// `1 - 0.99^100` is 63 %; two thousand servers that are slow once in ten thousand times make 18 %.
    @ParameterizedTest
    @CsvSource({"100, 100, 63, 30000", "2000, 10000, 18, 2000"})
    void manyServersMakeRareSlownessCommon(int servers, double times, double published, long requests) {
        Distribution leaf = TailAtScale.oneSecondOnceIn(times, 0.01);
        Result result = TailAtScale.simulate(leaf, servers, servers, Optional.empty(), requests);
        double exact = 100 * (1 - Math.pow(1 - 1 / times, servers));
        double noise = 3 * Math.sqrt(exact * (100 - exact) / requests);
        assertThat(exact).isCloseTo(published, within(0.5));
        assertThat(TailAtScale.slow(result, 0.01).value()).isCloseTo(exact, within(noise));
    }

    /// A lognormal that is given by the benchmark's two other figures foretells the third: 74 ms.
    @Test
    void hedgingBigtableReadsGivesThePublishedTail() {
        assertThat(TailAtScale.hedged(TailAtScale.lognormal(1_000), 1_000)).isCloseTo(74, within(0.15 * 74));
        Distribution leaf = TailAtScale.lognormal(1_000);
        assertThat(leaf.cdf(0.010)).isCloseTo(0.98, within(1e-9));
        assertThat(Math.pow(leaf.cdf(1.8), 1_000)).isCloseTo(0.999, within(1e-9));
    }

    /// The simulated hedge is the closed form: it is above `t` if both tries are.
    @Test
    void theSimulatedHedgeIsTheClosedForm() {
        Distribution leaf = TailAtScale.lognormal(100);
        Result result = TailAtScale.simulate(leaf, 100, 100, Optional.of(Hedge.afterSeconds(0.010)), 20_000);
        assertThat(TailAtScale.quantile(result, 0.999).contains(TailAtScale.hedged(leaf, 100)))
                .isTrue();
        assertThat(TailAtScale.more(result)).isCloseTo(2, within(0.05));
    }
}
