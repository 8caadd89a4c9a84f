package dev.plumbline.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The model should be accurate | names no metric, target or segment",
                "The feed has to feel instant | names no metric, target or load",
                "It must always be up | names no metric, target or window",
                "Be nice to merchants | names no metric or target",
                "Latency must stay low at peak load | names no target",
                "Answer within 200 ms at peak | names no metric",
                "Recall of at least 80 % in every country | ''",
                "99.9 % availability over every 30 days, counted with p99 | ''",
            })
    void an_ask_is_told_what_it_lacks(String ask, String lacks) {
        assertThat(AskReading.of(ask).missing()).isEqualTo(lacks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it should be fast and accurate and always up", "users love it", "no surprises", ""})
    void a_vague_ask_is_not_measurable(String ask) {
        assertThat(AskReading.of(ask).isMeasurable()).isFalse();
    }

    @Test
    void the_ask_is_kept_verbatim_and_a_form_is_proposed() {
        AskReading reading = AskReading.of("  The model\nshould be accurate.");
        assertThat(reading.ask()).isEqualTo("  The model\nshould be accurate.");
        assertThat(reading.proposal()).contains("of <model>").contains("for every segment of");
        assertThat(AskReading.of("be quick").proposal()).startsWith("p99 latency");
        assertThat(AskReading.of("never go down").proposal()).startsWith("availability");
    }
}
