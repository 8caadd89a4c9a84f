package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a met requirement hides is said beside it.
final class CaveatTest {
    private static String reason(String id, String fails, String price) {
        Verdict verdict =
                Designs.verdict(Designs.assess("""
            design: shop
            workload: {ask: {rate: 10 req/s}}
            components:
              flaky: {kind: external, time: 1 ms, fails: %s, price: 1 USD/h}
              spare: {kind: cache, time: 1 ms%s}
            paths: {ask: [{call: flaky, fallback: spare}]}
            requirements:
              answers: {must: success of ask >= 99 %%}
              cheap: {must: cost <= 10k USD/month}
            """.formatted(fails, price), new Settings(7, 2, 20_000, 1)), id);
        assertThat(verdict.status()).isEqualTo(Status.MET);
        return verdict.reason();
    }

    @Test
    void whatFallbacksAnswerIsToldWithASuccess() {
        assertThat(reason("answers", "40 %", ""))
                .matches("over all worlds (39\\.\\d*|40|40\\.\\d*) % of requests get a "
                        + "fallback's answer, which counts as one");
        assertThat(reason("answers", "0.5 %", "")).isEmpty();
    }

    @Test
    void whatHasNoPriceIsToldWithACost() {
        assertThat(reason("cheap", "1 %", "")).isEqualTo("the price of spare is not known and not counted");
        assertThat(reason("cheap", "1 %", ", price: 1 USD/h")).isEmpty();
    }
}
