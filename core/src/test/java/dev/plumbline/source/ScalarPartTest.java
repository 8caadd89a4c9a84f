package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Node.Mapping;
import dev.plumbline.source.Node.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarPartTest {
    private static Scalar scalar(String text) {
        Mapping root = YamlReader.read("d.yaml", text).root().orElseThrow();
        return (Scalar) root.get("v").orElseThrow();
    }

    private static Span find(String text, String word) {
        Scalar scalar = scalar(text);
        int at = scalar.text().indexOf(word);
        assertThat(at).isNotNegative();
        return scalar.part(at, at + word.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v: 4 + mss * 2",
                "v: '4 + mss * 2'",
                "v: \"4 + mss * 2\"",
                "v: 'it''s mss'",
                "v: \"a \\\"b\\\" \\x41 \\u00e9 \\U0001F600 mss\"",
                "v: \"a\\\n   b mss\"",
                "v: one\n  two\n  three mss\n",
                "v: \"one\n\n\n  two mss\"",
                "v: 'one   \n  two  mss'",
                "v: |\n  one\n  two mss\n  three\n",
                "v: |2-\n    one\n  two mss",
                "v: >\n  one\n  two mss\n  three\n",
                "v: >-\n  one\n\n  two\n    deep mss\n  three\n",
                "v:   \r\n  one\r\n  two mss\r\n",
                "v: &anchor !!str one mss",
                "v: \uD83D\uDE00 mss",
            })
    void a_word_inside_a_scalar_is_found_where_it_was_typed(String text) {
        Span span = find(text, "mss");
        assertThat(span.raw()).isEqualTo("mss");
        assertThat(span.start()).isEqualTo(text.indexOf("mss"));
    }

    @Test
    void a_part_covers_its_escapes() {
        assertThat(find("v: \"a \\\"b\\\" c\"", "\"b\"").raw()).isEqualTo("\\\"b\\\"");
        assertThat(find("v: 'it''s'", "'s").raw()).isEqualTo("''s");
    }

    @Test
    void an_empty_part_is_a_point() {
        Scalar scalar = scalar("v: abc");
        assertThat(scalar.part(1, 1)).isEqualTo(new Span(scalar.span().file(), 4, 4));
        assertThat(scalar.part(3, 3).start()).isEqualTo(6);
        assertThat(scalar.place(3, 3).address()).isEqualTo("d.yaml:1:7");
        assertThat(scalar("v: \"\"").part(0, 0).start()).isEqualTo(4);
        assertThat(scalar("v:\nx: 1").part(0, 0).start()).isEqualTo(2);
    }

    @Test
    void a_part_of_several_lines_is_underlined_on_its_first() {
        Scalar scalar = scalar("v: one\n  two\n");
        assertThat(scalar.text()).isEqualTo("one two");
        assertThat(scalar.place(0, 7)).isEqualTo(scalar.place());
        assertThat(scalar.part(0, 7).raw()).isEqualTo("one\n  two");
        assertThat(scalar.place(0, 7).width()).isEqualTo(3);
    }
}
