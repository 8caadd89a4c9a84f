package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Mapping;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Node.Sequence;
import dev.plumbline.source.Node.Style;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static Mapping root(String text) {
        Document document = YamlReader.read("d.yaml", text);
        assertThat(document.findings().all()).isEmpty();
        return document.root().orElseThrow();
    }

    private static Scalar scalar(String text, String key) {
        return (Scalar) root(text).get(key).orElseThrow();
    }

    private static List<String> rules(String text) {
        return YamlReader.read("d.yaml", text).findings().all().stream()
                .map(Diagnostic::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "on, STRING",
        "no, STRING",
        "yes, STRING",
        "off, STRING",
        "y, STRING",
        "NO, STRING",
        "true, BOOL",
        "False, BOOL",
        "tRUE, STRING",
        "null, NULL",
        "~, NULL",
        "nil, STRING",
        "12, INT",
        "-7, INT",
        "0o17, INT",
        "0xfF, INT",
        "017, INT",
        "1_000, STRING",
        "1.5, FLOAT",
        ".5, FLOAT",
        "1e6, FLOAT",
        "-.inf, FLOAT",
        ".NaN, FLOAT",
        "1., FLOAT",
        "5 %, STRING",
        "1:30, STRING",
        "2026-09-01, STRING",
        "10k, STRING",
    })
    void plain_scalars_follow_the_core_schema_of_yaml_1_2(String plain, Kind kind) {
        assertThat(scalar("v: " + plain, "v").kind()).isEqualTo(kind);
    }

    @Test
    void quoted_scalars_are_text_whatever_they_hold() {
        assertThat(scalar("v: \"12\"", "v").kind()).isEqualTo(Kind.STRING);
        assertThat(scalar("v: 'true'", "v").style()).isEqualTo(Style.SINGLE_QUOTED);
        assertThat(scalar("v: !!str 12", "v").kind()).isEqualTo(Kind.STRING);
    }

    @Test
    void keys_and_scalars_know_their_places_and_offsets() {
        String text = "design: x\ncomponents:\n  ranker: {kind: model, time: \"10 ms\"}\n";
        Mapping ranker = (Mapping) ((Mapping) root(text).get("components").orElseThrow())
                .get("ranker")
                .orElseThrow();
        Node.Entry time = ranker.entry("time").orElseThrow();
        assertThat(time.key().place())
                .isEqualTo(new Place("d.yaml", 3, 25, text.lines().toList().get(2), 4));
        assertThat(time.value().place().address()).isEqualTo("d.yaml:3:31");
        assertThat(time.value().place().width()).isEqualTo(7);
        assertThat(time.value().span().raw()).isEqualTo("\"10 ms\"");
        assertThat(ranker.span().raw()).isEqualTo("{kind: model, time: \"10 ms\"}");
        assertThat(ranker.keys()).containsExactly("kind", "time");
    }

    @Test
    void a_block_collection_ends_with_its_last_value() {
        String text = "a:\n  b: 1\n  c:\n    - x\n    - y z  # said\n\n# end\nd: 2\n";
        Mapping a = (Mapping) root(text).get("a").orElseThrow();
        assertThat(a.span().raw()).isEqualTo("b: 1\n  c:\n    - x\n    - y z");
        assertThat(a.get("c").orElseThrow().span().raw()).isEqualTo("- x\n    - y z");
    }

    @Test
    void a_missing_value_has_the_place_behind_its_colon() {
        Scalar missing = scalar("a:\nb: 1\n", "a");
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.place().address()).isEqualTo("d.yaml:1:3");
    }

    @Test
    void columns_count_characters_that_take_two_chars_once_and_offsets_twice() {
        String text = "a: {ask: \"\uD83D\uDE00 fast\", b: mss}\n";
        Scalar unit =
                (Scalar) ((Mapping) root(text).get("a").orElseThrow()).get("b").orElseThrow();
        assertThat(unit.place().column()).isEqualTo(23);
        assertThat(text.substring(unit.span().start(), unit.span().end())).isEqualTo("mss");
    }

    @Test
    void line_breaks_of_every_system_are_counted_once() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = "a: 1" + end + "b:" + end + "  c: mss" + end;
            Scalar value = (Scalar)
                    ((Mapping) root(text).get("b").orElseThrow()).get("c").orElseThrow();
            assertThat(value.place()).isEqualTo(new Place("d.yaml", 3, 6, "  c: mss", 3));
            assertThat(value.span().raw()).isEqualTo("mss");
        }
    }

    @Test
    void an_alias_stands_for_the_node_it_names() {
        Mapping root = root("a: &t {p50: 1 ms}\nb: *t\nc: [*t, *t]\n");
        assertThat(root.get("b")).isEqualTo(root.get("a"));
        assertThat(((Sequence) root.get("c").orElseThrow()).items()).hasSize(2);
        assertThat(root.get("a").orElseThrow().span().raw()).isEqualTo("{p50: 1 ms}");
        assertThat(root.span().raw()).endsWith("[*t, *t]");
    }

    @Test
    void aliases_may_expand_to_100_000_nodes_and_not_one_more() {
        String items = String.join(",", Collections.nCopies(999, "x"));
        String most = "a: &a [" + items + "]\nb: [" + String.join(",", Collections.nCopies(98, "*a")) + "]\n";
        assertThat(rules(most)).isEmpty();
        String bomb = "a: &a [" + items + "]\nb: [" + String.join(",", Collections.nCopies(100, "*a")) + "]\n";
        assertThat(rules(bomb)).containsExactly("yaml.alias-limit");
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_text() {
        byte[] bytes = "\uFEFFdesign: x\n".getBytes(StandardCharsets.UTF_8);
        Document document = YamlReader.read("d.yaml", bytes);
        assertThat(document.findings().all()).isEmpty();
        assertThat(document.root()
                        .orElseThrow()
                        .entries()
                        .getFirst()
                        .key()
                        .place()
                        .column())
                .isEqualTo(1);
    }

    @Test
    void a_file_may_have_one_mebibyte_and_not_one_byte_more() {
        byte[] most = new byte[YamlReader.MOST_BYTES];
        Arrays.fill(most, (byte) '#');
        System.arraycopy("a: b\n".getBytes(StandardCharsets.UTF_8), 0, most, 0, 5);
        assertThat(YamlReader.read("d.yaml", most).findings().all()).isEmpty();
        byte[] more = Arrays.copyOf(most, most.length + 1);
        assertThat(YamlReader.read("d.yaml", more).findings().all())
                .extracting(Diagnostic::rule)
                .containsExactly("yaml.too-large");
    }

    @Test
    void a_file_in_another_encoding_is_named_with_its_first_wrong_byte() {
        byte[] latin = "design: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Diagnostic fault = YamlReader.read("d.yaml", latin).findings().all().getFirst();
        assertThat(fault.what()).isEqualTo("byte 0xE9 is not UTF-8");
        assertThat(fault.place().column()).isEqualTo(12);
        byte[] wide = "design: x".getBytes(StandardCharsets.UTF_16);
        assertThat(YamlReader.read("d.yaml", wide).findings().all().getFirst().what())
                .contains("UTF-16");
        byte[] cut = Arrays.copyOf("design: \u00e9".getBytes(StandardCharsets.UTF_8), 9);
        assertThat(YamlReader.read("d.yaml", cut).findings().hasErrors()).isTrue();
    }

    @Test
    void tabs_are_faults_only_where_they_indent() {
        assertThat(rules("a:\n\tb: 1\n")).containsExactly("yaml.tab");
        assertThat(rules("a: x\n\ty\n")).containsExactly("yaml.tab");
        assertThat(rules("a:\tx\n")).containsExactly("yaml.tab");
        assertThat(rules("a: x\ty\n\t\nb: {c: 1}\n\t# said\nd: 2\n \t \n")).isEmpty();
        assertThat(rules("a: |\n  x\n  \ty\nb: \"x\n\ty\"\n")).isEmpty();
    }

    @Test
    void faults_of_one_file_are_all_reported() {
        assertThat(rules("a: 1\na: 2\nb: *c\n1: x\nd: {e:5, f: max(1, 2)}\n"))
                .containsExactly(
                        "yaml.duplicate-key", "yaml.unknown-anchor", "yaml.key", "yaml.colon", "yaml.cut-at-comma");
    }

    @Test
    void a_value_cut_at_a_comma_is_put_together_again() {
        Document document = YamlReader.read("d.yaml", "a: {rate: max(b, c) * 2, peak: 3}\nd: {n: 1,000 row, m: 2}\n");
        Mapping root = document.root().orElseThrow();
        Mapping a = (Mapping) root.get("a").orElseThrow();
        assertThat(a.keys()).containsExactly("rate", "peak");
        assertThat(((Scalar) a.get("rate").orElseThrow()).text()).isEqualTo("max(b, c) * 2");
        Mapping d = (Mapping) root.get("d").orElseThrow();
        assertThat(d.keys()).containsExactly("n", "m");
        assertThat(((Scalar) d.get("n").orElseThrow()).text()).isEqualTo("1_000 row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: max(1, 2)",
                "a: [f, g]",
                "a: {b: f(x), c: 2}",
                "a: {b: \"max(1, 2)\", c: 'min(1, 2)'}",
                "a: {b, c}",
                "a: [x * (y + 1), 2]",
            })
    void a_value_that_is_whole_is_left_alone(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @Test
    void depth_is_bounded() {
        assertThat(rules("a: " + "[".repeat(63) + "]".repeat(63))).isEmpty();
        assertThat(rules("a: " + "[".repeat(200_000))).containsExactly("yaml.too-deep");
        assertThat(rules("- ".repeat(100_000) + "x")).containsExactly("yaml.too-deep");
    }
}
