package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static Folder folder(Map<String, String> files) {
        return path -> {
            String text = files.get(path);
            if (text == null) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static List<String> rules(Bundle bundle) {
        return bundle.findings().all().stream().map(Diagnostic::rule).toList();
    }

    @Test
    void includes_are_read_depth_first_and_each_once() {
        Bundle bundle = Sources.read(
                "designs/d.yaml",
                folder(Map.of(
                        "d.yaml", "include: [shared/a.yaml, b.yaml]\n",
                        "shared/a.yaml", "include: ./c.yaml\nx: 1\n",
                        "shared/c.yaml", "include: ../b.yaml\n",
                        "b.yaml", "y: 2\n")));
        assertThat(rules(bundle)).isEmpty();
        assertThat(bundle.documents())
                .extracting(document -> document.file().name())
                .containsExactly("designs/d.yaml", "designs/shared/a.yaml", "designs/shared/c.yaml", "designs/b.yaml");
        assertThat(bundle.main().root().orElseThrow().keys()).containsExactly("include");
        assertThat(bundle.included()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.yaml",
                "/etc/passwd",
                "a/../../secret.yaml",
                "~/x.yaml",
                "C:/x.yaml",
                "https://example.org/x.yaml",
                "file:x.yaml",
                ".",
            })
    void an_include_may_not_leave_the_folder(String path) {
        Folder never = asked -> {
            if (asked.equals("d.yaml")) {
                return new ByteArrayInputStream(("include: " + path).getBytes(StandardCharsets.UTF_8));
            }
            throw new AssertionError("asked for " + asked);
        };
        assertThat(rules(Sources.read("d.yaml", never))).containsExactly("include.outside");
    }

    @Test
    void a_cycle_of_includes_is_printed() {
        Bundle bundle = Sources.read(
                "d.yaml",
                folder(Map.of(
                        "d.yaml", "include: a.yaml\n", "a.yaml", "include: b.yaml\n", "b.yaml", "include: a.yaml\n")));
        assertThat(rules(bundle)).containsExactly("include.cycle");
        assertThat(bundle.findings().all().getFirst().why()).isEqualTo("a.yaml -> b.yaml -> a.yaml");
        assertThat(bundle.findings().all().getFirst().place().address()).isEqualTo("b.yaml:1:10");
        Bundle self = Sources.read("d.yaml", folder(Map.of("d.yaml", "include: d.yaml\n")));
        assertThat(self.findings().all().getFirst().what()).isEqualTo("\"d.yaml\" includes itself");
    }

    @Test
    void all_faults_of_all_files_are_reported() {
        Bundle bundle = Sources.read(
                "d.yaml",
                folder(Map.of(
                        "d.yaml", "x: 1\nx: 2\ninclude: [a.yaml, gone.yaml, {b: c}, 5, 'a\\b.yaml']\n",
                        "a.yaml", "y: [\n")));
        assertThat(rules(bundle))
                .containsExactlyInAnyOrder(
                        "yaml.duplicate-key",
                        "include.missing",
                        "include.form",
                        "include.form",
                        "include.form",
                        "yaml.unclosed");
    }

    @Test
    void a_main_file_that_is_not_there_is_a_fault_and_no_throw() {
        Bundle bundle = Sources.read("designs/gone.yaml", folder(Map.of()));
        assertThat(rules(bundle)).containsExactly("include.missing");
        assertThat(bundle.findings().all().getFirst().what()).isEqualTo("there is no file \"designs/gone.yaml\"");
        assertThat(bundle.main().root()).isEmpty();
    }

    @Test
    void the_folder_says_why_a_file_may_not_be_read() {
        Bundle bundle = Sources.read("d.yaml", path -> {
            if (path.equals("d.yaml")) {
                return new ByteArrayInputStream("include: link.yaml".getBytes(StandardCharsets.UTF_8));
            }
            throw new IOException("it is a link that leads out of the folder");
        });
        assertThat(bundle.findings().all().getFirst().why()).isEqualTo("it is a link that leads out of the folder");
    }

    @Test
    void depth_and_number_of_includes_are_bounded() {
        Map<String, String> chain = new HashMap<>();
        Map<String, String> star = new HashMap<>();
        StringBuilder list = new StringBuilder("include:\n");
        for (int i = 0; i < 200; i++) {
            chain.put(i == 0 ? "d.yaml" : i + ".yaml", "include: %d.yaml\n".formatted(i + 1));
            star.put(i + ".yaml", "x: 1\n");
            list.append("  - ").append(i).append(".yaml\n");
        }
        star.put("d.yaml", list.toString());
        assertThat(rules(Sources.read("d.yaml", folder(chain)))).containsExactly("include.too-many");
        Bundle many = Sources.read("d.yaml", folder(star));
        assertThat(many.documents()).hasSize(100);
        assertThat(rules(many)).containsOnly("include.too-many");
    }

    @Test
    void a_text_without_a_folder_may_not_include() {
        assertThat(rules(Sources.of("d.yaml", "include: a.yaml\n"))).containsExactly("include.unreadable");
        assertThat(rules(Sources.of("d.yaml", "design: x\n"))).isEmpty();
    }
}
