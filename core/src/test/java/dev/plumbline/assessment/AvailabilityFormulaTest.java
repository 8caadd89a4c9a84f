package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import org.junit.jupiter.api.Test;

final class AvailabilityFormulaTest {
    private static double of(String steps) {
        Design design = Designs.read("""
                design: up
                workload: {p: {rate: 1 req/s}}
                components:
                  a: {kind: service, time: 1 ms, available: 99 %%}
                  b: {kind: service, time: 1 ms, available: 98 %%}
                  c: {kind: service, time: 1 ms, available: 97 %%}
                  d: {kind: cache, time: 1 ms, available: 99.9 %%, hit: 80 %%, behind: c}
                paths:
                  p: %s
                """.formatted(steps));
        var outcome = (AvailabilityFormula.Outcome.Formula) AvailabilityFormula.of(design, "p");
        Valuation valuation = Valuation.of(Assessor.estimated(design), new Worlds(1, 1));
        return valuation.values(outcome.expression())[0];
    }

    @Test
    void multipliesInSeries() {
        assertThat(of("[a, b, c]")).isCloseTo(0.99 * 0.98 * 0.97, within(1e-12));
    }

    @Test
    void needsEveryBranchOfAll() {
        assertThat(of("[{all: [a, b]}]")).isCloseTo(0.99 * 0.98, within(1e-12));
    }

    @Test
    void needsOneBranchOfAny() {
        assertThat(of("[{any: [a, b]}]")).isCloseTo(1 - 0.01 * 0.02, within(1e-12));
    }

    @Test
    void countsEveryWayAQuorumCanBeMet() {
        double all = 0.99 * 0.98 * 0.97;
        double two = 0.99 * 0.98 * 0.03 + 0.99 * 0.02 * 0.97 + 0.01 * 0.98 * 0.97;
        assertThat(of("[{quorum: \"2 of [a, b, c]\"}]")).isCloseTo(all + two, within(1e-12));
    }

    @Test
    void aFallbackFailsOnlyTogetherWithTheCall() {
        assertThat(of("[{call: a, fallback: b}]")).isCloseTo(1 - 0.01 * 0.02, within(1e-12));
    }

    @Test
    void onlyMissesNeedWhatIsBehindACache() {
        assertThat(of("[d]")).isCloseTo(0.999 * (0.8 + 0.2 * 0.97), within(1e-12));
    }

    @Test
    void onlyAShareOfRequestsNeedsAConditionalStep() {
        assertThat(of("[a, {when: 10 %, do: [b]}]")).isCloseTo(0.99 * (0.9 + 0.1 * 0.98), within(1e-12));
    }
}
