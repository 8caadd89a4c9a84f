package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Expression.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final Units UNITS = Units.standard().withNouns(List.of("load", "post"));

    private static Expression read(String text) {
        Parsed parsed = Parser.parse(text, UNITS);
        assertThat(parsed.faults()).isEmpty();
        return parsed.found().orElseThrow();
    }

    private static Literal literal(String text) {
        return (Literal) read(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            3                | 3
            0.2              | 0.2
            1e6              | 1000000
            10k              | 10000
            2.5M             | 2500000
            1bn              | 1e9
            15T token        | 15e12
            1_000_000        | 1000000
            5 %              | 0.05
            99.95%           | 0.9995
            8 ms             | 0.008
            8ms              | 0.008
            3 months         | 7889400
            1 year           | 31557600
            3 MB             | 3e6
            1 KiB            | 1024
            16 bit           | 2
            10 Gbit/s        | 1.25e9
            10 Gbps          | 1.25e9
            10 rps           | 10
            8 session/user/day | 9.259259259259259e-5
            3.2 USD/h        | 8.888888888888889e-4
            $3               | 3
            $3k/month        | 1.1407711613050423e-3
            30 $             | 30
            2 kWh            | 7.2e6
            300 W            | 300
            1.5 km^2         | 1.5
            4 t              | 4000
            700 requests     | 700
            """, delimiter = '|')
    void a_number_is_read_with_its_suffix_and_unit(String text, double base) {
        assertThat(literal(text).quantity().value()).isEqualTo(base);
    }

    @Test
    void the_same_amount_in_two_units_is_the_same_double() {
        assertThat(literal("220 ms").quantity()).isEqualTo(literal("0.22 s").quantity());
        assertThat(literal("1.1 GB").quantity()).isEqualTo(literal("1100 MB").quantity());
        assertThat(literal("12 months").quantity()).isEqualTo(literal("1 year").quantity());
    }

    @Test
    void req_and_request_are_the_same_noun_in_singular_and_plural() {
        assertThat(literal("3 requests/s").quantity())
                .isEqualTo(literal("3 req/s").quantity());
        assertThat(literal("3 reqs").quantity()).isEqualTo(literal("3 request").quantity());
        assertThat(literal("3 queries").quantity().dimension()).isEqualTo(Dimension.count("query"));
        assertThat(literal("6 load/session").quantity())
                .isEqualTo(literal("6 loads/sessions").quantity());
    }

    @Test
    void a_slash_continues_the_unit_only_before_a_unit() {
        Binary division = (Binary) read("40 event/user/day / peers");
        assertThat(((Literal) division.left()).unit().text()).isEqualTo("event/user/day");
        assertThat(division.right()).isInstanceOf(Expression.Name.class);
        assertThat(((Binary) read("5 min / min(2, 3)")).right()).isInstanceOf(Expression.Call.class);
        Expression sizes = read("70bn param * 2 B/param / facts.h100_sxm.memory_bandwidth");
        assertThat(sizes.names()).containsExactly("facts.h100_sxm.memory_bandwidth");
    }

    @Test
    void a_plural_that_is_a_name_no_longer_continues_a_unit() {
        Units yielding = UNITS.yieldingTo(List.of("sessions"));
        assertThat(Parser.parse("6 load/sessions", yielding)
                        .found()
                        .orElseThrow()
                        .names())
                .containsExactly("sessions");
        assertThat(Parser.parse("6 load/session", yielding).found().orElseThrow())
                .isInstanceOf(Literal.class);
        assertThat(Parser.parse("6 sessions", yielding).found().orElseThrow()).isInstanceOf(Literal.class);
    }

    @Test
    void the_unit_at_the_right_end_of_a_range_holds_for_both() {
        var range = (Expression.Unknown) read("4 .. 8 ms");
        assertThat(((Literal) range.parameters().getFirst()).quantity())
                .isEqualTo(literal("4 ms").quantity());
        var users = (Expression.Unknown) read("1M..3M user");
        assertThat(((Literal) users.parameters().getFirst()).quantity())
                .isEqualTo(literal("1M user").quantity());
        var share = (Expression.Unknown) read("18 .. 25 %");
        assertThat(((Literal) share.parameters().getFirst()).quantity().value()).isEqualTo(0.18);
        var mixed = (Expression.Unknown) read("800 us .. 2 ms");
        assertThat(((Literal) mixed.parameters().getFirst()).unit().text()).isEqualTo("us");
        var normal = (Expression.Unknown) read("-5 .. 5 ms");
        assertThat(normal.parameters().getFirst()).isInstanceOf(Expression.Negated.class);
    }

    @Test
    void operators_bind_as_in_arithmetic_and_power_to_the_right() {
        Binary sum = (Binary) read("2 + 3 * 4 ^ 2 ^ 2");
        assertThat(sum.operator()).isEqualTo(Operator.ADD);
        Binary product = (Binary) sum.right();
        Binary power = (Binary) product.right();
        assertThat(((Binary) power.right()).operator()).isEqualTo(Operator.POWER);
        assertThat(read("-2 ^ 2")).isInstanceOf(Expression.Negated.class);
        assertThat(((Binary) read("busy > 65 %")).operator()).isEqualTo(Operator.MORE);
        assertThat(((Binary) read("1/1000")).operator()).isEqualTo(Operator.DIVIDE);
    }

    @Test
    void every_node_keeps_its_stretch_of_the_text() {
        String text = "daily_users * (2 + 0.4 ms)";
        Binary product = (Binary) read(text);
        assertThat(product.left().span().of(text)).isEqualTo("daily_users");
        assertThat(product.right().span().of(text)).isEqualTo("2 + 0.4 ms");
        assertThat(((Binary) product.right()).right().span().of(text)).isEqualTo("0.4 ms");
    }

    @Test
    void the_written_number_is_kept_in_decimal() {
        assertThat(literal("0.1 %").number()).isEqualByComparingTo(new BigDecimal("0.1"));
    }
}
