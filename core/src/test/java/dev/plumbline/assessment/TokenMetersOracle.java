package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.roofline.Accelerator;
import dev.plumbline.roofline.Deployment;
import dev.plumbline.roofline.Efficiency;
import dev.plumbline.roofline.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of a design against arithmetic by hand, where nothing but the roofline takes time.
class TokenMetersOracle {
    private static final String ALONE = """
            design: alone
            workload: {ask: {rate: 0.02 req/s, arrivals: regular}}
            components:
              writer:
                kind: llm
                model: llama-3.1-8b
                on: %d x H100
                prompt: %d token
                output: %d token
                generation:
                  {chunk: 2048 token, compute: 70 %%, compute-few: 40 %%, bandwidth: 80 %%, layer: 60 us, link: 50 %%, sum: 12 us%s}
            paths: {ask: [writer]}
            requirements:
              first: {must: p99 ttft of writer <= 1 s}
              pace: {must: mean tpot of writer <= 1 s}
              whole: {must: p50 latency of ask <= 20 s}
            """;

    private static final Settings QUICK = new Settings(7, 1, 9_000, 1);

    private static Deployment deployment(int devices, double bytes) {
        double parameters = 8_030_261_248.0;
        return new Deployment(
                new Transformer(parameters, parameters, 32, 32, 8, 128, 0, 4096, 14336, 128_256, 0, 0),
                new Accelerator(bytes == 2 ? 989.4e12 : 1978.8e12, 3.35e12, 80e9, 450e9),
                new Efficiency(0.4, 0.7, 0.8, 60e-6, 0.5, 12e-6),
                bytes,
                2,
                devices);
    }

    /// In seconds, or as a share.
    private static double value(Assessment assessment, String id) {
        Figure figure = Designs.verdict(assessment, id).value().orElseThrow();
        double unit = switch (figure.unit()) {
            case "s", "" -> 1;
            case "ms" -> 1e-3;
            case "%" -> 1e-2;
            default -> throw new IllegalArgumentException(figure.unit());
        };
        return figure.interval().value() * unit;
    }

    /// One request at a time: its prompt is read in pieces, and each token after the first is a step of one.
    @ParameterizedTest
    @CsvSource({"1, 900, 150, 0", "1, 5000, 40, 0", "2, 900, 150, 0", "1, 900, 150, 512"})
    void aRequestThatIsAloneTakesItsPromptAndItsSteps(int devices, int prompt, int output, int prefix) {
        Deployment served = deployment(devices, 2);
        double first = 0;
        for (int read = prefix; read < prompt; read += 2048) {
            int to = Math.min(prompt, read + 2048);
            double pairs = (to * (to + 1.0) - read * (read + 1.0)) / 2;
            first += served.fixed()
                    + served.linear(to - read)
                    + (to == prompt ? served.head(1) : 0)
                    + Math.max(served.perCachedToken() * to, served.perPair() * pairs);
        }
        double rest = 0;
        for (int token = 1; token < output; token++) {
            rest += served.fixed() + served.linear(1) + served.head(1) + served.perCachedToken() * (prompt + token);
        }
        String more = prefix == 0 ? "" : ", prefix: %d token".formatted(prefix);
        Assessment assessment = Designs.assess(ALONE.formatted(devices, prompt, output, more), QUICK);
        // A histogram's bucket is 0.8 % wide at most; the mean is exact.
        assertThat(value(assessment, "first")).isCloseTo(first, within(0.008 * first));
        double step = rest / (output - 1);
        assertThat(value(assessment, "pace")).isCloseTo(step, within(1e-6 * step));
        double whole = first + rest;
        assertThat(value(assessment, "whole")).isCloseTo(whole, within(0.008 * whole));
    }

    @Test
    void smallerWeightsAreReadFaster() {
        Deployment served = deployment(1, 1);
        double step = served.fixed() + served.linear(1) + served.head(1) + served.perCachedToken() * (900 + 75);
        Assessment assessment = Designs.assess(ALONE.formatted(1, 900, 150, ", precision: fp8"), QUICK);
        assertThat(value(assessment, "pace")).isCloseTo(step, within(1e-4 * step));
    }

    /// A model that cannot be loaded answers nobody.
    @Test
    void aModelThatDoesNotFitFailsEveryRequest() {
        String design = ALONE.formatted(1, 900, 150, "").replace("llama-3.1-8b", "llama-3.1-70b")
                + "  served: {must: success of ask >= 1 %}\n";
        Assessment assessment = Designs.assess(design, QUICK);
        assertThat(value(assessment, "served")).isZero();
        assertThat(value(assessment, "first")).isInfinite();
        assertThat(Designs.verdict(assessment, "first").status()).isEqualTo(Status.MISSED);
    }

    @Test
    void whyNothingIsReadIsSaid() {
        String timed = ALONE.formatted(1, 900, 150, "").replaceAll("(?s)generation:.*?\\}", "time: 2 s");
        assertThat(Designs.verdict(Designs.assess(timed, QUICK), "first").reason())
                .contains("states the time of whole answers");
        String unknown = ALONE.formatted(1, 900, 150, "").replace("llama-3.1-8b", "our-own-9b");
        assertThat(Designs.verdict(Designs.assess(unknown, QUICK), "first").reason())
                .contains("not enough is known of what \"writer\" runs");
    }

    private static final String STEPS = """
            design: steps
            workload: {ask: {rate: 0.02 req/s, arrivals: regular}}
            components:
              search: {kind: service, time: 300 ms}
              guard: {kind: service, time: 200 ms}
              writer: {kind: llm, model: llama-3.1-8b, on: 1 x H100, prompt: 900 token, output: 150 token}
            paths:
              ask: [search, %s, guard]
            requirements:
              component: {must: p50 ttft of writer <= 1 s}
              path: {must: p50 ttft of ask <= 1 s}
              pace: {must: mean tpot of writer <= 1 s}
              same: {must: mean tpot of ask <= 1 s}
            """;

    /// A path's first token comes after the steps before the model, whatever policy calls it; those behind it follow.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "writer",
                "{call: writer, timeout: 30 s, retry: {times: 1}}",
                "{all: [writer, search]}",
                "{when: 40 %, do: [writer]}"
            })
    void thePathsFirstTokenComesAfterTheStepsBefore(String step) {
        Assessment assessment = Designs.assess(STEPS.formatted(step), QUICK);
        assertThat(value(assessment, "path")).isCloseTo(0.3 + value(assessment, "component"), within(0.005));
        assertThat(value(assessment, "same"))
                .isCloseTo(value(assessment, "pace"), within(1e-6 * value(assessment, "pace")));
    }

    @Test
    void aPathWithoutAModelWritesNothing() {
        String design = STEPS.formatted("search").replaceAll("(?m)^ *(component|pace):.*\\n", "");
        assertThat(Designs.verdict(Designs.assess(design, QUICK), "path").reason())
                .contains("no step of \"ask\" is a language model");
    }
}
