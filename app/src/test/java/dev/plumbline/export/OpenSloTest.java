package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenSloTest {
    static List<Path> examples() {
        return Exports.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleKeepsTheSpecification(Path example) {
        String file = Exports.text(Exports.example(example), Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
        assertThat(file.lines().filter(line -> line.equals("kind: SLO"))).hasSizeGreaterThan(5);
    }

    /// One of each kind that is exported, and windows of every unit.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p99 latency of pay <= 50 ms over 28 day",
                "p50 latency of pay <= 90 s over 90 min",
                "success of pay >= 99.5 % over 12 h",
                "availability of till >= 99.99 % over 1 month calendar",
                "availability of pay >= 99 % over 1 year",
                "p95 age of basket <= 1 min over 2 week",
                "p95 age of brain <= 2 day",
                "fallbacks of pay <= 2 %",
                "stale reads of till <= 1 %",
                "skew of basket <= 0.1 %",
                "drift of basket <= 0.2 over 2 week",
                "drift of basket <= 0.2 over 6 h",
                "explainability of pay >= 99.9 %",
                "auc of brain >= 0.8 for every segment of country",
                "recall of brain > 80 %",
                "gap of true-positive-rate of brain across gender <= 5 %",
                "p95 latency of pay <= 1 s for new, old"
            })
    void everyKindKeepsTheSpecification(String must) {
        String file = Exports.text(Exports.shop("a-requirement: {must: \"%s\"}".formatted(must)), Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
    }

    @Test
    void longNamesAndLongAsksAreCut() {
        String long70 = "x".repeat(70);
        String ask = "please ".repeat(200);
        String file = Exports.text(
                Exports.shop(
                        "%s-a: {ask: \"%s\", must: success of pay >= 99 %%}".formatted(long70, ask),
                        "Ünder_score: {must: success of pay >= 98 %}"),
                Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
        assertThat(file.toLowerCase(Locale.ROOT)).contains("please please");
    }

    @Test
    void aLongTextOnTheDesignIsCut() {
        String file = Exports.text(
                Exports.shopAbout("sells things ".repeat(100), "a1: {must: success of pay >= 99 %}"),
                Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
        assertThat(file).contains("description: sells things sells things", "…\n");
    }

    @Test
    void twoNamesThatAreWrittenAlikeAreTold() {
        String file = Exports.text(
                Exports.shop("a_b: {must: success of pay >= 99 %}", "a-b: {must: success of pay >= 98 %}"),
                Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
        assertThat(file).contains("name: shop-a-b\n", "name: shop-a-b-2\n");
    }

    @ParameterizedTest
    @CsvSource({"over 6 h,1m", "over 2 week,1h", "over 28 day,1d", "over 90 min,1m"})
    void aNumberIsReadTwentyTimesInItsWindow(String window, String slice) {
        String file = Exports.text(
                Exports.shop("a1: {must: drift of basket <= 0.2 %s}".formatted(window)), Destination.OPENSLO);
        assertThat(file).contains("timeSliceWindow: %s\n".formatted(slice));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration: 28d | duration: 28s | shop-a1: duration 28s",
                "isRolling: true | isRolling: false | shop-a1: a calendar where it does not roll",
                "target: 0.99 | target: 1 | shop-a1: target 1",
                "target: 0.99 | targetPercent: 100 | shop-a1: target 100",
                "op: gt | op: lte | burn-28d-page-quick: condition op lte",
                "name: shop-a1 | name: shop_a1 | shop_a1: is no RFC 1123 label",
                "alertPolicyRef: burn-28d-page-quick | alertPolicyRef: gone | nothing is named AlertPolicy gone",
                "good: | well: | shop-a1: total with one of good and bad, or raw",
                "budgetingMethod: Occurrences | budgetingMethod: Often | shop-a1: budgetingMethod Often",
                "displayName: p99 | displayName: the longest of all the display names there are in p99 | shop-a1: displayName is"
                        + " too long",
                "plumbline.io/place | openslo.com/place | shop-a1: annotation openslo.com/place"
            })
    void aBrokenRuleIsFound(String from, String to, String fault) {
        String file = Exports.text(Exports.shop("a1: {must: p99 latency of pay <= 50 ms}"), Destination.OPENSLO);
        assertThat(OpenSloRules.faults(file)).isEmpty();
        assertThat(file).contains(from);
        assertThat(OpenSloRules.faults(file.replaceFirst(java.util.regex.Pattern.quote(from), to)))
                .contains(fault);
    }
}
