package dev.plumbline.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
    private static final String WHY = "a time needs a unit that Plumbline knows, or \"10\" could be anything";

    private static Diagnostic at(Place place) {
        return new Diagnostic(
                Severity.ERROR, "quantity.unknown-unit", place, "\"mss\" is not a unit", WHY, "write \"ms\"");
    }

    @Test
    void a_finding_shows_where_what_why_and_how_to_mend() {
        assertThat(Rendering.plain(100).of(at(new Place("design.yaml", 14, 12, "  time: 10 mss", 3))))
                .isEqualTo("""
                error[quantity.unknown-unit] "mss" is not a unit
                  --> design.yaml:14:12
                14 |   time: 10 mss
                   |            ^^^
                  why: a time needs a unit that Plumbline knows, or "10" could be anything
                  fix: write "ms"
                """);
    }

    @Test
    void prose_wraps_under_itself_on_a_narrow_terminal() {
        assertThat(Rendering.plain(40).of(at(new Place("design.yaml", 14, 12, "  time: 10 mss", 3))))
                .isEqualTo("""
                error[quantity.unknown-unit] "mss" is
                  not a unit
                  --> design.yaml:14:12
                14 |   time: 10 mss
                   |            ^^^
                  why: a time needs a unit that
                       Plumbline knows, or "10" could be
                       anything
                  fix: write "ms"
                """);
    }

    @Test
    void a_long_line_is_cut_around_the_place() {
        String line = "  rank: {" + "alpha: 1, ".repeat(20) + "time: 10 mss, " + "omega: 2, ".repeat(20) + "}";
        String text = Rendering.plain(60).of(at(new Place("design.yaml", 7, line.indexOf("mss") + 1, line, 3)));
        List<String> lines = text.lines().toList();
        assertThat(lines.get(2)).startsWith("7 | \u2026").endsWith("\u2026").contains("10 mss, omega");
        assertThat(lines.get(3).indexOf('^')).isEqualTo(lines.get(2).indexOf("mss"));
        assertThat(lines.get(3)).endsWith("^^^");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 120})
    void no_line_is_wider_than_the_terminal_but_for_a_word_that_is(int width) {
        String line = "  rank: {" + "alpha: 1, ".repeat(20) + "time: 10 mss, " + "omega: 2, ".repeat(20) + "}";
        for (int column = 1; column <= line.length() + 1; column += 7) {
            String text = Rendering.plain(width).of(at(new Place("d.yaml", 123, column, line, 30)));
            assertThat(text.lines().filter(shown -> shown.contains("|")))
                    .allSatisfy(shown -> assertThat(Glyphs.cells(shown)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void carets_stand_under_wide_characters() {
        String line = "  ask: \u901f\u3044 mss";
        assertThat(Rendering.plain(80).of(at(new Place("d.yaml", 3, 11, line, 3))))
                .contains("""
                3 |   ask: \u901f\u3044 mss
                  |             ^^^
                """);
    }

    @Test
    void what_a_terminal_would_obey_is_made_visible() {
        String text = Rendering.plain(80).of(at(new Place("d.yaml", 3, 1, "\u001b[2Jkey:\tmss \u202e", 3)));
        assertThat(text).doesNotContain("\u001b").doesNotContain("\t").doesNotContain("\u202e");
        assertThat(text).contains("3 | \ufffd[2Jkey:\u2192mss \ufffd");
    }

    @Test
    void a_place_behind_the_end_of_a_line_is_shown() {
        assertThat(Rendering.plain(80).of(at(new Place("d.yaml", 1, 7, "time: ", 1))))
                .contains("""
                1 | time:
                  |       ^
                """);
        assertThat(Rendering.plain(80).of(at(new Place("d.yaml", 1, 1, "", 1)))).contains("1 |\n  | ^\n");
    }

    @Test
    void ink_colours_parts_and_changes_no_word() {
        Diagnostic finding = at(new Place("design.yaml", 14, 12, "  time: 10 mss", 3));
        String coloured = new Rendering(60, (part, text) -> "<" + part + ">" + text + "</>").of(finding);
        assertThat(coloured)
                .contains("<ERROR>error</>")
                .contains("<ERROR>^^^</>")
                .contains("<LABEL>why:</>");
        assertThat(coloured.replaceAll("</>|<[A-Z]+>", ""))
                .isEqualTo(Rendering.plain(60).of(finding));
    }

    @Test
    void several_findings_are_kept_apart_by_a_blank_line() {
        Diagnostic one = at(new Place("d.yaml", 1, 1, "mss", 3));
        Diagnostic two = at(new Place("d.yaml", 2, 1, "mss", 3));
        assertThat(Rendering.plain(80).of(new Diagnostics(List.of(one, two)))).contains("\"ms\"\n\nerror");
    }
}
