package dev.plumbline.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KEYS =
            List.of("replicas", "concurrency", "time", "timeout", "queue", "batch", "balance", "kind", "user_features");
    private static final List<String> UNITS = List.of("ms", "s", "min", "MB", "MiB", "h", "us", "month", "GB", "kg");

    @ParameterizedTest
    @CsvSource({
        "replica, replicas",
        "repilcas, replicas",
        "replcas, replicas",
        "concurency, concurrency",
        "tiem, time",
        "Kind, kind",
        "user-features, user_features",
        "user-feature, user_features",
        "conc, concurrency",
    })
    void a_slip_of_the_fingers_finds_the_key(String typed, String meant) {
        assertThat(Nearest.to(typed, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"mss, ms", "Mb, MB", "mb, MB", "mins, min", "months, month", "gb, GB", "sm, ms"})
    void a_slip_finds_the_unit(String typed, String meant) {
        assertThat(Nearest.to(typed, UNITS)).contains(meant);
    }

    @Test
    void a_word_far_from_all_has_no_nearest() {
        assertThat(Nearest.to("colour", KEYS)).isEmpty();
        assertThat(Nearest.to("x", List.of("s", "h"))).isEmpty();
        assertThat(Nearest.to("", KEYS)).isEmpty();
        assertThat(Nearest.to("kind", List.of())).isEmpty();
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_the_known_words() {
        assertThat(Nearest.to("bat", List.of("cat", "hat"))).contains("cat");
        assertThat(Nearest.to("bat", List.of("hat", "cat"))).contains("cat");
    }

    @Test
    void swapping_two_neighbours_is_one_edit() {
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
