package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.quantity.Expression.Literal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static Fault only(String sheet) {
        return only(SheetReader.sheet(sheet));
    }

    private static Fault only(Sheet sheet) {
        List<Finding> findings = Checker.check(sheet).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst().fault();
    }

    private static Definition varying(String name, Varying varying) {
        return Definition.of(name, varying);
    }

    private static Expression e(String text) {
        return SheetReader.expression(text);
    }

    @Test
    void a_rate_from_first_principles_has_its_dimension() {
        Checked checked = SheetReader.sound("""
                daily_users: 1M .. 3M user
                sessions: 4 .. 8 session/user/day
                loads: 6 load/session
                rate: daily_users * sessions * loads
                memory: 70bn param * 2 B/param / (3.35 TB/s)
                """);
        assertThat(checked.dimension("rate").orElseThrow().words()).isEqualTo("load per time");
        assertThat(checked.dimension("memory")).contains(Dimension.TIME);
        assertThat(checked.order()).hasSize(5);
    }

    @Test
    void a_dimension_error_names_both_sides_and_the_leaves_they_come_from() {
        Fault fault = only("""
                daily_users: 1M .. 3M user
                sessions: 4 .. 8 session/user/day
                busy: daily_users * sessions
                wrong: busy + 3 token
                """);
        assertThat(fault.what()).isEqualTo("\"busy + 3 token\" adds token to session per time");
        assertThat(fault.why())
                .isEqualTo("\"busy\" is session per time, from \"daily_users\" (user, line 1) and \"sessions\""
                        + " (session per user per time, line 2), \"3 token\" is token");
        assertThat(only("users: 3 user\nwrong: users + 0.4 ms").why())
                .isEqualTo("\"users\" is user (line 1), \"0.4 ms\" is time");
    }

    @Test
    void one_mistake_is_told_once_however_many_names_depend_on_it() {
        assertThat(only("a: 1 req + 2 token\nb: a * 2\nc: b + 3 ms").rule()).isEqualTo("quantity.dimension");
    }

    @Test
    void a_cycle_is_printed_in_order() {
        assertThat(only("a: b\nb: c * 2\nc: a + 1").what())
                .isEqualTo("\"a\" is defined by itself: a (line 1) → b (line 2) → c (line 3) → a (line 1)");
    }

    @Test
    void a_chain_of_names_without_end_is_a_fault_and_no_overflow() {
        String text = IntStream.range(0, 50_000)
                .mapToObj(i -> "n%d: n%d + 1".formatted(i, i + 1))
                .collect(Collectors.joining("\n"));
        assertThat(Checker.check(SheetReader.sheet(text + "\nn50000: 1"))
                        .findings()
                        .getFirst()
                        .fault()
                        .what())
                .isEqualTo("\"n0\" stands on more than 150 names, one on the other");
    }

    @Test
    void the_nearest_name_is_offered_also_from_elsewhere() {
        assertThat(only("daily_users: 3 user\nx: daily_user * 2").mend()).isEqualTo("did you mean \"daily_users\"?");
        Sheet sheet = SheetReader.sheet("x: facts.h10.memory_bandwidth * 1 s");
        assertThat(Checker.check(sheet, () -> List.of("facts.h100.memory_bandwidth"))
                        .findings()
                        .getFirst()
                        .fault()
                        .mend())
                .isEqualTo("did you mean \"facts.h100.memory_bandwidth\"?");
    }

    @Test
    void a_bare_unit_means_one_of_it_unless_it_is_a_name() {
        Checked checked = SheetReader.sound("a: 5 / day\nsessions: 4 session/user\nb: 3 user * sessions");
        assertThat(checked.dimension("a")).contains(Dimension.NONE.per(Dimension.TIME));
        assertThat(checked.dimension("b")).contains(Dimension.count("session"));
    }

    @Test
    void a_literal_zero_fits_any_dimension() {
        Checked checked = SheetReader.sound("a: max(0, 3 ms - 5 ms)\nb: 0 + 3 user\nc: if(a > 0, a, 0)");
        assertThat(checked.dimension("a")).contains(Dimension.TIME);
        assertThat(checked.dimension("b")).contains(Dimension.count("user"));
        assertThat(checked.dimension("c")).contains(Dimension.TIME);
    }

    @Test
    void roots_and_powers_change_the_dimension() {
        Checked checked = SheetReader.sound("a: sqrt(4 km * 9 km)\nb: (2 s) ^ 2\nc: (8 s) ^ (1/3)\nd: 2 ^ 10");
        assertThat(checked.dimension("a")).contains(Dimension.DISTANCE);
        assertThat(checked.dimension("b").orElseThrow().words()).isEqualTo("time²");
        assertThat(checked.dimension("c").orElseThrow().words()).isEqualTo("time^1/3");
        assertThat(only("x: 2\nu: 1 .. 2\nd: (2 s) ^ u").rule()).isEqualTo("quantity.dimension");
    }

    @Test
    void a_varying_value_is_used_by_one_of_its_figures() {
        Varying time = new Varying.Percentiles(Map.of(0.5, e("8 ms"), 0.99, e("40 ms")));
        Sheet base = SheetReader.sheet("x: 1").and(List.of(varying("gateway.time", time)));
        assertThat(Checker.check(base).dimension("gateway.time")).contains(Dimension.TIME);
        assertThat(only(base.and(List.of(Definition.of("y", e("gateway.time * 2")))))
                        .mend())
                .isEqualTo("say which figure of it you mean: mean(gateway.time) or quantile(gateway.time, 99 %)");
        assertThat(Checker.check(base.and(List.of(Definition.of("y", e("mean(gateway.time) * 2")))))
                        .dimension("y"))
                .contains(Dimension.TIME);
        assertThat(only(base.and(List.of(Definition.of("y", e("quantile(gateway.time, 120 %)")))))
                        .what())
                .isEqualTo("there is no quantile at \"120 %\"");
    }

    @Test
    void the_parameters_of_a_varying_value_must_fit_each_other() {
        Sheet empty = SheetReader.sheet("x: 1");
        assertThat(only(empty.and(List.of(
                                varying("t", new Varying.Percentiles(Map.of(0.5, e("8 ms"), 0.99, e("4 ms")))))))
                        .what())
                .isEqualTo("\"4 ms\" is less than \"8 ms\" at the percentile before it");
        assertThat(only(empty.and(List.of(
                                varying("t", new Varying.Percentiles(Map.of(0.5, e("8 ms"), 0.99, e("4 user")))))))
                        .what())
                .isEqualTo("\"8 ms\" is time and \"4 user\" is user");
        assertThat(only(empty.and(List.of(varying("t", new Varying.MeanCv(e("5 ms"), e("1 ms"))))))
                        .what())
                .isEqualTo("\"1 ms\" is time where a plain number is due");
        assertThat(only(empty.and(List.of(varying("t", new Varying.Exponentially(e("-5 ms"))))))
                        .what())
                .isEqualTo("\"-5 ms\" cannot be the mean of an exponential");
        assertThat(only(empty.and(List.of(varying("t", new Varying.PowerLaw(e("1 ms"), e("0"))))))
                        .what())
                .isEqualTo("\"0\" cannot be the tail of a power law");
        var mix = new Varying.Mix(List.of(
                new Varying.Mix.Part(e("95 %"), new Varying.Constant(e("4 ms"))),
                new Varying.Mix.Part(e("5 %"), new Varying.Constant(e("4 B")))));
        assertThat(only(empty.and(List.of(varying("t", mix)))).what())
                .isEqualTo("\"4 ms\" is time and \"4 B\" is data");
    }

    @Test
    void the_size_of_a_batch_is_a_plain_number_in_a_varying_value_only() {
        var batch = new Varying.Constant(e("2.2 ms + 0.18 ms * size"));
        Sheet sheet = SheetReader.sheet("x: 1").and(List.of(varying("ranker.batch.time", batch)));
        assertThat(Checker.check(sheet).isSound()).isTrue();
        assertThat(only("x: size * 2").what()).isEqualTo("there is no \"size\"");
        assertThat(only(sheet.and(List.of(Definition.of("y", e("mean(ranker.batch.time)")))))
                        .mend())
                .isEqualTo("say which figure of it you mean: mean_at(ranker.batch.time, 32)");
        assertThat(Checker.check(sheet.and(List.of(Definition.of("y", e("mean_at(ranker.batch.time, 32)")))))
                        .dimension("y"))
                .contains(Dimension.TIME);
    }

    @Test
    void growth_is_a_share_per_time() {
        Definition users = Definition.of("users", e("1M user"));
        Sheet empty = SheetReader.sheet("x: 1");
        assertThat(Checker.check(empty.and(List.of(users.growing(Growth.at(e("6 %/month"))))))
                        .isSound())
                .isTrue();
        assertThat(only(empty.and(List.of(users.growing(Growth.at(e("6 %")))))).what())
                .isEqualTo("\"users\" grows by a plain number");
    }

    @Test
    void a_name_may_be_a_plural_but_not_a_unit() {
        Units units = SheetReader.UNITS;
        assertThat(units.clash("session").orElseThrow().what())
                .isEqualTo("\"session\" is a unit and cannot be a name too");
        assertThat(units.clash("sessions")).isEmpty();
        assertThat(units.clash("loads")).isEmpty();
        assertThat(units.clash("h")).isPresent();
        assertThat(units.clash("months")).isPresent();
        assertThat(units.clash("daily_users")).isEmpty();
    }

    @Test
    void what_a_place_asks_for_is_checked() {
        Checked checked = SheetReader.sound("users: 3 user");
        assertThat(Due.share("the hit share of cache")
                        .check(checked, e("120 %"))
                        .orElseThrow()
                        .what())
                .isEqualTo("the hit share of cache is \"120 %\", more than the whole");
        assertThat(Due.share("the hit share of cache")
                        .check(checked, e("92"))
                        .orElseThrow()
                        .mend())
                .isEqualTo("did you mean \"92 %\"?");
        assertThat(Due.share("hit")
                        .check(checked, e("90 .. 110 %"))
                        .orElseThrow()
                        .rule())
                .isEqualTo("quantity.share");
        assertThat(Due.share("hit").check(checked, e("90 .. 99 %"))).isEmpty();
        Due cost = Due.money("the cost", Dimension.TIME);
        assertThat(cost.check(checked, e("30k")).orElseThrow())
                .extracting(Fault::rule, Fault::what, Fault::mend)
                .containsExactly(
                        "quantity.no-currency",
                        "the cost is \"30k\", which names no currency",
                        "write \"30k USD/month\" or another ISO 4217 code");
        assertThat(cost.check(checked, e("30k/month")).orElseThrow().rule()).isEqualTo("quantity.no-currency");
        assertThat(cost.check(checked, e("30k USD")).orElseThrow().rule()).isEqualTo("quantity.dimension");
        assertThat(cost.check(checked, e("30k EUR/month"))).isEmpty();
        assertThat(cost.check(checked, e("$3/h * 4"))).isEmpty();
        Due rate = Due.rate("the rate of rank");
        assertThat(rate.check(checked, e("users * 3 load/user/day"))).isEmpty();
        assertThat(rate.check(checked, e("-5 req/s")).orElseThrow().what())
                .isEqualTo("the rate of rank is \"-5 req/s\", below zero");
        assertThat(Due.count("replicas of gateway")
                        .check(checked, e("0"))
                        .orElseThrow()
                        .what())
                .isEqualTo("replicas of gateway is \"0\", zero");
        assertThat(Due.time("the timeout").check(checked, e("60")).orElseThrow().mend())
                .isEqualTo("give it in \"s\" or a unit like it");
    }

    @Test
    void what_plumbline_builds_is_checked_like_what_is_written() {
        Expression busy = Expressions.over(
                Expressions.times(Expressions.name("rate"), Expressions.mean("time")), Expressions.name("servers"));
        Sheet sheet = SheetReader.sheet("rate: 40 req/s\nservers: 4")
                .and(List.of(
                        Definition.of("time", new Varying.Exponentially(e("80 ms/req"))),
                        Definition.derived("busy", busy)));
        assertThat(SheetReader.sound(sheet).dimension("busy")).contains(Dimension.NONE);
        assertThat(busy.parts()).hasSize(2);
        assertThat(((Literal) Expressions.literal(new Quantity(0.184, Dimension.TIME)))
                        .unit()
                        .text())
                .isEqualTo("s");
    }
}
