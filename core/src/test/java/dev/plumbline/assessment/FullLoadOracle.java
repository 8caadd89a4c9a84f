package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a language model writes when there is always more to do, against the roofline.
@SuppressWarnings("InlineFormatString") // a design is easier to read apart from the test
class FullLoadOracle {
    /// Each step reads the weights, without the embedding table, and all that the batch keeps: on average the prompt
    /// and half of the answer. So many bytes over the share of the bandwidth is the time of `batch` tokens.
    @ParameterizedTest
    @CsvSource({"1 x H100, 3.35e12, 8, 400, 80", "1 x H100, 3.35e12, 64, 800, 60", "1 x L40S, 0.864e12, 32, 600, 90"})
    void fullBatchesWriteAtTheBandwidthTimesItsShare(
            String machine, double bandwidth, int batch, int output, int percent) {
        Design design = Designs.read("""
            design: full
            workload: {ask: {rate: 1 req/s, arrivals: {closed: {users: %d, think: 0 s}}}}
            components:
              writer:
                kind: llm
                model: llama-3.1-8b
                on: %s
                concurrency: %d
                prompt: 16 token
                output: %d token
                generation: {compute: 100 %%, compute-few: 100 %%, bandwidth: %d %%, layer: 0 s, kept: 100 %%}
            paths: {ask: [writer]}
            """.formatted(batch, machine, batch, output, percent));
        Network network = WorldNetworks.average(design, new Worlds(1, 1)).getFirst();
        Result result = Simulation.run(network, Plan.steady(3, 30L * batch));
        double tokens = (double) (result.requests() - batch) * output / result.seconds();
        double weights = (8_030_261_248.0 - 128_256.0 * 4096) * 2;
        double kept = batch * (16 + (output + 1) / 2.0) * 131_072;
        double bound = batch * bandwidth * percent / 100.0 / (weights + kept);
        assertThat(tokens).isCloseTo(bound, within(0.02 * bound));
    }

    private static final String LOADED = """
            design: loaded
            workload: {ask: {rate: 3 req/s}}
            components:
              writer:
                kind: llm
                model: llama-3.1-8b
                on: 1 x L4
                replicas: 4
                concurrency: 8
                prompt: {p50: 700 token, p99: 3000 token}
                output: {p50: 100 token, p99: 500 token}
            paths: {ask: [writer]}
            requirements: {first: {must: p99 ttft of ask <= 5 s}, pace: {must: p95 tpot of writer <= 1 s}}
            """;

    @Test
    void theNumberOfThreadsChangesNothing() {
        Assessment one = Designs.assess(LOADED, new Settings(7, 6, 4_000, 1));
        Assessment two = Designs.assess(LOADED, new Settings(7, 6, 4_000, 2));
        assertThat(two).usingRecursiveComparison().isEqualTo(one);
        assertThat(one.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.value()).isPresent());
    }
}
