package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SarifReportTest {
    private static JsonNode sarif(String text) {
        return new JsonMapper().readTree(text);
    }

    private static JsonNode feedRanking() {
        return sarif(new SarifReport("0.1.0").of(Samples.feedRanking()));
    }

    @Test
    void theLogHasWhatTheStandardAsksFor() {
        assertThat(feedRanking().at("/version").stringValue()).isEqualTo("2.1.0");
        assertThat(feedRanking().at("/runs/0/tool/driver/name").stringValue()).isEqualTo("Plumbline");
        assertThat(feedRanking().at("/runs/0/columnKind").stringValue()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void whatIsMissedIsAnErrorAndWhatIsAtRiskAWarning() {
        JsonNode results = feedRanking().at("/runs/0/results");
        assertThat(results.valueStream().map(node -> node.at("/ruleId").stringValue()))
                .containsExactly("requirement.missed", "requirement.at-risk", "requirement.vague");
        assertThat(results.valueStream().map(node -> node.at("/level").stringValue()))
                .containsExactly("error", "warning", "warning");
        assertThat(results.at("/0/message/text").stringValue())
                .isEqualTo("\"instant\" is missed: \"p99 latency of rank at peak <= 120 ms\" reads 184 ms (131 … 260), "
                        + "chance 4 %\nranker is 91 % busy; 63 % of the slow requests' time is waiting for a batch");
    }

    @Test
    void everyResultPointsAtItsRuleAndItsPlace() {
        JsonNode run = feedRanking().at("/runs/0");
        for (JsonNode result : run.at("/results")) {
            int index = result.at("/ruleIndex").intValue();
            assertThat(run.at("/tool/driver/rules/" + index + "/id")).isEqualTo(result.at("/ruleId"));
            JsonNode region = result.at("/locations/0/physicalLocation/region");
            assertThat(region.at("/endColumn").intValue())
                    .isGreaterThan(region.at("/startColumn").intValue());
        }
        assertThat(run.at("/results/2/locations/0/physicalLocation/region/startLine")
                        .intValue())
                .isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({
        "design.yaml, design.yaml",
        "a b/c:d.yaml, a%20b/c:d.yaml",
        "/x/design.yaml, file:///x/design.yaml",
        "größe.yaml, gr%C3%B6%C3%9Fe.yaml"
    })
    void aFileIsAReferenceThatToolsCanResolve(String file, String uri) {
        assertThat(SarifReport.uri(file)).isEqualTo(uri);
    }

    @Test
    void theFaultsOfADesignThatDoesNotReadAreResults() {
        var refusal = new Refusal("design.yaml", List.of(Samples.finding()));
        assertThat(sarif(new SarifReport("0.1.0").of(refusal)).at("/runs/0/results"))
                .hasSize(1);
    }
}
