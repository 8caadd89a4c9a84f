package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Sloth demands of a specification, `prometheus/v1`, by its documentation and its validator.
final class SlothSpecsTest {
    private static final String NAME = "[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]";
    private static final String WINDOW = "{{.window}}";

    @TempDir
    private Path folder = Path.of("");

    static List<Path> examples() {
        return Exports.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleKeepsTheSpecification(Path example) throws Exception {
        holds(Exports.example(example));
    }

    @Test
    void everyFormOfEventKeepsTheSpecification() throws Exception {
        holds(Exports.shop(
                "a: {must: p99.9 latency of pay <= 1 s}",
                "a_b: {must: availability of pay >= 99.99 %}",
                "a-b: {must: skew of basket <= 0.1 %}",
                "q: {must: explainability of pay >= 99 % over 90 day}"));
    }

    private void holds(Design design) throws IOException, InterruptedException {
        List<String> queries = new ArrayList<>();
        for (Export.File file : Exports.of(design, Destination.SLOTH).files()) {
            Node.Mapping root = YamlReader.read(file.name(), file.text().getBytes(StandardCharsets.UTF_8))
                    .root()
                    .orElseThrow();
            if (file.name().endsWith(".sloth.yaml")) {
                assertThat(text(root, "version")).isEqualTo("prometheus/v1");
                assertThat(text(root, "service")).matches(NAME);
                Set<String> names = new HashSet<>();
                for (Node each : ((Node.Sequence) root.get("slos").orElseThrow()).items()) {
                    Node.Mapping slo = (Node.Mapping) each;
                    assertThat(text(slo, "name")).matches(NAME);
                    assertThat(names.add(text(slo, "name")))
                            .as("one of that name: %s", text(slo, "name"))
                            .isTrue();
                    assertThat(new BigDecimal(text(slo, "objective")))
                            .isBetween(new BigDecimal("0.0001"), BigDecimal.valueOf(100));
                    Node.Mapping events = mapping(mapping(slo, "sli"), "events");
                    queries.add(text(events, "error_query"));
                    queries.add(text(events, "total_query"));
                    Node.Mapping alerting = mapping(slo, "alerting");
                    assertThat(text(alerting, "name")).isNotEmpty();
                    assertThat(alerting.get("page_alert")).isPresent();
                    assertThat(alerting.get("ticket_alert")).isPresent();
                }
            }
        }
        assertThat(queries).isNotEmpty().allSatisfy(query -> assertThat(query).contains(WINDOW));
        accepted(queries);
    }

    /// Prometheus reads each query once its window is filled in.
    private void accepted(List<String> queries) throws IOException, InterruptedException {
        StringBuilder rules = new StringBuilder("groups:\n- name: queries\n  rules:\n");
        for (int i = 0; i < queries.size(); i++) {
            rules.append("  - record: query:%d\n    expr: |\n      %s\n"
                    .formatted(i, queries.get(i).replace(WINDOW, "5m")));
        }
        Files.writeString(folder.resolve("queries.yaml"), rules);
        Promtool.Answer answer = Promtool.run(folder, "check", "rules", "queries.yaml");
        assertThat(answer.code()).as(answer.text()).isZero();
    }

    private static String text(Node.Mapping of, String key) {
        return ((Node.Scalar) of.get(key).orElseThrow()).text();
    }

    private static Node.Mapping mapping(Node.Mapping of, String key) {
        return (Node.Mapping) of.get(key).orElseThrow();
    }
}
