package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "posts, post",
        "queries, query",
        "boxes, box",
        "batches, batch",
        "buses, buse",
        "status, status",
        "class, class",
        "analysis, analysis",
        "classes, class",
        "ride, ride",
        "keys, key"
    })
    void a_plural_by_rule_has_its_singular(String plural, String singular) {
        assertThat(Units.singular(plural)).isEqualTo(singular);
    }

    @Test
    void a_declared_noun_is_known_in_singular_and_plural_however_it_is_declared() {
        for (String declared : List.of("gizmo", "gizmos")) {
            Units units = Units.standard().withNouns(List.of(declared));
            assertThat(units.find("gizmos")).isEqualTo(units.find("gizmo")).isPresent();
            assertThat(units.find("gizmo").orElseThrow().dimension()).isEqualTo(Dimension.count("gizmo"));
        }
        assertThat(Units.standard().find("gizmo")).isEmpty();
    }

    @Test
    void declaring_a_noun_that_is_known_changes_nothing() {
        Units units = Units.standard().withNouns(List.of("user", "requests"));
        assertThat(units.find("request").orElseThrow().dimension()).isEqualTo(Dimension.REQUEST);
        assertThat(units.find("user")).isEqualTo(Units.standard().find("user"));
    }

    @Test
    void a_noun_cannot_take_the_word_of_a_measure() {
        assertThat(Units.standard()
                        .withNouns(List.of("min"))
                        .find("min")
                        .orElseThrow()
                        .dimension())
                .isEqualTo(Dimension.TIME);
        assertThat(Units.standard().claims("min")).isTrue();
    }

    @Test
    void a_dimension_is_said_in_words() {
        assertThat(Dimension.NONE.words()).isEqualTo("a plain number");
        assertThat(Dimension.NONE.per(Dimension.TIME).words()).isEqualTo("per time");
        assertThat(Dimension.count("session")
                        .per(Dimension.count("user"))
                        .per(Dimension.TIME)
                        .words())
                .isEqualTo("session per user per time");
        assertThat(Dimension.ENERGY.times(Dimension.TIME).words()).isEqualTo("energy × time");
        assertThat(Dimension.TIME.per(Dimension.TIME)).isEqualTo(Dimension.NONE);
        assertThat(Dimension.DISTANCE.power(Ratio.of(2)).power(new Ratio(1, 2))).isEqualTo(Dimension.DISTANCE);
    }
}
