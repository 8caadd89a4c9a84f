package dev.plumbline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.Designs;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.knowledge.Known;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Mistakes that other calculators make, and that this one must not.
final class PeersTest {
    private static final Calculator CALCULATOR = Calculator.of(Known.facts(), Calculator.USUAL);
    private static final String CACHE_70B = "kv_cache_per_token(facts.llama_3_1_70b.layers,"
            + " facts.llama_3_1_70b.kv_heads, facts.llama_3_1_70b.head_dim, 2 B)";

    private static Spread spread(String text) {
        return switch (CALCULATOR.answer(text)) {
            case Answer.Value value -> value.spread();
            case Answer.Refused(var findings) ->
                throw new AssertionError(findings.all().toString());
        };
    }

    private static double value(String text) {
        return spread(text).median();
    }

    /// The cookbook's calculator prints 10 GiB with one accelerator and 40 GiB with four: no factor 2 for keys and
    /// values, and heads instead of key-value heads.
    @Test
    void theCacheCountsKeysAndValuesOnceEachAndOnlyTheHeadsThatAreKept() {
        assertThat(value(CACHE_70B + " * 8192 token / (1 GiB)")).isEqualTo(2.5);
    }

    /// gpu_poor's cache of a 70B model is eight times too large, since it takes all 64 heads.
    @Test
    void groupedQueriesKeepFewerHeads() {
        String everyHead = CACHE_70B.replace("kv_heads", "heads");
        assertThat(value(everyHead) / value(CACHE_70B)).isEqualTo(8);
    }

    /// The cookbook's count of parameters refuses a ratio of 3.5 between feed-forward and hidden width.
    @Test
    void anyWidthOfTheFeedForwardPartIsCounted() {
        assertThat(value("transformer_parameters(128256, 4096, 32, 4096, 1024, 3.5 * 4096, 0)"))
                .isEqualTo(value("facts.llama_3_1_8b.parameters"));
    }

    /// LLM-Viewer has 3.07 TB/s for an H100.
    @Test
    void theBandwidthOfAnH100IsTheDatasheets() {
        assertThat(value("facts.h100.memory_bandwidth / (1 TB/s)")).isCloseTo(3.35, Percentage.withPercentage(1e-9));
    }

    /// BLIS has 1466 TFLOP/s for FP8 on an L40S, which is sparse.
    @Test
    void aDensePeakIsNotTheSparseOne() {
        assertThat(value("facts.l40s.fp8_dense / (1 TFLOP/s)")).isCloseTo(733, Percentage.withPercentage(1e-9));
        assertThat(value("facts.l40s.fp8_sparse / facts.l40s.fp8_dense")).isEqualTo(2);
    }

    /// llm-d-sim's table says 25 to 40 ms for a token of a 70B model on four H100; 18.3 was measured.
    @Test
    void theTimeOfATokenHoldsTheMeasuredOne() {
        Spread token = spread("decode_floor(weights(facts.llama_3_1_70b.parameters, 2 B), 0 B,"
                + " 4 * facts.h100.memory_bandwidth) / facts.decode.share_of_peak");
        assertThat(token.low()).isLessThan(0.0183);
        assertThat(token.high()).isGreaterThan(0.0183);
    }

    /// MLSys·im prints 4.2 ms for the same model on one H100, ten times below the floor.
    @Test
    void aTokenIsNeverFasterThanItsWeightsAreRead() {
        assertThat(value("decode_floor(weights(facts.llama_2_70b.parameters, 2 B), 0 B, facts.h100.memory_bandwidth)"))
                .isGreaterThan(0.041);
    }

    /// MLSys·im counts the prompt of a mixture of experts on all parameters: 3.6 times too much for Mixtral.
    @Test
    void aPromptGoesThroughTheActiveParameters() {
        assertThat(value("forward_flops(facts.mixtral_8x7b.parameters, 1) /"
                        + " forward_flops(facts.mixtral_8x7b.active, 1)"))
                .isCloseTo(3.63, Percentage.withPercentage(0.2));
    }

    /// A published 110 token/s for 70B in FP16 on one H100 is four times what its memory can read, and it does not fit.
    @Test
    void aClaimAboveTheMemoryBandwidthIsSeenToBeOne() {
        assertThat(value("1 token / decode_floor(weights(facts.llama_2_70b.parameters, 2 B), 0 B,"
                        + " facts.h100.memory_bandwidth) / (110 token/s)"))
                .isLessThan(0.23);
        assertThat(value("accelerators_by_memory(weights(facts.llama_2_70b.parameters, 2 B), facts.h100.memory, 90 %)"))
                .isEqualTo(2);
    }

    /// torchvision prints multiply-adds as FLOPs.
    @Test
    void aMultiplyAddIsTwoOperations() {
        assertThat(value("facts.resnet_50.work / (1 GFLOP)")).isCloseTo(2 * 4.09, Percentage.withPercentage(0.1));
        assertThat(CaseUnit.of("GMAC").orElseThrow().value()).isEqualTo(2e9);
    }

    /// The cookbook's cache grows with the number of accelerators that share it; it is shared out among them.
    @Test
    void acceleratorsShareTheCache() {
        assertThat(value(CACHE_70B + " * 8192 token / 4 / (1 GiB)")).isEqualTo(0.625);
    }

    /// MLSys·im divides the tokens that are written by those of an answer and lets prompts cost nothing: 68 to 158
    /// requests a second for Llama 3 8B in FP8, 2,048 tokens in and 128 out, where TensorRT-LLM measures 27.
    @Test
    void readingAPromptCostsCapacity() {
        String text = """
            design: d
            workload: {ask: {rate: 1 req/s}}
            components:
              writer: {kind: llm, model: llama-3.1-8b, on: 1 x H100, concurrency: 256, prompt: 2048 token,
                       output: 128 token, generation: {precision: fp8}}
            paths: {ask: [writer]}
            """;
        DesignReader.Reading reading = Designs.read(text);
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        Valuation estimated = Valuation.of(
                Checker.check(Estimates.of(((DesignReader.Reading.Read) reading).design())
                        .sheet()),
                new Worlds(256, 1));
        Spread time = estimated.spread("writer.time_of_one");
        assertThat(1 / time.median()).isCloseTo(27, Percentage.withPercentage(25));
        assertThat(1 / time.low()).isLessThan(34);
    }

    /// Squiggle's default of 1,000 samples puts the p95 of a product of three ranges anywhere from 1.52 to 1.76
    /// million.
    @Test
    void anIntervalHardlyMovesWithTheSeed() {
        String product = "(100 .. 1000) * (10 .. 100) * (1 .. 10)";
        double[] ends = LongStream.of(1, 2, 3, 4)
                .mapToDouble(seed -> ((Answer.Value) Calculator.of(Known.facts(), new Worlds(65_536, seed))
                                .answer(product))
                        .spread()
                        .high())
                .sorted()
                .toArray();
        assertThat(ends[3] / ends[0]).isLessThan(1.02);
    }

    /// Guesstimate makes a range that reaches zero a normal one without a word.
    @Test
    void aPositiveRangeNeverBecomesNormalInSilence() {
        assertThat(CALCULATOR.answer("0 .. 5 ms")).isInstanceOf(Answer.Refused.class);
        assertThat(value("1 .. 100")).isCloseTo(10, Percentage.withPercentage(0.1));
    }

    @Test
    void gigabytesAreNotGibibytes() {
        assertThat(value("80 GiB / (80 GB)")).isCloseTo(1.0737, Percentage.withPercentage(0.01));
        assertThat(CaseUnit.of("GiB").orElseThrow().value())
                .isNotEqualTo(CaseUnit.of("GB").orElseThrow().value());
    }
}
