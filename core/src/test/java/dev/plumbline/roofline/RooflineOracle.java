package dev.plumbline.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against published and measured figures, each with its source, and against counting one by one.
class RooflineOracle {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private static final double H100_PEAK = 989.4e12;
    private static final double H100_BANDWIDTH = 3.35e12;

    /// Llama 2 7B: 500 MB for 1,000 tokens (gpu_poor README). GPT-2 XL: 300 KiB (paper-digest.app, hn_47558733). Llama
    /// 3
    /// 70B: 2 x 80 x 8 x 128 x 2 B.
    @ParameterizedTest
    @CsvSource({"32, 32, 128, 2, 524288", "48, 25, 64, 2, 307200", "80, 8, 128, 2, 327680"})
    void theCacheOfATokenIsWhatIsPublished(double layers, double heads, double dim, double bytes, double expected) {
        assertThat(Roofline.cachePerToken(layers, heads, dim, bytes)).isEqualTo(expected);
    }

    @Test
    void aLongSequenceOfLlama70bTakesWholeGibibytes() {
        double token = Roofline.cachePerToken(80, 8, 128, 2);
        assertThat(token * 8192).isEqualTo(2.5 * GIB);
        assertThat(token * 131_072).isEqualTo(40 * GIB);
    }

    /// DeepSeek-V2 (2024), table 1: 576 numbers a layer, 2/9 of grouped queries' 2 x 8 x 128 + what positions take.
    @Test
    void aLatentCacheIsSmallerThanThatOfGroupedQueries() {
        assertThat(Roofline.latentCachePerToken(61, 576, 2)).isEqualTo(70_272);
        assertThat(Roofline.latentCachePerToken(61, 576, 2)).isLessThan(Roofline.cachePerToken(61, 8, 128, 2));
    }

    /// glennklockwood.com/garden/processors/h100: 989.4 TFLOP/s over 3.35 TB/s.
    @Test
    void theRidgeOfAnH100IsPublished() {
        assertThat(Roofline.ridge(H100_PEAK, H100_BANDWIDTH)).isCloseTo(295.3, within(1.5));
    }

    /// A published claim of 110 tokens a second for 70B in FP16 on one H100 is above what its memory can deliver.
    @Test
    void noTokenComesSoonerThanItsWeights() {
        double perSecond = 1 / Roofline.decodeFloor(68.98e9 * 2, H100_BANDWIDTH);
        assertThat(perSecond).isCloseTo(24.3, within(0.1));
        assertThat(perSecond).isLessThan(110);
    }

    /// LLMServingSim profiler, H100, gate_proj of Llama 3.1 70B, one token: 152 us, 92 % of the bandwidth.
    @Test
    void aMeasuredLayerReadsItsWeightsAtTheShareThatIsSaid() {
        double floor =
                Roofline.time(Roofline.matrixProduct(1, 8192, 28672), 8192 * 28672 * 2.0, H100_PEAK, H100_BANDWIDTH);
        assertThat(floor / 152.0e-6).isCloseTo(0.92, within(0.005));
    }

    /// Vidur data/profiling/compute, mlp.csv, medians, gate and up together.
    @ParameterizedTest
    @CsvSource({
        "4096, 14336, 2048, 312e12, 2.2485e-3, 0.69",
        "8192, 28672, 2048, 989.4e12, 2.732e-3, 0.71",
        "4096, 11008, 128, 312e12, 0.157e-3, 0.47"
    })
    void measuredProductsReachTheShareOfPeakThatIsSaid(
            double hidden, double wide, double tokens, double peak, double seconds, double share) {
        double floor = Roofline.matrixProduct(tokens, hidden, 2 * wide) / peak;
        assertThat(floor / seconds).isCloseTo(share, within(0.006));
        assertThat(seconds).isBetween(floor / 0.80, floor / 0.25);
    }

    @Test
    void pairsAreCountedOneByOne() {
        for (int from = 0; from < 40; from += 7) {
            for (int to = from; to < 60; to += 5) {
                double pairs = 0;
                for (int token = from + 1; token <= to; token++) {
                    pairs += token;
                }
                assertThat(Roofline.causalPairs(from, to)).isEqualTo(pairs);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 2, 1", "8, 2, 5", "128, 8, 1", "128, 8, 16", "128, 8, 256", "4, 4, 3"})
    void touchedExpertsAreThoseOfARandomChoice(int experts, int used, int tokens) {
        Generator generator = new Generator(7);
        int rounds = 4000;
        long touched = 0;
        for (int round = 0; round < rounds; round++) {
            boolean[] seen = new boolean[experts];
            for (int token = 0; token < tokens; token++) {
                boolean[] own = new boolean[experts];
                for (int chosen = 0; chosen < used; ) {
                    int one = generator.below(experts);
                    chosen += own[one] ? 0 : 1;
                    own[one] = true;
                    seen[one] = true;
                }
            }
            for (boolean each : seen) {
                touched += each ? 1 : 0;
            }
        }
        double mean = (double) touched / rounds;
        assertThat(Roofline.expertsTouched(experts, used, tokens)).isCloseTo(mean, within(0.02 * mean));
    }

    @Test
    void aSumOverTwoDevicesSendsTheVectorOnce() {
        assertThat(Roofline.allReduced(10, 1)).isZero();
        assertThat(Roofline.allReduced(10, 2)).isEqualTo(10);
        assertThat(Roofline.allReduced(10, 8)).isEqualTo(17.5);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Accelerator(0, 1, 1, 1)).hasMessageContaining("positive");
        assertThatThrownBy(() -> new Efficiency(1, 1, 0, 0, 1, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> Models.LLAMA_8B.activeAbove()).hasMessageContaining("active");
    }
}
