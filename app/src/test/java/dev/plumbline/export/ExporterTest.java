package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExporterTest {
    @Test
    void aPercentileBecomesAShareOfEventsWithinABucket() {
        String rules = Exports.text(Exports.shop("a1: {must: p99.9 latency of pay <= 50 ms}"), Destination.PROMETHEUS);
        assertThat(rules)
                .contains("expr: vector(0.999)\n", "expr: vector(0.001)\n", "le=\"0.05\"")
                .contains("> (13.44 * 0.001)")
                .contains("sloth_objective: \"99.9\"");
    }

    @ParameterizedTest
    @EnumSource(Destination.class)
    void noFileHoldsBinaryDust(Destination destination) {
        String[] requirements = IntStream.range(1, 1000)
                .filter(tenths -> tenths > 980 || tenths % 9 == 1)
                .mapToObj(tenths ->
                        "r%d: {must: availability of pay >= %d.%d %%}".formatted(tenths, tenths / 10, tenths % 10))
                .toArray(String[]::new);
        for (Export.File file :
                Exports.of(Exports.shop(requirements), destination).files()) {
            assertThat(file.text().lines().filter(line -> !line.startsWith("#")))
                    .noneMatch(line -> line.matches(".*[0-9][.][0-9]{7,}.*"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean latency of pay <= 50 ms | a mean is no share of good events; ask for a percentile",
                "max latency of pay <= 50 ms | \"max\" leaves no error budget: an objective is below 100 %; ask for a"
                        + " percentile",
                "p99 latency of pay <= 4 .. 9 ms | its target is a range, and an objective is one number",
                "p99 latency of pay >= 50 ms | only an upper bound can be counted: good events are those within it",
                "p99 latency of pay <= 50 ms during rush | it holds during \"rush\" alone, and no metric says when that"
                        + " is",
                "p99 latency of pay <= 50 ms at average | it holds at average load alone, and no metric tells such"
                        + " requests from those at peak",
                "p99 latency of pay <= 50 ms at 90 req/s | it holds at 90 req/s alone, and no metric tells such requests",
                "p99 latency of pay <= 50 ms over 90 s | its window is not a whole number of days from 7 up, and alert"
                        + " windows reach 3 days back",
                "success of pay >= 100 % | 100 % leaves no error budget: an objective is below it",
                "success of pay <= 99 % | only a lower bound can be counted: at least so many events are good",
                "fallbacks of pay <= 100 % | an objective of 0 % is always met",
                "fallbacks of pay >= 1 % | only an upper bound can be counted: at most so many events are bad",
                "recovery of pay <= 5 min | recovery is rehearsed, and too rare to be a share of events",
                "privacy of basket <= 30 day | privacy is checked now and then, and no event is counted",
                "residency of basket >= 100 % | where data lies is looked up by an audit, and no event is counted",
                "explainability of pay <= 99 % | only a lower bound can be counted: at least so many answers have"
                        + " reasons",
                "throughput of pay >= 30 req/s | work per second is no share of good events",
                "auc of brain = 0.8 | a measured number is never equal to another",
                "cost <= 3 USD/month | money is no share of good events; watch it on the bill"
            })
    void whatPrometheusCannotHoldIsLeftWithItsReason(String must, String reason) {
        Export export = Exports.of(Exports.shop("a1: {must: %s}".formatted(must)), Destination.PROMETHEUS);
        assertThat(Exports.left(export, "a1")).isEqualTo(reason);
        assertThat(export.files()).isEmpty();
    }

    @Test
    void everyFileBeginsWithVersionHashAndWhatIsNotInIt() {
        Design design = Exports.shop("a1: {must: p99 latency of pay <= 50 ms}", "a2: {ask: be good}");
        for (Destination destination : Destination.values()) {
            assertThat(Exports.of(design, destination).files())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.text())
                            .startsWith("# plumbline 0.0 · shop for %s\n# design.yaml sha256:f00d\n"
                                    .formatted(destination)));
        }
        assertThat(Exports.text(design, Destination.SLOTH))
                .contains(
                        "# exported: 1 of 2 requirements\n# not exported\n#   a2: nobody has said yet what is measured\n");
    }

    @Test
    void theMetricThatARequirementNamesIsTheOneThatIsRead() {
        String rules = Exports.text(
                Exports.shop(
                        "a1: {must: p99 latency of pay <= 1 s, measured: {by: pay_ms_bucket, where: 'app=\"x\"'}}"),
                Destination.PROMETHEUS);
        assertThat(rules)
                .contains("pay_ms_bucket{app=\"x\", le=~\"1000([.]0)?\"}", "pay_ms_count{app=\"x\"}")
                .doesNotContain("since \"measured");
    }

    @Test
    void aNamedSegmentHasAnObjectiveOfItsOwnBesideAllTogether() {
        Export export =
                Exports.of(Exports.shop("a1: {must: 'p99 latency of pay <= 50 ms for new, old'}"), Destination.SLOTH);
        assertThat(export.files().getFirst().text())
                .contains("- name: a1\n", "- name: a1-new\n", "- name: a1-old\n", "segment=\"new\"");
    }

    @Test
    void labelsThatComeLateAreNoted() {
        Export export = Exports.of(Exports.shop("a1: {must: auc of brain >= 0.8}"), Destination.OPENSLO);
        assertThat(Export.notes(export.outcomes()))
                .extracting(Export.Note::line)
                .contains(
                        "labels of brain come late, and a reading speaks of predictions as old: alert on drift as well:"
                                + " a1");
    }

    @Test
    void aServiceThatIsRarelyUsedIsToldOfTheGuard() {
        Design design = Exports.shop("a1: {must: availability of rare >= 99.9 %}");
        assertThat(Export.notes(Exports.of(design, Destination.PROMETHEUS).outcomes()))
                .extracting(Export.Note::text)
                .contains("so little arrives (0.05/min) that one bad request pages; export with --guard 5");
        assertThat(Exports.text(design, Destination.PROMETHEUS)).doesNotContain(">= 5");
        assertThat(Exports.of(design, Destination.PROMETHEUS, OptionalInt.of(5))
                        .files()
                        .getFirst()
                        .text())
                .contains("and on()\n          ((sum(increase(");
    }

    @Test
    void aMonthOfTheCalendarIsThirtyDaysForPrometheusAndAMonthForOpenSlo() {
        Design design = Exports.shop("a1: {must: availability of pay >= 99 % over 1 month calendar}");
        assertThat(Exports.text(design, Destination.OPENSLO))
                .contains(
                        "duration: 1M\n    isRolling: false\n    calendar:\n      startTime: \"2026-01-01 00:00:00\"");
        assertThat(Exports.text(design, Destination.PROMETHEUS)).contains("ratio_rate30d");
    }

    @Test
    void aPeriodThatSlothHasNotBuiltInComesWithItsWindows() {
        Export export =
                Exports.of(Exports.shop("a1: {must: availability of pay >= 99 % over 90 day}"), Destination.SLOTH);
        assertThat(export.files())
                .extracting(Export.File::name)
                .containsExactly("shop-90d.sloth.yaml", "shop-90d.windows.yaml");
        assertThat(export.files().getLast().text()).contains("sloPeriod: 90d", "errorBudgetPercent: 2\n");
    }

    @Test
    void aProposalIsExportedAsOne() {
        Export export = Exports.of(
                Exports.shop("a1: {must: availability of pay >= 99 %, status: proposed}"), Destination.SLOTH);
        assertThat(Export.notes(export.outcomes()))
                .extracting(Export.Note::line)
                .contains("it is proposed and not agreed yet: a1");
    }

    @Test
    void aTableHoldsEveryRequirementWhateverItsWords() {
        String table = Exports.text(
                Exports.shop(
                        "a1: {ask: 'He said \"fast, please\"', must: p99 latency of pay <= 50 ms}", "a2: {ask: x}"),
                Destination.CSV);
        assertThat(table.lines().filter(line -> !line.startsWith("#")))
                .hasSize(3)
                .contains("a1,agreed,\"He said \"\"fast, please\"\"\",,,,p99 latency of pay,<=,50 ms,,,,,,"
                        + "design.yaml:11,exported,exported,exported");
    }
}
