package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a: b",
                "a #b",
                "ends:",
                "ends ",
                " begins",
                "- dash",
                "yes",
                "No",
                "on",
                "~",
                "null",
                "12",
                "1e3",
                "5m",
                "0x1f",
                "#comment",
                "{a: b}",
                "a{b=\"c\", d=~\"e|f\"}[5m]",
                "\"quoted\"",
                "it's",
                "back\\slash",
                "tab\there",
                "bell\u0007",
                "line\u2028end",
                "ünïcode · ≤",
                "&anchor",
                "*alias",
                "!tag",
                "%percent",
                "@at",
                "`tick`",
                "? key",
                ": colon",
                "",
                "2026-01-01",
                "1:30",
                "inf",
                ".inf",
                "=",
                "<<"
            })
    void textReadsBackAsItWas(String text) {
        assertThat(read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines\n", "expr\n/\nother\n", "  indented: yes\n# no comment\n"})
    void linesReadBackAsTheyWere(String text) {
        assertThat(read(text)).isEqualTo(text);
    }

    private static String read(String text) {
        String written = Yaml.written(Yaml.keys().put("key", text));
        Node.Mapping root = YamlReader.read("x.yaml", written.getBytes(StandardCharsets.UTF_8))
                .root()
                .orElseThrow(() -> new AssertionError(written));
        Node.Scalar scalar = (Node.Scalar) root.get("key").orElseThrow();
        assertThat(scalar.kind()).as(written).isEqualTo(Node.Kind.STRING);
        return scalar.text();
    }
}
