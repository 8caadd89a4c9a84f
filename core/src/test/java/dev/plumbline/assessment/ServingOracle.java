package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.Designs;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a language model can do at the most by the arithmetic of estimates, against a simulated replica that has
/// always more to write than it has places.
final class ServingOracle {
    /// Estimates read a prompt and write tokens one after the other; the simulator reads beside the writing.
    private static final Percentage NEAR = Percentage.withPercentage(20);

    private static final String DESIGN = """
        design: full
        workload:
          ask: {rate: 1 req/s, arrivals: {closed: {users: USERS, think: 1 ms}}}
        components:
          writer:
            kind: llm
            model: MODEL
            on: CARDS
            concurrency: PLACES
            prompt: PROMPT token
            output: OUTPUT token
            generation: {precision: WIDTH, bandwidth: 80 %, compute: 65 %, compute-few: 40 %, layer: 60 us,
                         link: 50 %, sum: 10 us, memory: 90 %, kept: 85 %, prefix: PREFIX token}
        paths: {ask: [writer]}
        """;

    @ParameterizedTest
    @CsvSource({
        "llama-3.1-8b, 1 x H100, bf16, 64, 1000, 200, 0",
        "llama-3.1-8b, 1 x L40S, fp8, 64, 1900, 160, 300",
        "llama-3.1-70b, 4 x H100, bf16, 128, 500, 500, 0",
        "qwen-2.5-7b, 1 x A100, bf16, 256, 200, 400, 0",
        "mixtral-8x7b, 2 x H100, bf16, 32, 500, 300, 0",
        "llama-3.1-8b, 1 x L4, fp8, 200, 3000, 300, 0",
    })
    void aFullReplicaAnswersAsManyAsEstimated(
            String model, String cards, String width, int places, int prompt, int output, int prefix) {
        Design design = read(DESIGN.replace("MODEL", model)
                .replace("CARDS", cards)
                .replace("WIDTH", width)
                .replace("PLACES", String.valueOf(places))
                .replace("USERS", String.valueOf(2 * places))
                .replace("PROMPT", String.valueOf(prompt))
                .replace("OUTPUT", String.valueOf(output))
                .replace("PREFIX", String.valueOf(prefix)));
        Valuation estimated = Valuation.of(Checker.check(Estimates.of(design).sheet()), new Worlds(8, 1));
        double most = 1 / estimated.spread("writer.time_of_one").median();
        Assessment simulated = new Assessor(new Settings(7, 1, 4_000, 1), Progress.SILENT, () -> Duration.ZERO)
                .simulate(design, new Situation.Average());
        double answered = Optional.ofNullable(simulated.scenarios().get("average"))
                .flatMap(average -> Optional.ofNullable(average.components().get("writer")))
                .orElseThrow()
                .rate()
                .value();
        assertThat(most).as("%s on %s", model, cards).isCloseTo(answered, NEAR);
    }

    private static Design read(String text) {
        DesignReader.Reading reading = Designs.read(text);
        assertThat(reading).as(reading.findings().all().toString()).isInstanceOf(DesignReader.Reading.Read.class);
        return ((DesignReader.Reading.Read) reading).design();
    }
}
