package dev.plumbline.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentOracle {
    /// The matrices of a layer, one by one.
    private static double layer(double hidden, double heads, double kept, double dim, double wide, int matrices) {
        double query = hidden * heads * dim;
        double keyAndValue = 2 * hidden * kept * dim;
        double out = heads * dim * hidden;
        return query + keyAndValue + out + matrices * hidden * wide;
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(Models.LLAMA_8B, 32 * layer(4096, 32, 8, 128, 14336, 3)),
                Arguments.of(Models.LLAMA_70B, 80 * layer(8192, 64, 8, 128, 28672, 3)),
                Arguments.of(Models.LLAMA_1B, 16 * layer(2048, 32, 8, 64, 8192, 3)),
                Arguments.of(Models.GPT_2_XL, 48 * layer(1600, 25, 25, 64, 6400, 2)),
                Arguments.of(Models.MIXTRAL, 32 * layer(4096, 32, 8, 128, 14336 * 2, 3)),
                Arguments.of(Models.QWEN_30B, 48 * layer(2048, 32, 4, 128, 768 * 8, 3)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aTokenMeetsTheMatricesOfEveryLayer(Models.Model model, double expected) {
        assertThat(model.shape().body()).isEqualTo(expected);
    }

    /// Mixtral and Qwen 3 MoE: three matrices of an expert in each layer.
    @Test
    void anExpertIsWhatMoreParametersThanActiveOnesTell() {
        assertThat(Models.MIXTRAL.shape().expert()).isCloseTo(32 * 3.0 * 4096 * 14336, within(1.0));
        assertThat(Models.QWEN_30B.shape().expert()).isCloseTo(48 * 3.0 * 2048 * 768, within(1.0));
        assertThat(Models.LLAMA_8B.shape().expert()).isZero();
    }

    /// Llama 3.1 8B has a table for tokens and another for logits; the 1B model has one for both.
    @Test
    void theEmbeddingTableIsReadOnlyWhereItIsTheHeadAsWell() {
        var two = Models.LLAMA_8B.shape();
        assertThat(two.always()).isCloseTo(two.parameters() - two.head(), within(1e-9 * two.parameters()));
        var one = Models.LLAMA_1B.shape();
        assertThat(one.always()).isCloseTo(one.parameters(), within(1e-3 * one.parameters()));
    }

    /// The floors behind the measured ratios: 8B on an H100 4.79 ms, 70B on four 10.53 ms, all weights read.
    @ParameterizedTest
    @CsvSource({"8B, 1, 4.79", "70B, 4, 10.53"})
    void theFloorOfATokenIsWhatIsPublished(String name, int devices, double ms) {
        var model = name.equals("8B") ? Models.LLAMA_8B : Models.LLAMA_70B;
        double floor = Roofline.decodeFloor(
                model.on(Models.H100, devices, Efficiency.IDEAL).weights() / devices, 3.35e12);
        assertThat(floor * 1e3).isCloseTo(ms, within(0.01));
    }

    /// At one token a step reads what has to be read, and nothing else takes time where all peaks are reached.
    @Test
    void aStepOfOneTokenIsItsBytes() {
        var shape = Models.LLAMA_8B.shape();
        var one = Models.LLAMA_8B.on(Models.H100, 1, Efficiency.IDEAL);
        assertThat(one.linear(1) + one.head(1)).isCloseTo(shape.always() * 2 / 3.35e12, within(1e-9));
        assertThat(one.fixed()).isZero();
        assertThat(one.perCachedToken()).isCloseTo(131_072 / 3.35e12, within(1e-18));
    }

    /// Many tokens are bound by arithmetic: 2 FLOPs for each weight of the layers.
    @Test
    void aStepOfManyTokensIsItsArithmetic() {
        var one = Models.LLAMA_8B.on(Models.H100, 1, Efficiency.IDEAL);
        assertThat(one.linear(4096)).isCloseTo(2 * Models.LLAMA_8B.shape().body() * 4096 / 989.4e12, within(1e-9));
    }

    @Test
    void aMixtureReadsMoreExpertsTheMoreTokensThereAre() {
        var one = Models.MIXTRAL.on(Models.H100, 2, Efficiency.IDEAL);
        double alone = one.linear(1);
        double active =
                (Models.MIXTRAL.shape().active() - 2 * Models.MIXTRAL.shape().head()) * 2 / 2 / 3.35e12;
        assertThat(alone).isCloseTo(active, within(0.02 * active));
        double all = (Models.MIXTRAL.shape().parameters()
                        - 2 * Models.MIXTRAL.shape().head())
                * 2
                / 2
                / 3.35e12;
        assertThat(one.linear(32)).isCloseTo(all, within(0.03 * all));
    }

    /// vLLM kept 41,408 tokens on an RTX 4090 that reports 25,250,627,584 B (LLMServingSim meta.json, 2026), where
    /// 50,850
    /// would fit beside the weights: 1.24 GB went to activations and buffers.
    @Test
    void theCacheIsWhatTheWeightsLeave() {
        var card = new Accelerator(165.2e12, 1.008e12, 25_250_627_584.0, 32e9);
        var served = Models.LLAMA_8B.on(card, 1, Efficiency.IDEAL);
        assertThat(served.cachedTokens(0.9, 0)).isCloseTo(50_850, within(10.0));
        assertThat(served.cachedTokens(0.9, 1.24e9)).isCloseTo(41_408, within(60.0));
        assertThat(Models.LLAMA_70B.on(card, 1, Efficiency.IDEAL).cachedTokens(0.9, 0))
                .isNegative();
    }

    /// Eight kept heads cannot be split over sixteen devices: each pair keeps the same.
    @Test
    void moreDevicesThanKeptHeadsKeepCopies() {
        var eight = Models.LLAMA_8B.on(Models.H100, 8, Efficiency.IDEAL);
        var sixteen = Models.LLAMA_8B.on(Models.H100, 16, Efficiency.IDEAL);
        assertThat(sixteen.perCachedToken()).isEqualTo(eight.perCachedToken());
        assertThat(sixteen.cachedTokens(1, 0)).isLessThan(1.2 * eight.cachedTokens(1, 0));
    }

    @Test
    void efficiencyGrowsWithTheTokensOfAProduct() {
        var some = new Efficiency(0.3, 0.7, 0.8, 60e-6, 0.6, 10e-6);
        assertThat(some.compute(1)).isEqualTo(0.3);
        assertThat(some.compute(256)).isCloseTo(0.5, within(1e-12));
        assertThat(some.compute(2048)).isEqualTo(0.7);
        assertThat(new Efficiency(0.6, 0.5, 0.8, 0, 1, 0).compute(4096)).isEqualTo(0.6);
    }

    /// Five runs of vLLM on H100 under light load (inference-sim/sim-to-real-accuracy-validation). Where weights stream
    /// at the middle of what was measured, 81.5 % of the bandwidth, each layer adds 40 to 120 us.
    @ParameterizedTest
    @CsvSource({"8B, 1, 8.11", "8B, 1, 8.89", "70B, 4, 18.29", "14B, 1, 12.35", "2-70B, 4, 19.74"})
    void theTimeThatALayerAddsIsWhatMeasurementsLeave(String name, int devices, double ms) {
        var model = switch (name) {
            case "8B" -> Models.LLAMA_8B;
            case "14B" -> Models.QWEN_14B;
            case "70B" -> Models.LLAMA_70B;
            default -> Models.LLAMA_2_70B;
        };
        var served = model.on(Models.H100, devices, new Efficiency(1, 1, 0.815, 0, 1, 0));
        double left = ms * 1e-3 - served.linear(1) - served.head(1);
        assertThat(left / model.shape().layers()).isBetween(40e-6, 120e-6);
    }
}
