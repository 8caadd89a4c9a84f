package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReportTest {
    private static final JsonReport REPORT = new JsonReport("0.1.0");

    static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void everyKindOfReportKeepsTheSchema() throws IOException {
        ScenarioResult peak = Objects.requireNonNull(Samples.scenarios().get("peak"));
        List<String> reports = List.of(
                REPORT.of(Samples.feedRanking()),
                REPORT.of(
                        "feed-ranking",
                        peak,
                        new java.util.TreeMap<>(),
                        Samples.feedRanking().run()),
                REPORT.of(new Refusal("design.yaml", List.of(Samples.finding()))));
        for (String report : reports) {
            assertThat(schema().validate(report, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void theSchemaNoticesAKeyThatIsMissing() throws IOException {
        String report = REPORT.of(Samples.feedRanking()).replace("\"chance\"", "\"odds\"");
        assertThat(schema().validate(report, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aRequirementHasWhatOthersRelyOn() {
        JsonNode first = json(REPORT.of(Samples.feedRanking())).at("/requirements/0");
        assertThat(first.propertyNames())
                .containsExactly("id", "ask", "must", "status", "chance", "value", "evidence", "reason", "place");
        assertThat(first.at("/status").stringValue()).isEqualTo("missed");
        assertThat(first.at("/value/value").decimalValue()).isEqualByComparingTo("184.235");
        assertThat(first.at("/value/unit").stringValue()).isEqualTo("ms");
        assertThat(first.at("/place/line").intValue()).isEqualTo(31);
        assertThat(first.at("/evidence/0/kind").stringValue()).isEqualTo("simulated");
    }

    @Test
    void pathsAndComponentsAreThoseAtPeakAndTheOthersAreScenarios() {
        JsonNode report = json(REPORT.of(Samples.feedRanking()));
        assertThat(report.at("/paths/rank/answered").longValue()).isEqualTo(99_000);
        assertThat(report.at("/paths/rank/latency").propertyNames())
                .containsExactly("mean", "p50", "p90", "p95", "p99", "p999");
        assertThat(report.at("/components/ranker/busy/value").decimalValue()).isEqualByComparingTo("0.91");
        assertThat(report.at("/scenarios").propertyNames()).containsExactly("launch");
        assertThat(report.at("/scenarios/launch/paths/rank/latency").isEmpty()).isTrue();
        assertThat(report.at("/scenarios/launch/paths/rank/saturation").stringValue())
                .startsWith("grows");
    }

    @Test
    void numbersCarryNoBinaryDustAndNoExponent() {
        String report = REPORT.of(Samples.feedRanking());
        assertThat(report)
                .contains("\"value\": 184.235,")
                .contains("\"value\": 0.00001,")
                .doesNotContainPattern("\\d[eE][-+]?\\d");
    }

    @Test
    void whatGrowsWithoutBoundIsNull() {
        Figure endless = new Figure(new Interval(Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY), "s");
        var verdict =
                Samples.judged("slow", "p99 latency of rank at peak", "<= 1 s", 0, endless, "grows without bound");
        var assessment = new Assessment(
                "d", "design.yaml", List.of(verdict), List.of(), new TreeMap<>(), List.of(), new Run(1, 1, 0, 0, 0));
        assertThat(json(REPORT.of(assessment)).at("/requirements/0/value/high").isNull())
                .isTrue();
    }

    @Test
    void theSameAssessmentGivesTheSameBytes() {
        assertThat(REPORT.of(Samples.feedRanking())).isEqualTo(REPORT.of(Samples.feedRanking()));
    }
}
