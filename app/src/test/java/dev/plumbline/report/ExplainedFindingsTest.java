package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a check finds in an example is what its page explains: no finding without a reason, no reason without a
/// finding.
/// The findings are those of the expected report, which a test of the command line holds.
final class ExplainedFindingsTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+\\.[a-z-]+)` \\| `([^`]+)` \\| (.{20,}) \\|");

    private record Row(String rule, String about) {}

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.ExamplesTest#designs")
    void thePageExplainsEachFindingAndNoOther(Path design) throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(design.resolveSibling("README.md")));
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(2)));
        }
        JsonNode findings = JsonMapper.shared()
                .readTree(Files.readString(design.resolveSibling("expected/check.json")))
                .get("findings");
        for (JsonNode finding : findings) {
            String rule = finding.get("rule").asString();
            String what = finding.get("what").asString();
            assertThat(rows).as("%s: %s", rule, what).anySatisfy(each -> {
                assertThat(each.rule()).isEqualTo(rule);
                assertThat(what).contains(each.about());
            });
            rows.removeIf(each -> each.rule().equals(rule) && what.contains(each.about()));
        }
        assertThat(rows).as("explained and not found").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.ExamplesTest#designs")
    void noAskIsLeftWithoutItsSpecification(Path design) throws IOException {
        JsonNode requirements = JsonMapper.shared()
                .readTree(Files.readString(design.resolveSibling("expected/check.json")))
                .get("requirements");
        assertThat(requirements).isNotEmpty().allSatisfy(each -> {
            assertThat(each.get("must").isNull()).as(each.toString()).isFalse();
            assertThat(each.get("status").asString()).isNotEqualTo("unmeasurable");
        });
    }
}
