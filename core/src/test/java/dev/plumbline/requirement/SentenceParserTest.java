package dev.plumbline.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Units;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.YamlReader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceParserTest {
    private static final Units UNITS = Units.standard().withNouns(List.of("payment", "load", "question"));

    private static Scalar typed(String sentence) {
        return (Scalar) YamlReader.read("d.yaml", "must: " + sentence)
                .root()
                .orElseThrow()
                .get("must")
                .orElseThrow();
    }

    private static Sentence parse(String sentence) {
        Problems problems = new Problems();
        Sentence parsed = SentenceParser.parse(typed(sentence), UNITS, problems).orElseThrow();
        assertThat(problems.collected().all()).isEmpty();
        return parsed;
    }

    private static List<Diagnostic> faults(String sentence) {
        Problems problems = new Problems();
        assertThat(SentenceParser.parse(typed(sentence), UNITS, problems)).isEmpty();
        return problems.collected().all();
    }

    @Test
    void a_sentence_is_read_to_its_parts_with_their_places() {
        Sentence sentence = parse("p99 latency of rank <= 120 ms at peak over 28 day");
        assertThat(sentence.reading()).isInstanceOfSatisfying(Reading.Latency.class, latency -> {
            assertThat(latency.statistic()).isEqualTo(new Statistic.Percentile(BigDecimal.valueOf(99)));
            assertThat(latency.path().text()).isEqualTo("rank");
            assertThat(latency.path().place().address()).isEqualTo("d.yaml:1:22");
        });
        assertThat(sentence.relation()).isEqualTo(Relation.AT_MOST);
        assertThat(sentence.target().expression()).isInstanceOf(Expression.Literal.class);
        assertThat(sentence.target().place().address()).isEqualTo("d.yaml:1:30");
        assertThat(sentence.target().span().raw()).isEqualTo("120 ms");
        assertThat(sentence.circumstance()).isEqualTo(new Circumstance.Peak());
        assertThat(sentence.window().orElseThrow().length().text()).isEqualTo("28 day");
        assertThat(sentence.segments()).isEqualTo(new Segments.All());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p99 latency of score <= 50 ms at peak over 28 day",
                "mean latency of score < 20 ms",
                "max latency of score <= 2 s at average",
                "p99.9 latency of score <= 50 ms during vendor-slow",
                "throughput of rank >= 5k req/s at 6k req/s",
                "success of rank >= 99.5 % during launch",
                "availability of rank >= 99.95 % over 30 day calendar",
                "p95 age of user_profile <= 1 min",
                "stale reads of user_features <= 1 %",
                "fallbacks of rank <= 2 % at peak",
                "cost <= 30k USD/month",
                "cost per 1M load <= 12 USD",
                "cost per payment <= 0.01 USD",
                "storage of chunks <= 110 GB",
                "energy <= 4000 kWh/month",
                "energy per 1000 question <= 2 kWh",
                "carbon <= 1 t/month over 12 month",
                "auc of ranker >= 0.78 for every segment of country",
                "recall-at-10 of ranker >= 60 % for new-customers, region/eu",
                "gap of true-positive-rate of ranker across gender <= 5 %",
                "drift of card_profile <= 0.2 over 2 week rolling",
                "skew of card_profile <= 0.1 %",
                "p95 ttft of writer <= 1 s",
                "p95 tpot of writer <= 40 ms",
                "success of rank = 100 %",
                "p99 latency of rank <= if(peak_factor > 3, 200 ms, 100 ms) at peak",
            })
    void every_reading_is_read_and_printed_as_it_was_typed(String sentence) {
        assertThat(parse(sentence).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "p99 latency of rank<=120 ms, p99 latency of rank <= 120 ms",
        "P99 Latency OF rank <= 120 ms, p99 latency of rank <= 120 ms",
        "p99 latency of rank \u2264 120 ms, p99 latency of rank <= 120 ms",
        "p99.90 latency of rank <= 120 ms, p99.9 latency of rank <= 120 ms",
        "success of rank >= 99 % at launch, success of rank >= 99 % during launch",
        "success of rank >= 99 % during peak, success of rank >= 99 % at peak",
        "success of rank >= 99 % over 1 week at peak, success of rank >= 99 % at peak over 1 week",
        "success   of  rank >=  99 %, success of rank >= 99 %",
    })
    void other_ways_to_type_it_are_printed_in_the_one_form(String typed, String printed) {
        assertThat(parse(typed).sentence()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99 latency rank <= 120 ms | requirement.subject | write \"p99 latency of rank\"",
                "p99 latency for rank <= 120 ms | requirement.subject | write \"p99 latency of rank\"",
                "latncy of rank <= 120 ms | requirement.reading | write \"p99 latency of rank\"",
                "p99 response time of rank <= 120 ms | requirement.reading | write \"p99 latency of rank\"",
                "latency p99 of rank <= 120 ms | requirement.reading | write \"p99 latency of rank\"",
                "rank p99 latency <= 120 ms | requirement.reading | write \"p99 latency of rank\"",
                "p999 latency of rank <= 120 ms | requirement.percentile | write \"p99.9\"",
                "p9999 latency of rank <= 120 ms | requirement.percentile | write \"p99.99\"",
                "99th percentile latency of rank <= 120 ms | requirement.statistic | write \"p99\"",
                "median latency of rank <= 120 ms | requirement.statistic | write \"p50\"",
                "p99 throughput of rank >= 5 req/s | requirement.statistic | write \"throughput of rank\"",
                "p99 latency of rank below 1 s at peak | requirement.relation | write \"p99 latency of rank <= 1 s at peak\"",
                "success of rank should be at least 99 % | requirement.relation | write \"success of rank >= 99 %\"",
                "success of rank 99 % over 1 week | requirement.relation | write \"success of rank >= 99 % over 1 week\"",
                "p99 latency of rank == 1 s | requirement.relation | write \"=\"",
                "cost <= 5k USD per month | requirement.clause | write \"/month\" as part of the unit",
                "auc of ranker >= 0.8 for each country | requirement.clause | write \"for every segment of country\"",
                "success of rank >= 99 % over country | requirement.clause | write such as \"over 28 day\" or \"over 1 month calendar\"",
            })
    void each_fault_offers_what_to_write(String sentence, String rule, String mend) {
        List<Diagnostic> faults = faults(sentence);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().rule()).isEqualTo(rule);
        assertThat(faults.getFirst().mend()).startsWith(mend);
    }

    @Test
    void all_faults_of_a_sentence_come_at_once_in_its_order() {
        assertThat(faults("p999 latency rank =< 120 mss at peak during launch over"))
                .extracting(Diagnostic::rule)
                .containsExactly(
                        "requirement.percentile",
                        "requirement.subject",
                        "requirement.relation",
                        "quantity.unknown-unit",
                        "requirement.clause",
                        "requirement.clause");
    }

    @Test
    void a_fault_inside_a_quoted_sentence_is_underlined_where_it_was_typed() {
        Diagnostic fault = faults("\"p99 latency of 'rank' <= 120 mss\"").getFirst();
        assertThat(fault.place().column()).isEqualTo(37);
        assertThat(fault.place().width()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'<='",
                "of",
                "p99",
                "'>= 5'",
                "at peak",
                "p99 latency of",
                "cost per",
                "gap of",
                "gap of x of",
                "'( <= )'",
                "'p <= 1'",
                "p99 p99 p99",
                "'<= <= <='",
                "for",
                "the the the the of of of",
                "'p99 of <= 1 s'",
            })
    void nonsense_is_answered_and_never_thrown(String sentence) {
        assertThat(faults(sentence)).isNotEmpty();
    }
}
