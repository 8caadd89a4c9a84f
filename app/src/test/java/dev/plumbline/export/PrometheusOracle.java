package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules held against Prometheus itself: its checker reads them, and its evaluator fires them when it should.
final class PrometheusOracle {
    @TempDir
    private Path folder = Path.of("");

    static List<Path> examples() {
        return Exports.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAcceptedWithAndWithoutAGuard(Path example) throws Exception {
        Design design = Exports.example(example);
        for (OptionalInt guard : List.of(OptionalInt.empty(), OptionalInt.of(5))) {
            Export.File file =
                    Exports.of(design, Destination.PROMETHEUS, guard).files().getFirst();
            Files.writeString(folder.resolve(file.name()), file.text());
            Promtool.Answer answer = Promtool.run(folder, "check", "rules", file.name());
            assertThat(answer.code()).as(answer.text()).isZero();
            assertThat(answer.text()).contains("SUCCESS: ").doesNotContain("duplicate");
        }
    }

    /// Half of the requests are slow: that is 50 times the budget of 1 %, above the 13.44 that pages.
    @Test
    void requestsThatAreTooSlowPage() throws Exception {
        run(Exports.shop("a1: {must: p99 latency of pay <= 50 ms}"), OptionalInt.empty(), """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="pay"}'
                      values: '0+600x120'
                    - series: 'http_server_request_duration_seconds_bucket{job="shop", path="pay", le="0.05"}'
                      values: '0+300x120'
                """, """
                  - {eval_time: 90m, alertname: ShopA1BudgetBurn, exp_alerts: [%s]}
                  - {eval_time: 90m, alertname: ShopA1Absent, exp_alerts: []}
                """.formatted(
                        burning("page") + ", " + burning("ticket")));
    }

    /// A tenth of the budget burns over again and again in no time that matters.
    @Test
    void requestsThatAreFastEnoughDoNotPage() throws Exception {
        run(
                Exports.shop("a1: {must: p99 latency of pay <= 50 ms}"),
                OptionalInt.empty(),
                """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="pay"}'
                      values: '0+1000x120'
                    - series: 'http_server_request_duration_seconds_bucket{job="shop", path="pay", le="0.05"}'
                      values: '0+992x120'
                """,
                "  - {eval_time: 90m, alertname: ShopA1BudgetBurn, exp_alerts: []}\n");
    }

    @Test
    void aMetricOrABucketThatIsGoneIsTold() throws Exception {
        run(Exports.shop("a1: {must: p99 latency of pay <= 50 ms}"), OptionalInt.empty(), """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="pay"}'
                      values: '0+600x120'
                """, """
                  - eval_time: 30m
                    alertname: ShopA1Absent
                    exp_alerts: [%s]
                  - {eval_time: 30m, alertname: ShopA1BudgetBurn, exp_alerts: []}
                """.formatted(
                        absent("le: \"0.05\", ")));
    }

    /// One request of an hour's three fails.
    @Test
    void oneFailurePagesUnlessAGuardIsSet() throws Exception {
        Design design = Exports.shop("a1: {must: success of rare >= 99 %}");
        String series = """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="rare"}'
                      values: '0x60 1x20 2x60'
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="rare",
                              http_response_status_code="503"}'
                      values: '0x78 1x60'
                """;
        String page = "  - {eval_time: 80m, alertname: ShopA1BudgetBurn, exp_alerts: [%s]}\n";
        run(
                design,
                OptionalInt.empty(),
                series,
                page.formatted(burning("page", "success of rare >= 99 %") + ", "
                        + burning("ticket", "success of rare >= 99 %")));
        run(design, OptionalInt.of(5), series, page.formatted(""));
    }

    @Test
    void noFailureIsNoErrorAndNotUnknown() throws Exception {
        run(
                Exports.shop("a1: {must: success of pay >= 99 %}"),
                OptionalInt.empty(),
                """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="pay"}'
                      values: '0+600x120'
                """,
                "  - {eval_time: 30m, alertname: ShopA1Absent, exp_alerts: []}\n",
                """
                  - expr: slo:sli_error:ratio_rate5m{sloth_slo="a1"}
                    eval_time: 60m
                    exp_samples:
                      - labels: 'slo:sli_error:ratio_rate5m{owner="shop-team", sloth_id="shop-a1", sloth_service="shop", sloth_slo="a1", sloth_window="5m"}'
                        value: 0
                """);
    }

    /// An hour in which nothing is asked for has no ratio, and leaves that of the period a number.
    @Test
    void anHourWithoutRequestsLeavesThePeriodANumber() throws Exception {
        run(
                Exports.shop("a1: {must: success of pay >= 99 %}"),
                OptionalInt.empty(),
                """
                    - series: 'http_server_request_duration_seconds_count{job="shop", path="pay"}'
                      values: '0x60 0+600x60 36000x60'
                """,
                "  - {eval_time: 30m, alertname: ShopA1Absent, exp_alerts: []}\n",
                """
                  - expr: slo:period_error_budget_remaining:ratio{sloth_slo="a1"}
                    eval_time: 180m
                    exp_samples:
                      - labels: 'slo:period_error_budget_remaining:ratio{owner="shop-team", sloth_id="shop-a1", sloth_service="shop", sloth_slo="a1", sloth_window="30d"}'
                        value: 1
                  - expr: slo:sli_error:ratio_rate5m{sloth_slo="a1"}
                    eval_time: 50m
                    exp_samples: []
                """);
    }

    @Test
    void aFloorHoldsInEverySegment() throws Exception {
        run(
                Exports.shop("a1: {must: auc of brain >= 0.8 for every segment of country}"),
                OptionalInt.empty(),
                """
                    - series: 'model_metric{job="shop", model="brain", metric="auc"}'
                      values: '0.9x200'
                    - series: 'model_metric{job="shop", model="brain", metric="auc", segment="country/de"}'
                      values: '0.7x200'
                    - series: 'model_metric{job="shop", model="brain", metric="auc", segment="age/old"}'
                      values: '0.1x200'
                """,
                """
                  - eval_time: 90m
                    alertname: ShopA1Missed
                    exp_alerts:
                      - exp_labels: {severity: ticket, sloth_severity: ticket, owner: shop-team, sloth_id: shop-a1,
                          sloth_service: shop, sloth_slo: a1}
                        exp_annotations:
                          summary: auc of brain >= 0.8 for every segment of country
                          requirement: a1 at design.yaml:11
                          title: a1 is at 0.7
                """);
    }

    private static String burning(String severity) {
        return burning(severity, "p99 latency of pay <= 50 ms");
    }

    private static String burning(String severity, String summary) {
        return """
                {exp_labels: {severity: %s, sloth_severity: %s, owner: shop-team, sloth_id: shop-a1, sloth_service: shop,
                sloth_slo: a1}, exp_annotations: {summary: '%s', requirement: 'a1 at design.yaml:11', title:
                '(%s) shop a1 burns its error budget too fast'}}""".formatted(severity, severity, summary, severity).replace("\n", " ");
    }

    private static String absent(String labels) {
        return """
                {exp_labels: {%sjob: shop, path: pay, severity: ticket, sloth_severity: ticket, owner: shop-team,
                sloth_id: shop-a1, sloth_service: shop, sloth_slo: a1}, exp_annotations: {summary:
                'p99 latency of pay <= 50 ms', requirement: 'a1 at design.yaml:11', title:
                'nothing has been measured for a1, so nobody knows whether it is met'}}""".formatted(labels).replace("\n", " ");
    }

    private void run(Design design, OptionalInt guard, String series, String alerts) throws Exception {
        run(design, guard, series, alerts, "");
    }

    private void run(Design design, OptionalInt guard, String series, String alerts, String expressions)
            throws IOException, InterruptedException {
        Export.File file =
                Exports.of(design, Destination.PROMETHEUS, guard).files().getFirst();
        Files.writeString(folder.resolve(file.name()), file.text());
        String test = "rule_files: [%s]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n%s"
                        .formatted(file.name(), series)
                + "  alert_rule_test:\n" + alerts
                + (expressions.isEmpty() ? "" : "  promql_expr_test:\n" + expressions);
        Files.writeString(folder.resolve("test.yaml"), test);
        Promtool.Answer answer = Promtool.run(folder, "test", "rules", "test.yaml");
        assertThat(answer.code()).as("%s\n%s", answer.text(), test).isZero();
    }
}
