package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationReaderTest {
    private static DesignReader.Reading reading(String writer) {
        return Designs.read("""
                design: writing
                units: [question]
                workload: {ask: {rate: 1 question/s}}
                components:
                  writer: {kind: llm, %s}
                paths: {ask: [writer]}
                """.formatted(writer));
    }

    private static final String LENGTHS = "prompt: 900 token, output: 150 token";
    private static final String USUAL = "model: llama-3.1-8b, on: 2 x H100, " + LENGTHS;

    private static Design design(String writer) {
        return ((DesignReader.Reading.Read) reading(writer)).design();
    }

    private static Service.Generation generation(String writer) {
        return (Service.Generation)
                Objects.requireNonNull(design(writer).components().get("writer"))
                        .service();
    }

    private static List<String> rules(String writer) {
        return reading(writer).findings().all().stream().map(Diagnostic::rule).toList();
    }

    private static Diagnostic finding(String writer, String rule) {
        return reading(writer).findings().all().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelWithoutATimeWritesTokenByToken() {
        TokenServing serving = generation(USUAL).serving().orElseThrow();
        assertThat(serving.devices()).isEqualTo(2);
        assertThat(serving.model())
                .containsKeys("parameters", "layers", "kv_heads")
                .doesNotContainKey("experts");
        assertThat(serving.accelerator()).containsKeys("memory", "memory_bandwidth", "peak", "link_one_way");
        assertThat(serving.precision()).isEqualTo(TokenServing.Precision.BF16);
        assertThat(rules(USUAL)).isEmpty();
    }

    @Test
    void whatIsNotSaidIsAssumedWithItsSource() {
        Design design = design(USUAL);
        assertThat(design.defaults())
                .extracting(Design.Default::name, Design.Default::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("writer.concurrency", "128"),
                        org.assertj.core.groups.Tuple.tuple("writer.generation.chunk", "2048 token"),
                        org.assertj.core.groups.Tuple.tuple(
                                "writer.generation.bandwidth", "facts.streaming_h100.share_of_peak"),
                        org.assertj.core.groups.Tuple.tuple("writer.generation.longest", "facts.llama_3_1_8b.context"));
    }

    @Test
    void whatIsSaidHolds() {
        String said = USUAL + ", generation: {precision: fp8, cache-precision: fp8, prefill: first, chunk: 512 token,"
                + " prefix: 300 token, cached: 20 %, bandwidth: 60 %, interconnect: 64 GB/s}";
        TokenServing serving = generation(said).serving().orElseThrow();
        assertThat(serving.precision()).isEqualTo(TokenServing.Precision.FP8);
        assertThat(serving.cachePrecision()).isEqualTo(TokenServing.Precision.FP8);
        assertThat(serving.steps().prefill()).isEqualTo(TokenServing.Prefill.FIRST);
        assertThat(Objects.requireNonNull(serving.accelerator().get("peak")).name())
                .isEqualTo("facts.h100.fp8_dense");
        assertThat(Objects.requireNonNull(serving.accelerator().get("link_one_way"))
                        .name())
                .isEqualTo("writer.generation.interconnect");
        assertThat(design(said).defaults()).extracting(Design.Default::name).doesNotContain("writer.generation.chunk");
        assertThat(rules(said)).isEmpty();
    }

    @Test
    void aStatedTimeIsTaken() {
        String timed = USUAL + ", time: 2 s";
        assertThat(generation(timed).serving()).isEmpty();
        assertThat(generation(timed).timed()).isTrue();
        assertThat(rules(timed + ", generation: {precision: fp8}")).containsExactly("design.no-effect");
    }

    /// A card without a link of its own sends over PCIe.
    @Test
    void cardsWithoutALinkShareTheBus() {
        TokenServing serving = generation("model: llama-3.1-8b, on: 2 x L40S, " + LENGTHS)
                .serving()
                .orElseThrow();
        assertThat(serving.accelerator()).containsKey("link_one_way");
        assertThat(design("model: llama-3.1-8b, on: 2 x L40S, " + LENGTHS).defaults())
                .extracting(Design.Default::value)
                .contains("facts.pcie.one_way");
    }

    @ParameterizedTest
    @CsvSource({
        "our-own-9b, 1 x H100, design.unknown-model",
        "llama-3.1-8b, c7i.2xlarge, design.no-accelerator",
        "llama-3.1-70b, 1 x H100, design.model-too-large",
        "llama-2-7b, 1 x T4, design.cache-too-small"
    })
    void whatCannotBeServedIsFound(String model, String machine, String rule) {
        String lengths = "prompt: 3000 token, output: 500 token";
        assertThat(rules("model: %s, on: %s, %s".formatted(model, machine, lengths)))
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"llama-3.1-70b, 4 x H100", "llama-3.1-8b, 1 x L4", "llama-2-7b, 1 x L40S", "mixtral-8x7b, 2 x H100"})
    void whatFitsIsFoundFine(String model, String machine) {
        assertThat(rules("model: %s, on: %s, prompt: 3000 token, output: 500 token".formatted(model, machine)))
                .isEmpty();
    }

    /// 70.55 bn weights of 2 bytes; 80 GB at 85 to 90 %. In one byte they would take 70.6 GB, still too much.
    @Test
    void aModelThatDoesNotFitIsToldWithWhatWouldDo() {
        Diagnostic found = finding("model: llama-3.1-70b, on: 1 x H100, " + LENGTHS, "design.model-too-large");
        assertThat(found.what()).contains("take 141 GB").contains("1 x H100 gives 70 GB");
        assertThat(found.mend()).isEqualTo("write \"on: 4 x H100\"");
        Diagnostic two = finding("model: llama-3.1-70b, on: 2 x H100, " + LENGTHS, "design.model-too-large");
        assertThat(two.mend()).isEqualTo("write \"on: 4 x H100\", or \"generation: {precision: fp8}\"");
    }
}
